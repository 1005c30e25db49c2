package dev.rollcall.scim.jdbi;

import dev.rollcall.scim.provisioning.account.Account;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The table of who has which role. */
record AccountRoles(ProvisioningRows rows) {
    private static final String INSERT = "insert into scim_account_role (tenant_key, role, account) values (?, ?, ?)";
    private static final String DELETE =
            "delete from scim_account_role where tenant_key = ? and role = ? and account = ?";

    /** Adds those of a new account. */
    void insert(long tenant, Account account) {
        batch(INSERT, tenant, account, account.assignment().roles().keySet());
        rows.roles().put(account);
    }

    /** Writes what is different from before. */
    void replace(long tenant, Account account, Set<String> before) {
        Set<String> now = account.assignment().roles().keySet();
        batch(DELETE, tenant, account, without(before, now));
        batch(INSERT, tenant, account, without(now, before));
        rows.roles().put(account);
    }

    private static Set<String> without(Set<String> some, Set<String> others) {
        Set<String> rest = new TreeSet<>(some);
        rest.removeAll(others);
        return rest;
    }

    private void batch(String sql, long tenant, Account account, Collection<String> roles) {
        rows.batch(
                sql,
                roles.stream()
                        .map(role -> List.<Object>of(tenant, role, account.id()))
                        .toList());
    }
}
