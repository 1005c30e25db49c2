package dev.rollcall.scim.testkit.store;

import dev.rollcall.scim.codec.DocumentCodec;
import dev.rollcall.scim.resource.Collation;
import dev.rollcall.scim.resource.Meta;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.store.DuplicateKeyException;
import dev.rollcall.scim.store.Key;
import dev.rollcall.scim.store.ResourceStore;
import dev.rollcall.scim.store.Scope;
import dev.rollcall.scim.store.StoreQuery;
import dev.rollcall.scim.store.StoredResource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The six methods over a list of documents, right but for the flaw. */
final class FlawedStore implements ResourceStore {
    private record Row(
            @Nullable String owner,
            ResourceType type,
            String id,
            List<Key> keys,
            Meta meta,
            byte[] document,
            boolean deleted) {
        Resource resource() {
            return DocumentCodec.decode(type, id, meta, document);
        }

        Row asDeleted() {
            return new Row(owner, type, id, keys, meta, document, true);
        }
    }

    private final Map<String, Map<String, Row>> tenants = new HashMap<>();
    private final Flaw flaw;

    FlawedStore(Flaw flaw) {
        this.flaw = flaw;
    }

    @Override
    public void insert(Scope scope, StoredResource resource) {
        if (flaw == Flaw.LOOKS_FIRST_AND_WRITES_THEN) {
            requireFree(scope, resource, null);
            Thread.yield();
            synchronized (this) {
                rows(scope).put(resource.resource().id(), row(scope.owner(), resource));
            }
            return;
        }
        synchronized (this) {
            requireFree(scope, resource, null);
            rows(scope).put(resource.resource().id(), row(scope.owner(), resource));
        }
    }

    @Override
    public synchronized Optional<Resource> find(Scope scope, ResourceType type, String id) {
        Optional<Row> found = row(scope, type, id);
        return flaw == Flaw.GIVES_NULL && found.isEmpty() ? null : found.map(Row::resource);
    }

    @Override
    public synchronized boolean replace(Scope scope, StoredResource resource, long expectedVersion) {
        Resource next = resource.resource();
        Optional<Row> present = row(scope, next.type(), next.id()).filter(row -> isExpected(row, expectedVersion));
        present.ifPresent(row -> {
            requireFree(scope, resource, row);
            String owner = flaw == Flaw.MAKES_THE_WRITER_THE_OWNER ? scope.owner() : row.owner();
            rows(scope).put(row.id(), row(owner, resource));
        });
        return present.isPresent();
    }

    @Override
    public synchronized boolean delete(Scope scope, ResourceType type, String id, long expectedVersion) {
        Optional<Row> present = row(scope, type, id).filter(row -> isExpected(row, expectedVersion));
        present.ifPresent(row -> {
            if (flaw == Flaw.MARKS_AS_DELETED) {
                rows(scope).put(id, row.asDeleted());
            } else {
                rows(scope).remove(id);
            }
        });
        return present.isPresent();
    }

    @Override
    public Stream<Resource> query(Scope scope, StoreQuery query) {
        Comparator<Row> byId = (a, b) -> Collation.compare(a.id(), b.id());
        List<Row> found = seen(scope, query.type())
                .filter(row -> flaw == Flaw.IGNORES_THE_RANGE || query.range().contains(row.id()))
                .sorted(
                        flaw == Flaw.GIVES_THE_OLDEST_FIRST
                                ? Comparator.comparing(row -> row.meta().created())
                                : query.range().descending() ? byId.reversed() : byId)
                .toList();
        Stream<Resource> resources = found.stream().map(Row::resource);
        return (flaw == Flaw.LOADS_EVERYTHING ? resources.toList().stream() : resources)
                .skip(query.offset())
                .limit(query.limit());
    }

    @Override
    public long count(Scope scope, StoreQuery query) {
        long all = seen(scope, query.type()).count();
        return flaw == Flaw.COUNTS_THE_PAGE ? Math.min(all, query.limit()) : all;
    }

    private boolean isExpected(Row row, long version) {
        return flaw == Flaw.IGNORES_THE_VERSION || row.meta().version() == version;
    }

    private synchronized Map<String, Row> rows(Scope scope) {
        String tenant = flaw == Flaw.FORGETS_THE_TENANT ? "" : scope.tenant();
        return tenants.computeIfAbsent(tenant, any -> new LinkedHashMap<>());
    }

    private Optional<Row> row(Scope scope, ResourceType type, String id) {
        if (flaw == Flaw.FINDS_IDS_IN_ANY_CASE) {
            return seen(scope, type)
                    .filter(row -> row.id().equalsIgnoreCase(id))
                    .findFirst();
        }
        return Optional.ofNullable(rows(scope).get(id)).filter(row -> isSeen(row, scope, type));
    }

    private synchronized Stream<Row> seen(Scope scope, ResourceType type) {
        return List.copyOf(rows(scope).values()).stream().filter(row -> isSeen(row, scope, type));
    }

    private boolean isSeen(Row row, Scope scope, ResourceType type) {
        return row.type() == type && !row.deleted() && (flaw == Flaw.FORGETS_THE_OWNER || scope.sees(row.owner()));
    }

    private synchronized void requireFree(Scope scope, StoredResource written, @Nullable Row replaced) {
        Resource resource = written.resource();
        if (replaced == null && rows(scope).containsKey(resource.id())) {
            throw new DuplicateKeyException("id");
        }
        for (Row row : rows(scope).values()) {
            boolean other = row != replaced
                    && row.type() == resource.type()
                    && (flaw != Flaw.KEEPS_KEYS_UNIQUE_FOR_EACH_OWNER || Objects.equals(row.owner(), scope.owner()));
            for (Key key : other ? written.keys() : List.<Key>of()) {
                if (key.unique() && isTaken(row, key, written)) {
                    throw new DuplicateKeyException(key.path());
                }
            }
        }
    }

    private boolean isTaken(Row row, Key key, StoredResource written) {
        return flaw == Flaw.COMPARES_NAMES_AS_WRITTEN
                ? row.resource().text(key.path()).equals(written.resource().text(key.path()))
                : row.keys().contains(key);
    }

    private Row row(@Nullable String owner, StoredResource stored) {
        Resource resource = stored.resource();
        Meta meta = resource.meta();
        if (flaw == Flaw.KEEPS_WHOLE_SECONDS) {
            meta = new Meta(
                    meta.created().truncatedTo(ChronoUnit.SECONDS),
                    meta.lastModified().truncatedTo(ChronoUnit.SECONDS),
                    meta.version());
        }
        return new Row(
                owner,
                resource.type(),
                resource.id(),
                stored.keys(),
                meta,
                DocumentCodec.encode(withFlaw(resource)),
                false);
    }

    private Resource withFlaw(Resource resource) {
        String naming = Samples.naming(resource.type()).name();
        String name = resource.text(naming).orElse("");
        if (flaw == Flaw.CUTS_LONG_TEXTS && name.length() > 255) {
            return resource.toBuilder().set(naming, name.substring(0, 255)).build();
        }
        return flaw == Flaw.KEEPS_WHAT_IT_HAS_COLUMNS_FOR && resource.type().find("nickName") != null
                ? resource.toBuilder().set("nickName", null).build()
                : resource;
    }
}
