package dev.rollcall.scim.jdbi;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Removes memberships one by one, in a batch. */
record BatchRemoval(Statements statements) implements MembershipRemoval {
    @Override
    public Set<Long> remove(long tenant, String one, long key, String other, Collection<Long> others) {
        List<Long> keys = List.copyOf(others);
        int[] gone = statements.batch(
                "delete from scim_membership where tenant_key = ? and " + one + " = ? and " + other + " = ?",
                keys.stream().map(k -> List.<Object>of(tenant, key, k)).toList());
        Set<Long> removed = new LinkedHashSet<>();
        for (int i = 0; i < gone.length; i++) {
            if (gone[i] > 0) {
                removed.add(keys.get(i));
            }
        }
        return removed;
    }
}
