package dev.rollcall.scim.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.provisioning.event.Delivery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several nodes claim events at once. */
class OutboxClaimTest extends ProvisioningTest {
    private static final int SUBJECTS = 12;
    private static final int EVENTS = 25;
    private static final int NODES = 4;

    @BeforeEach
    void give() {
        keep(state -> state.tenants().insert(aTenant(tenant())));
    }

    @Test
    void an_event_that_another_unit_holds_is_passed_over_and_so_are_those_behind_it() {
        keep(state -> state.outbox().append(List.of(event("e1", "s1"), event("e2", "s2"), event("e3", "s1"))));
        keep(state -> {
            assertThat(claim(1)).containsExactly("e1");
            assertThat(ids(state.outbox().claim(NOW, NOW.plusSeconds(30), 9))).containsExactly("e2");
            if (kind == Database.H2) {
                // Waits for whoever claims at the same time, which is not for long.
                return;
            }
            assertThat(this.<List<String>>elsewhere(other -> ids(other.outbox().claim(NOW, NOW.plusSeconds(30), 9))))
                    .isEmpty();
        });
    }

    /** Claims on another thread, so that this one may be within a unit of work. */
    private List<String> claim(int limit) {
        return elsewhere(state -> ids(state.outbox().claim(NOW, NOW.plusSeconds(30), limit)));
    }

    @Test
    void each_event_is_given_once_and_after_those_before_it_whoever_claims_at_the_same_time() {
        List<String> told = Collections.synchronizedList(new ArrayList<>());
        AtomicInteger left = new AtomicInteger(SUBJECTS * EVENTS);
        List<CompletableFuture<Void>> nodes = new ArrayList<>();
        for (int node = 0; node < NODES; node++) {
            nodes.add(CompletableFuture.runAsync(() -> deliver(told, left)));
        }
        // Appended meanwhile, each subject in its order, as those do who hold it.
        for (int i = 0; i < EVENTS; i++) {
            int number = i;
            keep(state -> state.outbox()
                    .append(IntStream.range(0, SUBJECTS)
                            .mapToObj(s -> event("e" + s + "-" + number, "s" + s))
                            .toList()));
        }
        CompletableFuture.allOf(nodes.toArray(CompletableFuture[]::new)).join();

        assertThat(told).doesNotHaveDuplicates().hasSize(SUBJECTS * EVENTS);
        Map<String, Integer> next = new HashMap<>();
        for (String id : told) {
            String[] parts = id.split("-");
            assertThat(Integer.parseInt(parts[1])).isEqualTo(next.merge(parts[0], 1, Integer::sum) - 1);
        }
        assertThat(this.<Long>look(state -> state.outbox().count(tenant()))).isZero();
    }

    private void deliver(List<String> told, AtomicInteger left) {
        Instant never = NOW.plusSeconds(3600);
        while (left.get() > 0) {
            List<Delivery> claimed = state(state -> state.outbox().claim(NOW, never, 3));
            for (Delivery delivery : claimed) {
                told.add(delivery.event().id());
                keep(state -> state.outbox().delivered(delivery));
                left.decrementAndGet();
            }
        }
    }

    private static List<String> ids(List<Delivery> deliveries) {
        return deliveries.stream().map(delivery -> delivery.event().id()).toList();
    }
}
