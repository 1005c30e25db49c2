package dev.rollcall.scim.provisioning.memory;

import dev.rollcall.scim.provisioning.event.Delivery;
import dev.rollcall.scim.provisioning.event.ProvisioningEvent;
import dev.rollcall.scim.provisioning.store.OutboxStore;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Events on their way. */
record MemoryOutbox(MemoryProvisioningUnit unit) implements OutboxStore {
    @Override
    public void append(List<ProvisioningEvent> events) {
        OutboxTable outbox = unit.writing().outbox;
        events.forEach(event -> outbox.append(Delivery.of(event)));
    }

    @Override
    public List<Delivery> claim(Instant now, Instant leasedUntil, int limit) {
        OutboxTable outbox = unit.writing().outbox;
        Set<RowKey> seen = new HashSet<>();
        List<OutboxTable.Row> claimed = outbox.inOrder()
                .filter(row -> seen.add(row.subject()))
                .filter(row -> row.isFreeAt(now))
                .limit(limit)
                .toList();
        claimed.forEach(row -> outbox.put(row.with(row.delivery(), leasedUntil)));
        return claimed.stream().map(OutboxTable.Row::delivery).toList();
    }

    @Override
    public void delivered(Delivery delivery) {
        OutboxTable outbox = unit.writing().outbox;
        outbox.find(delivery).ifPresent(outbox::remove);
    }

    @Override
    public void failed(Delivery delivery) {
        OutboxTable outbox = unit.writing().outbox;
        outbox.find(delivery).ifPresent(row -> outbox.put(row.with(delivery, null)));
    }

    @Override
    public List<Delivery> parked(String tenant, @Nullable String after, int limit) {
        return unit.reading()
                .outbox
                .behind(tenant, after)
                .map(OutboxTable.Row::delivery)
                .filter(Delivery::parked)
                .limit(limit)
                .toList();
    }

    @Override
    public long count(String tenant) {
        return unit.reading().outbox.behind(tenant, null).count();
    }
}
