package dev.rollcall.scim.jdbi;

import dev.rollcall.scim.provisioning.account.Account;
import dev.rollcall.scim.provisioning.account.AccountQuery;
import dev.rollcall.scim.provisioning.store.AccountStore;
import dev.rollcall.scim.provisioning.store.ProvisioningCodec;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** The accounts within a unit of work. */
final class JdbiAccountStore implements AccountStore {
    private static final String FIND = "select document from scim_account where tenant_key = ? and id = ?";
    private static final String BY_USER = "select document from scim_account where tenant_key = ? and user_id = ?";

    private final ProvisioningRows rows;
    private final AccountRoles roles;

    JdbiAccountStore(ProvisioningRows rows) {
        this.rows = rows;
        this.roles = new AccountRoles(rows);
    }

    @Override
    public void insert(Account account) {
        long key = rows.make(account.tenant());
        rows.write(Sql.of(
                        "insert into scim_account (tenant_key, id, " + AccountRow.COLUMNS + ") values (?, ?, ",
                        key,
                        account.id())
                .add(AccountRow.PARAMETERS + ")", new AccountRow(account).values()));
        roles.insert(key, account);
    }

    @Override
    public Optional<Account> find(String tenant, String id) {
        return rows.first(tenant, key -> Sql.of(FIND, key, id), ProvisioningCodec::decodeAccount);
    }

    @Override
    public Optional<Account> findByUser(String tenant, String user) {
        List<Account> found = rows.list(tenant, key -> Sql.of(BY_USER, key, user), ProvisioningCodec::decodeAccount);
        return AccountsOfUsers.latest(found).stream().findFirst();
    }

    @Override
    public Optional<Account> lock(String tenant, String id) {
        return lock(tenant, key -> Sql.of(FIND, key, id));
    }

    @Override
    public Optional<Account> lockWaiting(String tenant, String provider, String userName) {
        return lock(
                tenant,
                key -> Sql.of(
                        "select document from scim_account where tenant_key = ? and provider = ? and waiting_name = ?"
                                + " order by id fetch first 1 rows only",
                        key,
                        provider,
                        AccountRow.waitingName(userName)));
    }

    private Optional<Account> lock(String tenant, LongFunction<Sql> query) {
        return rows.lock(tenant, query, ProvisioningCodec::decodeAccount).map(rows.roles()::put);
    }

    @Override
    public List<Account> lockByUsers(String tenant, Collection<String> users) {
        rows.requireWritable();
        List<Account> held = users.isEmpty()
                ? List.of()
                : rows.find(tenant)
                        .map(key -> new AccountsOfUsers(rows, key).lock(users))
                        .orElse(List.of());
        held.forEach(rows.roles()::put);
        return held;
    }

    @Override
    public void replace(Account account) {
        rows.requireWritable();
        rows.find(account.tenant()).ifPresent(key -> replace(key, account));
    }

    private void replace(long tenant, Account account) {
        Set<String> before = rows.roles().get(account).orElseGet(() -> rolesOf(account));
        int written = rows.write(Sql.of("update scim_account set ")
                .add(AccountRow.ASSIGNMENTS, new AccountRow(account).values())
                .add(" where tenant_key = ? and id = ?", tenant, account.id()));
        if (written > 0) {
            roles.replace(tenant, account, before);
        }
    }

    /** For who has not held the account in this unit of work. */
    private Set<String> rolesOf(Account account) {
        return find(account.tenant(), account.id())
                .map(before -> before.assignment().roles().keySet())
                .orElse(Set.of());
    }

    @Override
    public List<Account> list(String tenant, AccountQuery query, @Nullable String after, int limit) {
        return rows.list(
                tenant, key -> new AccountSelection(key, query).page(after, limit), ProvisioningCodec::decodeAccount);
    }

    @Override
    public long count(String tenant, AccountQuery query) {
        return rows.count(tenant, key -> new AccountSelection(key, query).count());
    }

    @Override
    public List<Account> claimDue(Instant now, int limit) {
        Sql isDue = Sql.of("c.due <= ?", now.toEpochMilli());
        List<Account> due = new Claim("scim_account", "id", "c.document", isDue, "c.due")
                .take(rows, limit, row -> ProvisioningCodec.decodeAccount(row.getBytes(1)));
        due.forEach(rows.roles()::put);
        return due;
    }
}
