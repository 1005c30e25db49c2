package dev.rollcall.scim.jdbi;

import java.util.Collection;
import java.util.Set;

/** Removes memberships: several members of one group, or one member from several groups. */
interface MembershipRemoval {
    /**
     * Removes the memberships between one resource and some others.
     *
     * @param one the column of the one, such as {@code group_key}
     * @param other the column of the others, such as {@code member_key}
     * @return the keys of those others with which there was a membership
     */
    Set<Long> remove(long tenant, String one, long key, String other, Collection<Long> others);
}
