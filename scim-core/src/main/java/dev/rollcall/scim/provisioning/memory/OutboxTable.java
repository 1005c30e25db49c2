package dev.rollcall.scim.provisioning.memory;

import dev.rollcall.scim.provisioning.event.Delivery;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Events on their way, by tenant and id, and in the order in which they came. */
final class OutboxTable {
    /**
     * An event on its way.
     *
     * @param number tells the order
     * @param leasedUntil when nobody has it any more; null if nobody has
     */
    record Row(long number, Delivery delivery, @Nullable Instant leasedUntil) {
        RowKey key() {
            return RowKey.of(delivery.event().tenant(), delivery.event().id());
        }

        RowKey subject() {
            return RowKey.of(delivery.event().tenant(), delivery.event().subject());
        }

        boolean isFreeAt(Instant now) {
            return !delivery.parked()
                    && !delivery.next().isAfter(now)
                    && (leasedUntil == null || !leasedUntil.isAfter(now));
        }

        Row with(Delivery newDelivery, @Nullable Instant newLease) {
            return new Row(number, newDelivery, newLease);
        }
    }

    private final Rows<Row> rows;
    private final Rows<RowKey> inOrder;
    /** Goes up only, also where what took a number is undone. */
    private long last;

    OutboxTable(UndoLog undo) {
        rows = new Rows<>(undo);
        inOrder = new Rows<>(undo);
    }

    private static RowKey number(Row row) {
        return RowKey.of("%020d".formatted(row.number()));
    }

    void append(Delivery delivery) {
        put(new Row(++last, delivery, null));
    }

    void put(Row row) {
        rows.put(row.key(), row);
        inOrder.put(number(row), row.key());
    }

    Optional<Row> find(Delivery delivery) {
        return rows.find(RowKey.of(delivery.event().tenant(), delivery.event().id()));
    }

    Stream<Row> inOrder() {
        return inOrder.all().flatMap(key -> rows.find(key).stream());
    }

    Stream<Row> behind(String tenant, @Nullable String after) {
        return rows.behind(RowKey.of(tenant), after);
    }

    void remove(Row row) {
        rows.remove(row.key());
        inOrder.remove(number(row));
    }

    void removeAll(RowKey tenant) {
        rows.under(tenant).toList().forEach(this::remove);
    }
}
