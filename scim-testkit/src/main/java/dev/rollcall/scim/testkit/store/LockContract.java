package dev.rollcall.scim.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.store.ResourceStore;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The capability {@link dev.rollcall.scim.store.Capabilities#locks}. */
public interface LockContract extends StoreFixture {
    @Test
    default void lock_finds_the_resource_as_find_does() {
        Resource anna = user("u1", "anna");
        insert(host(), anna);
        change(store -> {
            assertThat(store.lock(host(), users(), "u1")).contains(anna);
            assertThat(store.lock(host(), users(), "u2")).isEmpty();
            assertThat(store.lock(host(), groups(), "u1")).isEmpty();
        });
    }

    @Test
    default void whoever_holds_a_lock_loses_no_race_and_never_tries_again() {
        insert(host(), user("u1", "anna"));
        Race.among(4, runner -> {
            for (int i = 0; i < 25; i++) {
                // Straight to the store, since the helper tries again.
                boolean written = store().write(unit -> oneMore(unit.resources()));
                assertThat(written).isTrue();
            }
            return runner;
        });

        assertThat(get(host(), users(), "u1").meta().version()).isEqualTo(101);
    }

    @Test
    default void no_two_hold_one_lock() {
        insert(host(), user("u1", "anna"));
        AtomicInteger holders = new AtomicInteger();
        List<Integer> most = Race.among(4, runner -> {
            int seen = 0;
            for (int i = 0; i < 25; i++) {
                seen = Math.max(seen, write(unit -> {
                    unit.resources().lock(host(), users(), "u1").orElseThrow();
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

    private boolean oneMore(ResourceStore store) {
        Resource locked = store.lock(host(), users(), "u1").orElseThrow();
        long version = locked.meta().version();
        return store.replace(host(), keys().stored(changed(locked, "displayName", "Version " + version)), version);
    }
}
