package dev.rollcall.scim.jdbi;

import dev.rollcall.scim.codec.DocumentCodec;
import dev.rollcall.scim.resource.Meta;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.store.DuplicateKeyException;
import dev.rollcall.scim.store.IdRange;
import dev.rollcall.scim.store.Key;
import dev.rollcall.scim.store.ResourceStore;
import dev.rollcall.scim.store.Scope;
import dev.rollcall.scim.store.StoreQuery;
import dev.rollcall.scim.store.StoredResource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** A host's own table, written as somebody writes it who has the six methods to write and nothing else in mind. */
record HostPeople(Jdbi jdbi) implements ResourceStore {
    static final String BINARY = "BINARY";
    static final List<String> TABLES = List.of(
            "create table people (company varchar(100), provider varchar(100), kind varchar(20), id varchar(200),"
                    + " version bigint, created bigint, changed bigint, document " + BINARY + ","
                    + " constraint people_id primary key (company, id))",
            "create table people_keys (company varchar(100), kind varchar(20), path varchar(200), text varchar(2000),"
                    + " id varchar(200), constraint people_keys_text primary key (company, kind, path, text))");

    private static final String SEEN = " where company = ? and provider = coalesce(cast(? as varchar), provider)";

    static HostPeople on(Connection connection) {
        return new HostPeople(Jdbi.create(connection));
    }

    static void create(TestDatabase database) {
        for (String table : TABLES) {
            // Ids are in the order of their code points.
            database.execute(
                    database.isH2()
                            ? table.replace(BINARY, "varbinary")
                            : table.replace(BINARY, "bytea")
                                    .replaceAll("varchar\\((\\d+)\\)", "varchar($1) collate \"C\""));
        }
    }

    static JdbiStore store(TestDatabase database) {
        return JdbiStore.builder(database.dataSource())
                .migrate(true)
                .resources(HostPeople::on)
                .build();
    }

    private int run(String sql, Object... values) {
        try (Handle handle = jdbi.open()) {
            return handle.execute(sql, values);
        } catch (UnableToExecuteStatementException e) {
            if (e.getCause() instanceof SQLException sql1 && "23505".equals(sql1.getSQLState())) {
                throw new DuplicateKeyException(pathOf(e, values), e);
            }
            throw e;
        }
    }

    private static String pathOf(UnableToExecuteStatementException failure, Object... values) {
        boolean key =
                String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains("people_keys");
        return key ? (String) values[2] : "id";
    }

    private void putKeys(Scope scope, StoredResource stored) {
        Resource resource = stored.resource();
        run("delete from people_keys where company = ? and id = ?", scope.tenant(), resource.id());
        for (Key key : stored.keys()) {
            if (key.unique()) {
                run(
                        "insert into people_keys (company, kind, path, text, id) values (?, ?, ?, ?, ?)",
                        scope.tenant(),
                        resource.type().name(),
                        key.path(),
                        KeyText.of(key.value()),
                        resource.id());
            }
        }
    }

    @Override
    public void insert(Scope scope, StoredResource stored) {
        Resource resource = stored.resource();
        Meta meta = resource.meta();
        run(
                "insert into people (company, provider, kind, id, version, created, changed, document)"
                        + " values (?, coalesce(cast(? as varchar), ''), ?, ?, ?, ?, ?, ?)",
                scope.tenant(),
                scope.owner(),
                resource.type().name(),
                resource.id(),
                meta.version(),
                meta.created().toEpochMilli(),
                meta.lastModified().toEpochMilli(),
                DocumentCodec.encode(resource));
        putKeys(scope, stored);
    }

    @Override
    public boolean replace(Scope scope, StoredResource stored, long expectedVersion) {
        Resource resource = stored.resource();
        Meta meta = resource.meta();
        boolean written = run(
                        "update people set version = ?, created = ?, changed = ?, document = ?" + SEEN
                                + " and kind = ? and id = ? and version = ?",
                        meta.version(),
                        meta.created().toEpochMilli(),
                        meta.lastModified().toEpochMilli(),
                        DocumentCodec.encode(resource),
                        scope.tenant(),
                        scope.owner(),
                        resource.type().name(),
                        resource.id(),
                        expectedVersion)
                > 0;
        if (written) {
            putKeys(scope, stored);
        }
        return written;
    }

    @Override
    public boolean delete(Scope scope, ResourceType type, String id, long expectedVersion) {
        boolean gone = run(
                        "delete from people" + SEEN + " and kind = ? and id = ? and version = ?",
                        scope.tenant(),
                        scope.owner(),
                        type.name(),
                        id,
                        expectedVersion)
                > 0;
        if (gone) {
            run("delete from people_keys where company = ? and id = ?", scope.tenant(), id);
        }
        return gone;
    }

    private List<Resource> select(Scope scope, ResourceType type, String rest, Object... values) {
        try (Handle handle = jdbi.open()) {
            Object[] all = Stream.concat(Stream.of(scope.tenant(), scope.owner(), type.name()), Stream.of(values))
                    .toArray();
            return handle.select("select * from people" + SEEN + " and kind = ?" + rest, all)
                    .map((row, context) -> DocumentCodec.decode(
                            type,
                            row.getString("id"),
                            new Meta(
                                    Instant.ofEpochMilli(row.getLong("created")),
                                    Instant.ofEpochMilli(row.getLong("changed")),
                                    row.getLong("version")),
                            row.getBytes("document")))
                    .list();
        }
    }

    @Override
    public Optional<Resource> find(Scope scope, ResourceType type, String id) {
        return select(scope, type, " and id = ?", id).stream().findFirst();
    }

    @Override
    public Stream<Resource> query(Scope scope, StoreQuery query) {
        return query.inPages(page -> {
            IdRange range = page.range();
            List<String> ends = Stream.of(range.after(), range.before())
                    .filter(Objects::nonNull)
                    .toList();
            String rest = (range.after() == null ? "" : " and id > ?") + (range.before() == null ? "" : " and id < ?")
                    + " order by id" + (range.descending() ? " desc" : "") + " fetch first 100 rows only";
            return select(scope, page.type(), rest, ends.toArray());
        });
    }

    @Override
    public long count(Scope scope, StoreQuery query) {
        try (Handle handle = jdbi.open()) {
            return handle.select(
                            "select count(*) from people" + SEEN + " and kind = ?",
                            scope.tenant(),
                            scope.owner(),
                            query.type().name())
                    .mapTo(Long.class)
                    .one();
        }
    }
}
