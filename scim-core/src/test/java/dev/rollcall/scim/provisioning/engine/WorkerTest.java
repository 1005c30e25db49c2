package dev.rollcall.scim.provisioning.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WorkerTest {
    private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();

    private Worker worker(Chore... chores) {
        List<Task> tasks = new ArrayList<>();
        for (Chore chore : chores) {
            tasks.add(new Task("chore " + tasks.size(), chore));
        }
        return new Worker(
                tasks,
                (work, failure) -> failures.add(work + ": " + failure.getMessage()),
                SafeMeter.NONE,
                Duration.ofMillis(1));
    }

    @Test
    void all_that_is_due_is_done_at_once_and_counted() {
        AtomicInteger left = new AtomicInteger(5);
        Worker worker = worker(() -> 0, () -> left.get() == 0 ? 0 : left.getAndDecrement() > 0 ? 1 : 0);

        assertThat(worker.runDue()).isEqualTo(5);
        assertThat(worker.runDue()).isZero();
    }

    @Test
    void what_one_chore_leaves_for_another_is_done_in_the_same_call() {
        AtomicInteger forSecond = new AtomicInteger();
        AtomicInteger forFirst = new AtomicInteger();
        Worker worker = worker(() -> forFirst.getAndSet(0), () -> forSecond.getAndSet(0), () -> {
            if (forFirst.get() == 0 && forSecond.get() == 0 && failures.isEmpty()) {
                failures.add("once");
                forFirst.set(2);
                return 1;
            }
            return 0;
        });

        assertThat(worker.runDue()).isEqualTo(3);
    }

    @Test
    void a_chore_that_fails_is_told_of_and_does_not_keep_the_others_from_theirs() {
        AtomicInteger left = new AtomicInteger(2);
        Worker worker = worker(
                () -> {
                    throw new IllegalStateException("no");
                },
                () -> Math.max(0, left.getAndDecrement()));

        assertThat(worker.runDue()).isEqualTo(3);
        assertThat(failures).containsExactly("chore 0: no");
    }

    @Test
    void the_thread_goes_on_after_failures_of_chores_and_of_who_hears_of_them() throws InterruptedException {
        AtomicInteger calls = new AtomicInteger();
        CountDownLatch through = new CountDownLatch(1);
        Chore chore = () -> {
            switch (calls.incrementAndGet()) {
                case 1 -> throw new IllegalStateException("first");
                case 2 -> throw new StackOverflowError("second");
                default -> through.countDown();
            }
            return 0;
        };
        List<Task> tasks = List.of(new Task("chore", chore));
        try (Worker worker = new Worker(
                tasks,
                (work, failure) -> {
                    failures.add(failure.getMessage());
                    throw new IllegalStateException("deaf");
                },
                SafeMeter.NONE,
                Duration.ofMillis(1))) {
            worker.start();
            while (!through.await(5, TimeUnit.MILLISECONDS)) {
                worker.wake();
            }
        }

        assertThat(failures).containsExactly("first", "second");
    }

    @Test
    void a_failing_chore_pauses_while_the_others_go_on() throws InterruptedException {
        AtomicInteger failed = new AtomicInteger();
        CountDownLatch many = new CountDownLatch(1_000);
        List<Task> tasks = List.of(
                new Task("failing", () -> {
                    failed.incrementAndGet();
                    throw new IllegalStateException("no");
                }),
                new Task("busy", () -> {
                    many.countDown();
                    return 1;
                }));
        try (Worker worker = new Worker(tasks, (work, failure) -> {}, SafeMeter.NONE, Duration.ofHours(1))) {
            worker.start();
            many.await();
        }

        assertThat(failed).hasValue(1);
    }

    @Test
    void closing_waits_for_the_chore_under_way_and_begins_no_other() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        AtomicBoolean ended = new AtomicBoolean();
        AtomicInteger second = new AtomicInteger();
        Worker worker = worker(
                () -> {
                    begun.countDown();
                    await(go);
                    ended.set(true);
                    return 1;
                },
                second::incrementAndGet);
        worker.start();
        begun.await();
        Thread closer = new Thread(worker::close);
        closer.start();
        while (closer.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        assertThat(ended).isFalse();
        go.countDown();
        closer.join();

        assertThat(ended).isTrue();
        assertThat(second).hasValue(0);
        worker.close();
        worker.start();
        assertThat(second).hasValue(0);
    }

    @Test
    void a_chore_can_close_the_worker_it_runs_on() throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        Worker[] self = new Worker[1];
        self[0] = worker(() -> {
            self[0].close();
            closed.countDown();
            return 1;
        });
        self[0].start();

        assertThat(closed.await(30, TimeUnit.SECONDS)).isTrue();
        self[0].close();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
