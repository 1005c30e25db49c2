package dev.rollcall.scim.provisioning.memory;

import dev.rollcall.scim.provisioning.account.Account;
import dev.rollcall.scim.provisioning.account.AccountQuery;
import dev.rollcall.scim.provisioning.store.AccountStore;
import dev.rollcall.scim.resource.Collation;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Accounts; whoever writes holds all of them. */
record MemoryAccounts(MemoryProvisioningUnit unit) implements AccountStore {
    @Override
    public void insert(Account account) {
        unit.writing().accounts.put(account);
    }

    @Override
    public Optional<Account> find(String tenant, String id) {
        return unit.reading().accounts.find(tenant, id);
    }

    @Override
    public Optional<Account> findByUser(String tenant, String user) {
        return unit.reading().accounts.findByUser(tenant, user);
    }

    @Override
    public Optional<Account> lock(String tenant, String id) {
        return unit.writing().accounts.find(tenant, id);
    }

    @Override
    public List<Account> lockByUsers(String tenant, Collection<String> users) {
        AccountTable accounts = unit.writing().accounts;
        return users.stream()
                .distinct()
                .flatMap(user -> accounts.findByUser(tenant, user).stream())
                .sorted(Comparator.comparing(Account::id, Collation::compare))
                .toList();
    }

    @Override
    public Optional<Account> lockWaiting(String tenant, String provider, String userName) {
        return unit.writing().accounts.findWaiting(tenant, provider, userName);
    }

    @Override
    public void replace(Account account) {
        AccountTable accounts = unit.writing().accounts;
        if (accounts.has(account)) {
            accounts.put(account);
        }
    }

    @Override
    public List<Account> list(String tenant, AccountQuery query, @Nullable String after, int limit) {
        return unit.reading()
                .accounts
                .behind(tenant, after)
                .filter(query::matches)
                .limit(limit)
                .toList();
    }

    @Override
    public long count(String tenant, AccountQuery query) {
        return unit.reading()
                .accounts
                .behind(tenant, null)
                .filter(query::matches)
                .count();
    }

    @Override
    public List<Account> claimDue(Instant now, int limit) {
        return unit.writing().accounts.dueAt(now).limit(limit).toList();
    }
}
