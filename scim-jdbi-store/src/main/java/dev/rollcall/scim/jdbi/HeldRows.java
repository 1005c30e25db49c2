package dev.rollcall.scim.jdbi;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The resources that a unit of work holds, so that none is asked for twice. */
final class HeldRows {
    private record Place(long tenant, String id) {}

    private final Map<Place, MemberRow> held = new HashMap<>();
    private final Set<Long> left = new HashSet<>();

    /** The resource of the id, if it is held and visible. */
    Optional<MemberRow> get(VisibleRows rows, String id) {
        return Optional.ofNullable(held.get(new Place(rows.tenant(), id)))
                .filter(row -> rows.owner() == null || rows.owner().equals(row.owner()));
    }

    MemberRow put(VisibleRows rows, MemberRow row) {
        held.put(new Place(rows.tenant(), row.id()), row);
        return row;
    }

    /** Forgets a resource that is deleted. */
    void remove(VisibleRows rows, MemberRow row) {
        held.remove(new Place(rows.tenant(), row.id()));
    }

    /** Notes that a resource has no memberships any more; as long as it is held, no other writer can give it any. */
    void leave(MemberRow row) {
        left.add(row.key());
    }

    /** Notes that this writer may have given memberships to anyone. */
    void join() {
        left.clear();
    }

    boolean hasLeft(MemberRow row) {
        return left.contains(row.key());
    }
}
