package dev.rollcall.scim.provisioning.engine;

import dev.rollcall.scim.provisioning.Provisioning;
import dev.rollcall.scim.provisioning.event.Delivery;
import dev.rollcall.scim.provisioning.event.DeliveryPolicy;
import dev.rollcall.scim.provisioning.event.EventListener;
import dev.rollcall.scim.provisioning.event.ProvisioningEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

/**
 * Tells the host of events. A unit of work leases some, each the first of its subject; the listeners are called outside of
 * any unit, so that they may do what they like; another unit keeps how it went. A node that dies in between leaves its leases,
 * which end. Thread-safe.
 */
final class EventDelivery implements Chore {
    private static final int AT_ONCE = 50;

    private final Provisioning parts;
    private final DeliveryPolicy policy;
    private final SafeMeter meter;
    private final DoubleSupplier chance;

    EventDelivery(Provisioning parts, DeliveryPolicy policy, SafeMeter meter) {
        this(parts, policy, meter, () -> ThreadLocalRandom.current().nextDouble());
    }

    EventDelivery(Provisioning parts, DeliveryPolicy policy, SafeMeter meter, DoubleSupplier chance) {
        this.parts = parts;
        this.policy = policy;
        this.meter = meter;
        this.chance = chance;
    }

    @Override
    public int runBatch() {
        Instant now = parts.now();
        List<Delivery> leased = parts.write(unit -> unit.outbox().claim(now, now.plus(policy.lease()), AT_ONCE));
        // Half of the lease is kept for the event that is then under way, and for keeping how it went.
        Instant stop = now.plus(policy.lease().dividedBy(2));
        List<Delivery> taken = new ArrayList<>();
        List<Delivery> others = new ArrayList<>();
        List<Delivery> failed = new ArrayList<>();
        for (Delivery delivery : leased) {
            if (!taken.isEmpty() || !failed.isEmpty()) {
                if (parts.now().isAfter(stop)) {
                    others.add(delivery);
                    continue;
                }
            }
            Delivery after = deliver(delivery);
            (after == delivery ? taken : failed).add(after);
        }
        if (!leased.isEmpty()) {
            others.addAll(failed);
            parts.write(unit -> {
                taken.forEach(unit.outbox()::delivered);
                others.forEach(unit.outbox()::failed);
                return others;
            });
        }
        failed.forEach(delivery -> meter.tell(listener -> listener.notDelivered(delivery)));
        return taken.size() + failed.size();
    }

    /** The same delivery if it was taken, and otherwise what becomes of it. */
    private Delivery deliver(Delivery delivery) {
        ProvisioningEvent event = delivery.event();
        long begun = System.nanoTime();
        try {
            for (EventListener listener : parts.listeners()) {
                listener.on(event);
            }
        } catch (Throwable e) {
            // Throwable: languages other than Java throw checked exceptions where none are declared.
            boolean parked = delivery.attempts() + 1 >= policy.attempts();
            Duration pause = policy.pause(delivery.attempts(), chance.getAsDouble());
            return delivery.failed(parts.now().plus(pause), parked, problem(e));
        }
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        Duration age = Duration.between(event.time(), parts.now());
        meter.tell(listener -> listener.delivered(event, took, age));
        return delivery;
    }

    private static String problem(Throwable failure) {
        String message = failure.getMessage();
        String name = failure.getClass().getName();
        return PlainText.line(message == null ? name : name + ": " + message);
    }
}
