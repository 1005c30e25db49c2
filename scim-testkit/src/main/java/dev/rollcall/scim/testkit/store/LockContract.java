package dev.rollcall.scim.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.store.ResourceStore;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The capability {@link dev.rollcall.scim.store.Capabilities#locks}. */
public interface LockContract extends StoreFixture {
    @EachType
    default void whoever_holds_a_lock_must_not_lose_a_race(ResourceType type) {
        insert(host(), resource(type, "u1", "anna"));
        Race.among(4, runner -> {
            for (int i = 0; i < 25; i++) {
                // Straight to the store, since the helper tries again.
                boolean written = store().write(unit -> oneMore(unit.resources(), type));
                assertThat(written).isTrue();
            }
            return runner;
        });

        assertThat(get(host(), type, "u1").meta().version()).isEqualTo(101);
    }

    @EachType
    default void a_store_that_declares_locks_must_let_one_unit_of_work_hold_a_resource_at_a_time(ResourceType type) {
        insert(host(), resource(type, "u1", "anna"));
        AtomicInteger holders = new AtomicInteger();
        List<Integer> most = Race.among(4, runner -> {
            int seen = 0;
            for (int i = 0; i < 25; i++) {
                seen = Math.max(seen, write(unit -> {
                    unit.resources().lock(host(), type, "u1").orElseThrow();
                    int together = holders.incrementAndGet();
                    Thread.yield();
                    holders.decrementAndGet();
                    return together;
                }));
            }
            return seen;
        });

        assertThat(most).containsOnly(1);
    }

    private boolean oneMore(ResourceStore store, ResourceType type) {
        Resource locked = store.lock(host(), type, "u1").orElseThrow();
        long version = locked.meta().version();
        return store.replace(host(), keys().stored(changed(locked, "externalId", "Version " + version)), version);
    }
}
