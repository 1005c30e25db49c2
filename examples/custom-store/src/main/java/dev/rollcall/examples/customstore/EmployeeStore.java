package dev.rollcall.examples.customstore;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.resource.Meta;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.resource.UserView;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.SchemaRegistry;
import dev.rollcall.scim.store.DuplicateKeyException;
import dev.rollcall.scim.store.IdRange;
import dev.rollcall.scim.store.ResourceStore;
import dev.rollcall.scim.store.Scope;
import dev.rollcall.scim.store.StoreQuery;
import dev.rollcall.scim.store.StoredResource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** The host's table {@code employees} as the users of SCIM. Thread-safe. */
public record EmployeeStore(Jdbi database) implements ResourceStore {
    private static final String DEPARTMENT = UserView.ENTERPRISE_SCHEMA + ":department";
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.builder()
            .without("Group")
            .keeping("User", "userName", "name.givenName", "name.familyName", "emails", "active", DEPARTMENT)
            .build();
    private static final Map<String, String> TEXTS = Map.of(
            "login", "userName",
            "external_id", "externalId",
            "given_name", "name.givenName",
            "family_name", "name.familyName",
            "email", "emails.value",
            "department", DEPARTMENT);
    private static final String ROW =
            String.join(", ", TEXTS.keySet()) + ", login_key, active, created, changed, version";
    private static final String VALUES = "?" + ", ?".repeat(TEXTS.size() + 4);
    private static final String SEEN = " where company = ? and provider = coalesce(?, provider)";

    @Override
    public Optional<SchemaRegistry> schemas() {
        return Optional.of(SCHEMAS);
    }

    @Override
    public Resource fit(Resource user) {
        for (String path : TEXTS.values()) {
            if (user.text(path).orElse("").length() > 200) {
                throw ScimException.invalidValue("\"" + path + "\" has more than 200 characters");
            }
        }
        UserView view = new UserView(user);
        Optional<?> email = view.email().map(value -> Map.of("value", value, "type", "work", "primary", true));
        return user.toBuilder()
                .set("active", view.active())
                .set("emails", email.orElse(null))
                .build();
    }

    @Override
    public void insert(Scope scope, StoredResource user) {
        String columns = "insert into employees (" + ROW + ", company, provider, id)";
        write(columns + " values (" + VALUES + ", ?, coalesce(?, ''), ?)", row(scope, user));
    }

    @Override
    public boolean replace(Scope scope, StoredResource user, long version) {
        String sql = "update employees set (" + ROW + ") = (" + VALUES + ")" + SEEN + " and id = ? and version = ";
        return write(sql + version, row(scope, user));
    }

    @Override
    public boolean delete(Scope scope, ResourceType type, String id, long version) {
        String sql = "delete from employees" + SEEN + " and id = ? and version = ?";
        return write(sql, scope.tenant(), scope.owner(), id, version);
    }

    @Override
    public Optional<Resource> find(Scope scope, ResourceType type, String id) {
        return select("*", Map.of(" and id = ?", id), "", scope, (row, c) -> user(type, row)).stream()
                .findFirst();
    }

    @Override
    public long count(Scope scope, StoreQuery query) {
        return select("count(*)", wanted(query.within(IdRange.ALL)), "", scope, (row, c) -> row.getLong(1))
                .get(0);
    }

    @Override
    public Stream<Resource> query(Scope scope, StoreQuery query) {
        String order = " order by id" + (query.range().descending() ? " desc" : "") + " fetch first 100 rows only";
        return query.inPages(page -> select("*", wanted(page), order, scope, (row, c) -> user(page.type(), row)));
    }

    private static Map<String, String> wanted(StoreQuery query) {
        Map<String, String> wanted = new LinkedHashMap<>();
        query.equality("userName").ifPresent(key -> wanted.put(" and login_key = ?", key));
        Optional.ofNullable(query.range().after()).ifPresent(id -> wanted.put(" and id > ?", id));
        Optional.ofNullable(query.range().before()).ifPresent(id -> wanted.put(" and id < ?", id));
        return wanted;
    }

    private <T> List<T> select(
            String what, Map<String, String> wanted, String order, Scope scope, RowMapper<T> mapper) {
        String sql = "select " + what + " from employees" + SEEN + String.join("", wanted.keySet()) + order;
        Stream<String> values = Stream.concat(Stream.of(scope.tenant(), scope.owner()), wanted.values().stream());
        return database.withHandle(
                handle -> handle.select(sql, values.toArray()).map(mapper).list());
    }

    private boolean write(String sql, Object... values) {
        try {
            return database.withHandle(handle -> handle.execute(sql, values)) == 1;
        } catch (UnableToExecuteStatementException e) {
            boolean taken = e.getCause() instanceof SQLIntegrityConstraintViolationException;
            String path = e.getMessage().contains("EMPLOYEES_LOGIN") ? "userName" : "id";
            throw taken ? new DuplicateKeyException(path, e) : e;
        }
    }

    private static Object[] row(Scope scope, StoredResource stored) {
        Resource user = stored.resource();
        Meta meta = user.meta();
        Object key = stored.key("userName").orElseThrow();
        Object active = new UserView(user).active();
        Stream<Object> texts = TEXTS.values().stream().map(user::text).map(text -> text.orElse(null));
        Stream<Object> state = Stream.of(key, active, meta.created(), meta.lastModified(), meta.version());
        Stream<Object> place = Stream.of(scope.tenant(), scope.owner(), user.id());
        return Stream.of(texts, state, place).flatMap(all -> all).toArray();
    }

    private Resource user(ResourceType type, ResultSet row) throws SQLException {
        var user = Resource.builder(type).id(row.getString("id")).set("active", row.getBoolean("active"));
        for (var text : TEXTS.entrySet()) {
            user.set(text.getValue(), row.getString(text.getKey()));
        }
        var created = row.getTimestamp("created").toInstant();
        var modified = row.getTimestamp("changed").toInstant();
        Meta meta = new Meta(created, modified, row.getLong("version"));
        return fit(user.meta(meta).build());
    }
}
