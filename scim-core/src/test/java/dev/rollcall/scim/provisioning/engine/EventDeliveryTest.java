package dev.rollcall.scim.provisioning.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.provisioning.FailureListener;
import dev.rollcall.scim.provisioning.Provisioning;
import dev.rollcall.scim.provisioning.ProvisioningMeter;
import dev.rollcall.scim.provisioning.RoleCatalogue;
import dev.rollcall.scim.provisioning.admin.Events;
import dev.rollcall.scim.provisioning.event.Delivery;
import dev.rollcall.scim.provisioning.event.DeliveryPolicy;
import dev.rollcall.scim.provisioning.event.EventListener;
import dev.rollcall.scim.provisioning.event.EventType;
import dev.rollcall.scim.provisioning.event.ProvisioningEvent;
import dev.rollcall.scim.provisioning.log.Cause;
import dev.rollcall.scim.provisioning.memory.MemoryProvisioning;
import dev.rollcall.scim.provisioning.store.ProvisioningStore;
import dev.rollcall.scim.schema.SchemaRegistry;
import dev.rollcall.scim.store.Store;
import dev.rollcall.scim.store.memory.InMemoryStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EventDeliveryTest {
    private static final DeliveryPolicy POLICY = DeliveryPolicy.DEFAULT
            .withAttempts(3)
            .withPauses(Duration.ofSeconds(10), Duration.ofSeconds(20))
            .withLease(Duration.ofSeconds(60));

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-05T10:00:00Z"));
    private final Store store = InMemoryStore.create();
    private final ProvisioningStore state = MemoryProvisioning.create();
    private final ConcurrentLinkedQueue<String> heard = new ConcurrentLinkedQueue<>();
    private final Set<String> failing = new HashSet<>();
    private final Provisioning parts = parts(this::hear);
    private final EventDelivery delivery = node(parts);

    private void hear(ProvisioningEvent event) {
        if (failing.contains(event.subject())) {
            throw new IllegalStateException("not now");
        }
        heard.add(event.subject() + "/" + event.id());
    }

    private Provisioning parts(EventListener... listeners) {
        return new Provisioning(
                store,
                state,
                SchemaRegistry.standard(),
                now::get,
                () -> "unused",
                RoleCatalogue.NONE,
                null,
                List.of(listeners));
    }

    private static EventDelivery node(Provisioning parts) {
        return new EventDelivery(parts, POLICY, SafeMeter.NONE, () -> 1);
    }

    private void happened(String subject, String... ids) {
        List<ProvisioningEvent> events = new ArrayList<>();
        for (String id : ids) {
            events.add(new ProvisioningEvent(
                    "acme", id, now.get(), EventType.GROUP_CHANGED, subject, subject, null, Cause.REQUEST, null));
        }
        parts.write(unit -> {
            unit.outbox().append(events);
            return events;
        });
    }

    private static void runAll(Chore chore) {
        while (chore.runBatch() > 0) {
            // Until nothing is left for now.
        }
    }

    private void pass(int seconds) {
        now.updateAndGet(time -> time.plusSeconds(seconds));
    }

    private List<Delivery> parked() {
        return new Events(parts).parked("acme").toList();
    }

    @Test
    void events_of_a_subject_are_told_in_their_order_and_once() {
        happened("a", "3", "1", "2");
        happened("b", "4");
        runAll(delivery);

        assertThat(heard).containsExactlyInAnyOrder("a/3", "a/1", "a/2", "b/4");
        assertThat(heard.stream().filter(text -> text.startsWith("a"))).containsExactly("a/3", "a/1", "a/2");
        runAll(delivery);
        assertThat(heard).hasSize(4);
        assertThat(new Events(parts).waiting("acme")).isZero();
    }

    @Test
    void an_event_that_is_not_taken_holds_back_its_own_subject_and_nobody_else() {
        failing.add("a");
        happened("a", "1", "2");
        happened("b", "3", "4");
        runAll(delivery);

        assertThat(heard).containsExactly("b/3", "b/4");
        assertThat(new Events(parts).waiting("acme")).isEqualTo(2);

        failing.clear();
        pass(9);
        runAll(delivery);
        assertThat(heard).hasSize(2);

        pass(1);
        runAll(delivery);
        assertThat(heard).containsExactly("b/3", "b/4", "a/1", "a/2");
    }

    @Test
    void the_pause_grows_with_each_failure() {
        failing.add("a");
        happened("a", "1");
        runAll(delivery);
        pass(10);
        assertThat(delivery.runBatch()).isEqualTo(1);
        pass(19);
        assertThat(delivery.runBatch()).isZero();
        pass(1);
        assertThat(delivery.runBatch()).isEqualTo(1);
    }

    @Test
    void an_event_that_fails_too_often_is_parked_and_says_why() {
        failing.add("a");
        happened("a", "1", "2");
        happened("b", "3");
        for (int i = 0; i < 5; i++) {
            runAll(delivery);
            pass(3_600);
        }

        assertThat(parked()).hasSize(1);
        Delivery parked = parked().get(0);
        assertThat(parked.event().id()).isEqualTo("1");
        assertThat(parked.attempts()).isEqualTo(3);
        assertThat(parked.problem()).isEqualTo("java.lang.IllegalStateException: not now");

        failing.clear();
        happened("b", "4");
        happened("a", "5");
        runAll(delivery);
        assertThat(heard).containsExactly("b/3", "b/4");
        assertThat(new Events(parts).waiting("acme")).isEqualTo(3);
    }

    @Test
    void events_that_were_committed_before_a_crash_are_told_after_it() {
        happened("a", "1");

        List<String> after = new ArrayList<>();
        runAll(node(parts(event -> after.add(event.id()))));

        assertThat(after).containsExactly("1");
    }

    @Test
    void what_a_node_had_taken_when_it_died_is_told_by_another_once_the_lease_is_over() {
        happened("a", "1", "2");
        parts.write(unit -> unit.outbox().claim(now.get(), now.get().plus(POLICY.lease()), 10));

        pass(59);
        runAll(delivery);
        assertThat(heard).isEmpty();
        pass(1);
        runAll(delivery);
        assertThat(heard).containsExactly("a/1", "a/2");
    }

    @Test
    void events_that_were_rolled_back_are_told_to_nobody() {
        try {
            parts.write(unit -> {
                unit.outbox()
                        .append(List.of(new ProvisioningEvent(
                                "acme", "1", now.get(), EventType.GROUP_CHANGED, "a", "a", null, Cause.ADMIN, null)));
                throw new IllegalStateException("undone");
            });
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("undone");
        }
        runAll(delivery);

        assertThat(heard).isEmpty();
    }

    @Test
    void two_nodes_share_the_work_and_tell_each_event_once_and_in_order() throws InterruptedException {
        for (int subject = 0; subject < 40; subject++) {
            happened("s" + subject, subject + "-1", subject + "-2", subject + "-3", subject + "-4");
        }
        CountDownLatch go = new CountDownLatch(1);
        List<Thread> nodes = IntStream.range(0, 2)
                .mapToObj(number -> new Thread(() -> {
                    EventDelivery node = node(parts);
                    await(go);
                    while (new Events(parts).waiting("acme") > 0) {
                        node.runBatch();
                    }
                }))
                .toList();
        nodes.forEach(Thread::start);
        go.countDown();
        for (Thread node : nodes) {
            node.join();
        }

        assertThat(heard).hasSize(160).doesNotHaveDuplicates();
        for (int subject = 0; subject < 40; subject++) {
            String of = "s" + subject + "/";
            assertThat(heard.stream().filter(text -> text.startsWith(of)).toList())
                    .isSorted();
        }
    }

    @Test
    void a_listener_can_use_the_store_whose_lock_is_one_for_all() {
        AtomicReference<Provisioning> self = new AtomicReference<>();
        Provisioning calling = parts(event -> {
            heard.add("waiting " + self.get().read(unit -> unit.outbox().count("acme")));
            if (event.id().equals("1")) {
                happened("b", "2");
            }
        });
        self.set(calling);
        happened("a", "1");
        runAll(node(calling));

        assertThat(heard).containsExactly("waiting 1", "waiting 1");
    }

    @Test
    void all_listeners_hear_of_an_event_until_all_have_taken_it() {
        Provisioning two = parts(event -> heard.add("first"), event -> {
            heard.add("second");
            hear(event);
        });
        failing.add("a");
        happened("a", "1");
        runAll(node(two));
        failing.clear();
        pass(10);
        runAll(node(two));

        assertThat(heard).containsExactly("first", "second", "first", "second", "a/1");
    }

    @Test
    void events_for_which_no_time_is_left_in_a_lease_are_given_back_as_they_were() {
        Provisioning slow = parts(event -> {
            heard.add(event.id());
            pass(31);
        });
        happened("a", "1");
        happened("b", "2");
        happened("c", "3");

        assertThat(node(slow).runBatch()).isEqualTo(1);
        assertThat(delivery.runBatch()).isEqualTo(2);
        assertThat(heard).containsExactly("1", "b/2", "c/3");
    }

    @Test
    void errors_and_exceptions_that_were_not_declared_are_failures_like_others() {
        Provisioning odd = parts(event -> {
            if (event.subject().equals("a")) {
                throw new StackOverflowError();
            }
            EventDeliveryTest.<RuntimeException>sneak(new java.io.IOException("secretly\nthrown"));
        });
        happened("a", "1");
        happened("b", "2");
        for (int i = 0; i < 3; i++) {
            runAll(node(odd));
            pass(100);
        }

        assertThat(parked())
                .extracting(Delivery::problem)
                .containsExactly("java.lang.StackOverflowError", "java.io.IOException: secretly thrown");
    }

    @SuppressWarnings("unchecked")
    private static <E extends Exception> void sneak(Exception e) throws E {
        throw (E) e;
    }

    @Test
    void a_meter_hears_of_what_was_taken_and_what_was_not_and_can_fail() {
        List<String> measured = new ArrayList<>();
        List<String> told = new ArrayList<>();
        FailureListener failures = (work, failure) -> told.add(work + " " + failure.getMessage());
        ProvisioningMeter meter = new ProvisioningMeter() {
            @Override
            public void delivered(ProvisioningEvent event, Duration took, Duration age) {
                measured.add(event.id() + " after " + age);
                throw new IllegalStateException("broken");
            }

            @Override
            public void notDelivered(Delivery what) {
                measured.add(what.event().id() + " failed " + what.attempts());
            }
        };
        failing.add("b");
        happened("a", "1");
        happened("b", "2");
        pass(5);
        runAll(new EventDelivery(parts, POLICY, new SafeMeter(meter, failures)));

        assertThat(measured).containsExactly("1 after PT5S", "2 failed 1");
        assertThat(told).containsExactly("meter broken");
        assertThat(heard).containsExactly("a/1");
    }

    @Test
    void without_listeners_nothing_is_taken_out_of_the_outbox() {
        assertThat(Tasks.of(Engine.of(parts()), POLICY, SafeMeter.NONE))
                .extracting(Task::name)
                .doesNotContain("events");
        assertThat(Tasks.of(Engine.of(parts), POLICY, SafeMeter.NONE))
                .extracting(Task::name)
                .contains("events");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
