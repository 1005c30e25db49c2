package dev.rollcall.scim.jdbi;

import dev.rollcall.scim.provisioning.account.AccountQuery;
import org.jspecify.annotations.Nullable;

/** A query of accounts in SQL. The index of what is asked for has its accounts in the order of their ids. */
record AccountSelection(long tenant, AccountQuery query) {
    Sql page(@Nullable String after, int limit) {
        Sql sql = Sql.of("select a.document").add(from());
        if (after != null) {
            sql.add(" and " + id() + " > ?", after);
        }
        return sql.add(" order by " + id() + " fetch first ? rows only", limit);
    }

    Sql count() {
        return Sql.of("select count(*)").add(from());
    }

    /** The id as the index has it that the rows are found by. */
    private String id() {
        return query.role() == null ? "a.id" : "r.account";
    }

    private Sql from() {
        Sql sql = query.role() == null
                ? Sql.of(" from scim_account a where a.tenant_key = ?", tenant)
                : Sql.of(
                        " from scim_account_role r join scim_account a on a.tenant_key = r.tenant_key and a.id = r.account"
                                + " where r.tenant_key = ? and r.role = ?",
                        tenant,
                        query.role());
        if (query.local() || query.provider() != null) {
            sql.add(" and a.provider = ?", query.local() ? AccountRow.LOCAL : query.provider());
        }
        if (query.organization() != null) {
            sql.add(" and a.organization = ?", query.organization());
        }
        if (query.state() != null) {
            sql.add(" and a.state = ?", query.state().name());
        }
        return sql;
    }
}
