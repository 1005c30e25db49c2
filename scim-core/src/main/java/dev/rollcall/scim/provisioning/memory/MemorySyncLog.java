package dev.rollcall.scim.provisioning.memory;

import dev.rollcall.scim.provisioning.log.SyncLogEntry;
import dev.rollcall.scim.provisioning.log.SyncLogQuery;
import dev.rollcall.scim.provisioning.store.SyncLogStore;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The sync log. */
record MemorySyncLog(MemoryProvisioningUnit unit) implements SyncLogStore {
    private static RowKey key(SyncLogEntry entry) {
        return RowKey.of(entry.tenant(), entry.id());
    }

    @Override
    public void append(List<SyncLogEntry> entries) {
        Tables tables = unit.writing();
        entries.forEach(entry -> tables.log.put(key(entry), entry));
    }

    @Override
    public List<SyncLogEntry> list(String tenant, SyncLogQuery query, @Nullable String after, int limit) {
        Rows<SyncLogEntry> log = unit.reading().log;
        RowKey all = RowKey.of(tenant);
        Stream<SyncLogEntry> entries = query.newestFirst() ? log.before(all, after) : log.behind(all, after);
        return entries.filter(query::matches).limit(limit).toList();
    }

    @Override
    public void replace(SyncLogEntry entry) {
        Tables tables = unit.writing();
        if (tables.log.has(key(entry))) {
            tables.log.put(key(entry), entry);
        }
    }

    @Override
    public int purge(String tenant, Instant before, int limit) {
        Tables tables = unit.writing();
        List<SyncLogEntry> old = tables.log
                .under(RowKey.of(tenant))
                .filter(entry -> entry.time().isBefore(before))
                .limit(limit)
                .toList();
        old.forEach(entry -> tables.log.remove(key(entry)));
        return old.size();
    }
}
