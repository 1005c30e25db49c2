package dev.rollcall.scim.jdbi;

import dev.rollcall.scim.provisioning.account.Account;
import dev.rollcall.scim.provisioning.lifecycle.AccountState;
import dev.rollcall.scim.provisioning.store.ProvisioningCodec;
import dev.rollcall.scim.resource.Collation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BinaryOperator;

/** Holds the accounts beside some users, in the order of their ids. */
record AccountsOfUsers(ProvisioningRows rows, long tenant) {
    private static final Comparator<Account> BY_ID = (one, other) -> Collation.compare(one.id(), other.id());

    /** One that has ended for good is the last choice: a host's own ids may come again. */
    private static final Comparator<Account> LATEST = Comparator.<Account, Boolean>comparing(
                    account -> account.standing().state() != AccountState.DELETED)
            .thenComparing(BY_ID);

    List<Account> lock(Collection<String> users) {
        return latest(rows.dialect().locksInOrder() ? lockAtOnce(users) : lockOneByOne(users));
    }

    private List<Account> lockAtOnce(Collection<String> users) {
        return rows.list(
                select("a.document", users).add(" order by a.id for update"), ProvisioningCodec::decodeAccount);
    }

    /** For a database that holds rows as it comes across them, before they are in order. */
    private List<Account> lockOneByOne(Collection<String> users) {
        Set<String> ids = new TreeSet<>(Collation::compare);
        ids.addAll(rows.rows(select("a.id", users), row -> row.getString(1)));
        List<Account> held = new ArrayList<>();
        for (String id : ids) {
            Sql sql =
                    Sql.of("select document from scim_account where tenant_key = ? and id = ? for update", tenant, id);
            rows.list(sql, ProvisioningCodec::decodeAccount).stream()
                    .filter(account -> users.contains(account.user()))
                    .forEach(held::add);
        }
        return held;
    }

    private Sql select(String what, Collection<String> users) {
        return rows.dialect()
                .among(
                        Sql.of(what),
                        "scim_account a",
                        "a.user_id",
                        users.stream().distinct().toArray(String[]::new))
                .add(" and a.tenant_key = ?", tenant);
    }

    /** One for each user, in the order of their ids. */
    static List<Account> latest(List<Account> accounts) {
        Map<String, Account> byUser = new HashMap<>();
        accounts.forEach(account -> byUser.merge(account.user(), account, BinaryOperator.maxBy(LATEST)));
        return byUser.values().stream().sorted(BY_ID).toList();
    }
}
