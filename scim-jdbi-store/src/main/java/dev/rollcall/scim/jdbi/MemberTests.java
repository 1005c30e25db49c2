package dev.rollcall.scim.jdbi;

/**
 * Tests of who is a direct member of a group, among those that are visible.
 *
 * @param rows what is visible
 */
record MemberTests(VisibleRows rows) {
    /** The test whether the resource of that id is a member. */
    Condition member(String id) {
        Sql groups = Sql.of(
                        "select m.group_key as resource_key from scim_resource u join scim_membership m"
                                + " on m.tenant_key = u.tenant_key and m.member_key = u.resource_key"
                                + " where u.tenant_key = ? and u.id = ?",
                        rows.tenant(),
                        id)
                .add(rows.condition("u"));
        return Condition.Test.among(groups, Access.Kind.FEW);
    }

    /** The test whether there is a member; group by group, which {@code offset} makes sure of. */
    Condition present() {
        Sql visible = rows.condition("u");
        Sql one = Sql.of("exists (select 1 from scim_membership m");
        if (!visible.text().isEmpty()) {
            one.add(" join scim_resource u on u.tenant_key = m.tenant_key and u.resource_key = m.member_key")
                    .add(visible);
        }
        one.add(" where m.tenant_key = r.tenant_key and m.group_key = r.resource_key offset 0 rows)");
        return Condition.Test.of(one, Sql.of("not ").add(one));
    }
}
