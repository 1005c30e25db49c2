package dev.rollcall.scim.provisioning.memory;

import dev.rollcall.scim.provisioning.hold.LegalHold;
import dev.rollcall.scim.provisioning.store.HoldStore;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Legal holds. */
record MemoryHolds(MemoryProvisioningUnit unit) implements HoldStore {
    private static RowKey key(LegalHold hold) {
        return RowKey.of(hold.tenant(), hold.id());
    }

    @Override
    public void insert(LegalHold hold) {
        unit.writing().holds.put(key(hold), hold);
    }

    @Override
    public Optional<LegalHold> find(String tenant, String id) {
        return unit.reading().holds.find(RowKey.of(tenant, id));
    }

    @Override
    public void replace(LegalHold hold) {
        Tables tables = unit.writing();
        if (tables.holds.has(key(hold))) {
            tables.holds.put(key(hold), hold);
        }
    }

    @Override
    public List<LegalHold> list(String tenant) {
        return unit.reading().holds.under(RowKey.of(tenant)).toList();
    }

    @Override
    public boolean add(String tenant, String hold, String account) {
        Tables tables = unit.writing();
        boolean added = !tables.holdsOfAccounts.has(RowKey.of(tenant, account, hold));
        tables.holdsOfAccounts.put(RowKey.of(tenant, account, hold), hold);
        tables.accountsOfHolds.put(RowKey.of(tenant, hold, account), account);
        return added;
    }

    @Override
    public boolean remove(String tenant, String hold, String account) {
        Tables tables = unit.writing();
        tables.accountsOfHolds.remove(RowKey.of(tenant, hold, account));
        return tables.holdsOfAccounts.remove(RowKey.of(tenant, account, hold)).isPresent();
    }

    @Override
    public List<String> holdsOf(String tenant, String account) {
        return unit.reading().holdsOfAccounts.under(RowKey.of(tenant, account)).toList();
    }

    @Override
    public List<String> accountsOf(String tenant, String hold, @Nullable String after, int limit) {
        return unit.reading()
                .accountsOfHolds
                .behind(RowKey.of(tenant, hold), after)
                .limit(limit)
                .toList();
    }
}
