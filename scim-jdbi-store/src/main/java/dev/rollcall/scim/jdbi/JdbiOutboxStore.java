package dev.rollcall.scim.jdbi;

import dev.rollcall.scim.provisioning.event.Delivery;
import dev.rollcall.scim.provisioning.event.ProvisioningEvent;
import dev.rollcall.scim.provisioning.store.OutboxStore;
import dev.rollcall.scim.provisioning.store.ProvisioningCodec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The events that are on their way, within a unit of work. Their order is that of a sequence. It hands out numbers before
 * the commit, but whoever appends an event holds its subject, so that what one sees of a subject has no gap in front.
 */
record JdbiOutboxStore(ProvisioningRows rows) implements OutboxStore {
    private static final String INSERT = "insert into scim_outbox (tenant_key, id, subject, next_try, parked, document)"
            + " values (?, ?, ?, ?, ?, ?)";

    private static final String FREE = """
            c.parked = false and c.next_try <= ?
                and not exists (select 1 from scim_outbox earlier
                    where earlier.tenant_key = c.tenant_key and earlier.subject = c.subject
                        and earlier.sequence_number < c.sequence_number)""";

    private static final String LEASE =
            "update scim_outbox c set next_try = ? where c.tenant_key = ? and c.sequence_number = ?";

    private static final String COLUMNS = "c.document, c.tenant_key, c.sequence_number";
    private static final String ORDER = "c.next_try, c.sequence_number";

    private record Claimed(Delivery delivery, long tenant, long sequence) {}

    @Override
    public void append(List<ProvisioningEvent> events) {
        rows.requireWritable();
        Map<String, Long> tenants = new TreeMap<>();
        rows.batch(
                INSERT,
                events.stream()
                        .map(event -> values(tenants.computeIfAbsent(event.tenant(), rows::make), Delivery.of(event)))
                        .toList());
    }

    private static List<@Nullable Object> values(long tenant, Delivery delivery) {
        return List.of(
                tenant,
                delivery.event().id(),
                delivery.event().subject(),
                delivery.next().toEpochMilli(),
                delivery.parked(),
                ProvisioningCodec.encode(delivery));
    }

    @Override
    public List<Delivery> claim(Instant now, Instant leasedUntil, int limit) {
        rows.requireWritable();
        Sql free = Sql.of(FREE, now.toEpochMilli());
        return rows.dialect().locksInOrder()
                ? claimAtOnce(free, leasedUntil, limit)
                : claimOneByOne(free, leasedUntil, limit);
    }

    private static List<Object> lease(Claimed one, Instant until) {
        return List.of(until.toEpochMilli(), one.tenant(), one.sequence());
    }

    private static Claimed read(ResultSet row) throws SQLException {
        return new Claimed(ProvisioningCodec.decodeDelivery(row.getBytes(1)), row.getLong(2), row.getLong(3));
    }

    private List<Delivery> claimAtOnce(Sql free, Instant leasedUntil, int limit) {
        List<Claimed> claimed = new Claim("scim_outbox", "sequence_number", COLUMNS, free, ORDER)
                .take(rows, limit, JdbiOutboxStore::read);
        rows.batch(LEASE, claimed.stream().map(one -> lease(one, leasedUntil)).toList());
        return claimed.stream().map(Claimed::delivery).toList();
    }

    /** For H2, which may hold a row that has been deleted meanwhile, and bring it back; but compares and sets truly. */
    private List<Delivery> claimOneByOne(Sql free, Instant leasedUntil, int limit) {
        Sql candidates = Sql.of("select " + COLUMNS + " from scim_outbox c where ")
                .add(free)
                .add(" order by " + ORDER + " fetch first ? rows only", limit);
        return rows.rows(candidates, JdbiOutboxStore::read).stream()
                .filter(one -> rows.write(Sql.of(LEASE, lease(one, leasedUntil).toArray())
                                .add(" and ")
                                .add(free))
                        > 0)
                .map(Claimed::delivery)
                .toList();
    }

    @Override
    public void delivered(Delivery delivery) {
        ProvisioningEvent event = delivery.event();
        rows.write(
                event.tenant(),
                key -> Sql.of("delete from scim_outbox where tenant_key = ? and id = ?", key, event.id()));
    }

    @Override
    public void failed(Delivery delivery) {
        ProvisioningEvent event = delivery.event();
        rows.write(
                event.tenant(),
                key -> Sql.of(
                        "update scim_outbox set next_try = ?, parked = ?, document = ? where tenant_key = ? and id = ?",
                        delivery.next().toEpochMilli(),
                        delivery.parked(),
                        ProvisioningCodec.encode(delivery),
                        key,
                        event.id()));
    }

    @Override
    public List<Delivery> parked(String tenant, @Nullable String after, int limit) {
        // No id is empty, so every id is behind the empty one.
        return rows.list(
                tenant,
                key -> Sql.of(
                        "select document from scim_outbox where tenant_key = ? and parked = true and id > ?"
                                + " order by id fetch first ? rows only",
                        key,
                        after == null ? "" : after,
                        limit),
                ProvisioningCodec::decodeDelivery);
    }

    @Override
    public long count(String tenant) {
        return rows.count(tenant, key -> Sql.of("select count(*) from scim_outbox where tenant_key = ?", key));
    }
}
