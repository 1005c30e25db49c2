package dev.rollcall.scim.testkit.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.provisioning.event.Delivery;
import dev.rollcall.scim.provisioning.event.ProvisioningEvent;
import dev.rollcall.scim.testkit.store.Race;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Events on their way. */
public interface OutboxContract extends ProvisioningFixture {
    private List<Delivery> claim(Instant now, int limit) {
        return write(unit -> unit.outbox().claim(now, now.plusSeconds(60), limit)).stream()
                .filter(delivery -> delivery.event().tenant().equals(tenant()))
                .toList();
    }

    private List<String> claimed(Instant now) {
        return claim(now, 99).stream().map(delivery -> delivery.event().id()).toList();
    }

    private void append(ProvisioningEvent... events) {
        change(unit -> unit.outbox().append(List.of(events)));
    }

    @Test
    default void events_of_one_subject_must_be_given_in_the_order_in_which_they_were_appended() {
        // The order is not that of the ids.
        append(event("e3", "g1"), event("e9", "g2"), event("e1", "g1"));
        append(event("e2", "g1"));
        List<String> order = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            for (Delivery delivery : claim(NOW, 99)) {
                order.add(delivery.event().id());
                change(unit -> unit.outbox().delivered(delivery));
            }
        }

        assertThat(order).hasSize(4).containsSubsequence("e3", "e1", "e2");
        assertThat((long) read(unit -> unit.outbox().count(tenant()))).isZero();
    }

    @Test
    default void an_event_must_not_be_given_again_before_its_lease_is_over() {
        append(event("e1", "g1"), event("e2", "g2"));

        assertThat(claimed(NOW)).containsExactlyInAnyOrder("e1", "e2");
        assertThat(claimed(NOW.plusSeconds(59))).isEmpty();
        assertThat(claimed(NOW.plusSeconds(60))).containsExactlyInAnyOrder("e1", "e2");
    }

    @Test
    default void of_those_who_claim_events_at_the_same_time_one_alone_gets_each() {
        ProvisioningEvent[] events = IntStream.range(0, 40)
                .mapToObj(i -> event("e%02d".formatted(i), "g" + i % 20))
                .toArray(ProvisioningEvent[]::new);
        append(events);
        List<List<String>> told = Race.among(4, runner -> {
            List<String> mine = new ArrayList<>();
            while (read(unit -> unit.outbox().count(tenant())) > 0) {
                for (Delivery delivery : claim(NOW, 3)) {
                    mine.add(delivery.event().id());
                    change(unit -> unit.outbox().delivered(delivery));
                }
            }
            return mine;
        });

        assertThat(told.stream().flatMap(List::stream)).hasSize(40).doesNotHaveDuplicates();
    }

    @Test
    default void an_event_must_not_be_given_while_an_earlier_one_of_its_subject_is_there_parked_ones_included() {
        append(event("e1", "g1"), event("e2", "g1"));
        Delivery first = claim(NOW, 99).get(0);

        change(unit -> unit.outbox().failed(first.failed(NOW.plusSeconds(5), false, "refused")));
        assertThat(claimed(NOW.plusSeconds(4))).isEmpty();
        Delivery again = claim(NOW.plusSeconds(5), 99).get(0);
        assertThat(again).isEqualTo(first.failed(NOW.plusSeconds(5), false, "refused"));
        change(unit -> unit.outbox().failed(again.failed(NOW.plusSeconds(6), true, "refused")));
        assertThat(claimed(NOW.plusSeconds(999))).isEmpty();
        change(unit -> unit.outbox().delivered(again));
        assertThat(claimed(NOW.plusSeconds(999))).containsExactly("e2");
    }

    @Test
    default void an_event_that_was_delivered_meanwhile_must_not_come_back() {
        append(event("e1", "g1"));
        Delivery first = claim(NOW, 99).get(0);
        change(unit -> unit.outbox().delivered(first));
        change(unit -> unit.outbox().failed(first.failed(NOW, false, "late")));

        assertThat(claimed(NOW.plusSeconds(999))).isEmpty();
        assertThat((long) read(unit -> unit.outbox().count(tenant()))).isZero();
    }

    @Test
    default void a_page_of_parked_events_must_hold_those_behind_the_id_in_the_order_of_ids_up_to_its_limit() {
        append(event("e3", "g3"), event("e1", "g1"), event("e2", "g2"), event("e4", "g4"));
        for (Delivery delivery : claim(NOW, 99)) {
            boolean parks = !delivery.event().id().equals("e4");
            change(unit -> unit.outbox().failed(delivery.failed(NOW, parks, "refused")));
        }

        assertThat(listed(unit -> unit.outbox().parked(tenant(), null, 2)))
                .extracting(one -> one.event().id())
                .containsExactly("e1", "e2");
        assertThat(listed(unit -> unit.outbox().parked(tenant(), "e1", 9)))
                .extracting(one -> one.event().id())
                .containsExactly("e2", "e3");
        assertThat((long) read(unit -> unit.outbox().count(tenant()))).isEqualTo(4);
    }
}
