package dev.rollcall.scim.jdbi;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Removes memberships with one statement, in the SQL of PostgreSQL. */
record SingleRemoval(Statements statements) implements MembershipRemoval {
    @Override
    public Set<Long> remove(long tenant, String one, long key, String other, Collection<Long> others) {
        Sql sql = Sql.of("delete from scim_membership where tenant_key = ? and " + one + " = ?", tenant, key)
                .add(" and " + other + " = any(?) returning " + other, Sql.longs(others));
        return new HashSet<>(statements.list(sql, row -> row.getLong(1)));
    }
}
