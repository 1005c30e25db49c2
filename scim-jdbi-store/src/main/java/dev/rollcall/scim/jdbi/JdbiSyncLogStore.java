package dev.rollcall.scim.jdbi;

import dev.rollcall.scim.provisioning.log.SyncLogEntry;
import dev.rollcall.scim.provisioning.log.SyncLogQuery;
import dev.rollcall.scim.provisioning.store.ProvisioningCodec;
import dev.rollcall.scim.provisioning.store.SyncLogStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The sync log within a unit of work. */
record JdbiSyncLogStore(ProvisioningRows rows) implements SyncLogStore {
    private static final String INSERT =
            "insert into scim_sync_log (logged, provider, event, subject, result, document, tenant_key, id)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String UPDATE = "update scim_sync_log set logged = ?, provider = ?, event = ?, subject = ?,"
            + " result = ?, document = ? where tenant_key = ? and id = ?";

    @Override
    public void append(List<SyncLogEntry> entries) {
        rows.requireWritable();
        Map<String, Long> tenants = new TreeMap<>();
        rows.batch(
                INSERT,
                entries.stream()
                        .map(entry -> values(tenants.computeIfAbsent(entry.tenant(), rows::make), entry))
                        .toList());
    }

    private static List<@Nullable Object> values(long tenant, SyncLogEntry entry) {
        return new ArrayList<>(Arrays.asList(
                entry.time().toEpochMilli(),
                entry.provider(),
                entry.event().name(),
                entry.subject(),
                entry.result().name(),
                ProvisioningCodec.encode(entry),
                tenant,
                entry.id()));
    }

    @Override
    public List<SyncLogEntry> list(String tenant, SyncLogQuery query, @Nullable String after, int limit) {
        return rows.find(tenant)
                .flatMap(key -> new LogSelection(rows, key, query).page(after, limit))
                .map(sql -> rows.list(sql, ProvisioningCodec::decodeSyncLogEntry))
                .orElse(List.of());
    }

    @Override
    public void replace(SyncLogEntry entry) {
        rows.write(entry.tenant(), key -> Sql.of(UPDATE, values(key, entry).toArray()));
    }

    @Override
    public int purge(String tenant, Instant before, int limit) {
        rows.requireWritable();
        return rows.find(tenant).map(key -> purge(key, before, limit)).orElse(0);
    }

    /** Not with a subquery, for which H2 reads the whole table. */
    private int purge(long tenant, Instant before, int limit) {
        Sql old = Sql.of(
                "select id from scim_sync_log where tenant_key = ? and logged < ?"
                        + " order by logged, id fetch first ? rows only",
                tenant,
                before.toEpochMilli(),
                limit);
        List<String> ids = rows.rows(old, row -> row.getString(1));
        rows.batch(
                "delete from scim_sync_log where tenant_key = ? and id = ?",
                ids.stream().map(id -> List.<Object>of(tenant, id)).toList());
        return ids.size();
    }
}
