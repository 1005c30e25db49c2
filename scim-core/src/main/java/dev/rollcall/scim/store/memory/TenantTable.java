package dev.rollcall.scim.store.memory;

import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.store.DuplicateKeyException;
import dev.rollcall.scim.store.IdRange;
import dev.rollcall.scim.store.Key;
import dev.rollcall.scim.store.Scope;
import dev.rollcall.scim.store.StoreQuery;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The resources and memberships of a tenant. */
final class TenantTable {
    private final Map<String, Row> byId = new HashMap<>();
    private final Map<String, TypeTable> byType = new HashMap<>();
    private final KeyIndex keys = new KeyIndex();
    private final Relation memberships = new Relation();

    Relation memberships() {
        return memberships;
    }

    boolean has(String id) {
        return byId.containsKey(id);
    }

    Optional<Row> find(Scope scope, String id) {
        return Optional.ofNullable(byId.get(id)).filter(row -> row.visibleIn(scope));
    }

    Optional<Row> find(Scope scope, ResourceType type, String id) {
        return find(scope, id).filter(row -> row.is(type));
    }

    Stream<Row> all(ResourceType type, IdRange range) {
        TypeTable table = byType.get(type.name());
        return table == null ? Stream.empty() : table.stream(range);
    }

    long count(Scope scope, ResourceType type) {
        TypeTable table = byType.get(type.name());
        return table == null ? 0 : table.count(scope);
    }

    /** Those who have all the keys of the query, of which there is at least one, in the order of the range. */
    Stream<Row> having(StoreQuery query, IdRange range) {
        List<Key> wanted = query.equalities();
        String type = query.type().name();
        SortedSet<String> fewest = keys.holders(type, wanted.get(0));
        for (Key key : wanted) {
            SortedSet<String> holders = keys.holders(type, key);
            fewest = holders.size() < fewest.size() ? holders : fewest;
        }
        List<String> ids = new ArrayList<>(fewest);
        if (range.descending()) {
            Collections.reverse(ids);
        }
        return ids.stream()
                .filter(range::contains)
                .flatMap(id -> Stream.ofNullable(byId.get(id)))
                .filter(row ->
                        wanted.stream().allMatch(key -> keys.holders(type, key).contains(row.id())));
    }

    void requireFreeKeys(Row row) {
        for (Key key : row.keys()) {
            if (key.unique() && keys.holders(row.type(), key).stream().anyMatch(id -> !id.equals(row.id()))) {
                throw new DuplicateKeyException(key.path());
            }
        }
    }

    /** Puts the row in the place of the one with its id, or takes that away if null; gives what was there. */
    @Nullable
    Row swap(String id, @Nullable Row row) {
        Row previous = byId.remove(id);
        if (previous != null) {
            keys.remove(previous);
        }
        if (row != null) {
            byId.put(id, row);
            byType.computeIfAbsent(row.type(), type -> new TypeTable()).put(row);
            keys.add(row);
        } else if (previous != null) {
            byType.get(previous.type()).remove(previous);
        }
        return previous;
    }
}
