package dev.rollcall.scim.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class BucketsTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-02T03:04:05Z"));
    private final Buckets<Integer> buckets = new Buckets<>(now::get, 1000);
    private final Allowance tenOfTwoASecond = new Allowance(500_000_000, 10);

    private void wait(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }

    private int takeAll(int key) {
        int taken = 0;
        while (buckets.take(key, tenOfTwoASecond) == 0) {
            taken++;
        }
        return taken;
    }

    @Test
    void a_bucket_gives_its_burst_and_then_as_many_as_come_in() {
        assertThat(takeAll(1)).isEqualTo(10);
        wait(Duration.ofMillis(499));
        assertThat(takeAll(1)).isZero();
        wait(Duration.ofMillis(1));
        assertThat(takeAll(1)).isEqualTo(1);
        wait(Duration.ofMillis(1750));
        assertThat(takeAll(1)).isEqualTo(3);
        wait(Duration.ofMillis(250));
        assertThat(takeAll(1)).isEqualTo(1);
        wait(Duration.ofDays(1));
        assertThat(takeAll(1)).isEqualTo(10);
    }

    @Test
    void the_wait_is_told_in_whole_seconds_and_is_right() {
        Allowance slow = new Allowance(30_000_000_000L, 1);
        assertThat(buckets.take(1, slow)).isZero();
        assertThat(buckets.take(1, slow)).isEqualTo(30);
        assertThat(buckets.look(1, slow)).isEqualTo(30);
        wait(Duration.ofMillis(29_001));
        assertThat(buckets.take(1, slow)).isEqualTo(1);
        wait(Duration.ofSeconds(1));
        assertThat(buckets.look(1, slow)).isZero();
        assertThat(buckets.take(1, slow)).isZero();
    }

    @Test
    void what_is_refused_costs_nothing_and_looking_costs_nothing() {
        takeAll(1);
        for (int i = 0; i < 1000; i++) {
            buckets.take(1, tenOfTwoASecond);
            buckets.look(1, tenOfTwoASecond);
        }
        wait(Duration.ofMillis(500));
        assertThat(takeAll(1)).isEqualTo(1);
    }

    @Test
    void each_key_has_a_bucket_of_its_own() {
        takeAll(1);
        assertThat(takeAll(2)).isEqualTo(10);
    }

    @Test
    void a_clock_that_is_set_back_locks_nobody_out_for_longer_than_a_bucket_takes() {
        takeAll(1);
        wait(Duration.ofDays(-1));
        assertThat(buckets.take(1, tenOfTwoASecond)).isEqualTo(1);
        wait(Duration.ofMillis(500));
        assertThat(takeAll(1)).isEqualTo(1);
    }

    @Test
    void full_buckets_are_not_kept() {
        for (int key = 0; key < 500; key++) {
            takeAll(key);
        }
        assertThat(buckets.size()).isEqualTo(500);
        wait(Duration.ofSeconds(5));
        for (int key = 1000; key < 1500; key++) {
            buckets.take(key, tenOfTwoASecond);
        }
        assertThat(buckets.size()).isEqualTo(500);
        wait(Duration.ofSeconds(5));
        for (int i = 0; i < 500; i++) {
            buckets.take(2000, tenOfTwoASecond);
            wait(Duration.ofSeconds(1));
        }
        assertThat(buckets.size()).isLessThanOrEqualTo(2);
    }

    @Test
    void memory_is_bounded_and_the_longest_untouched_goes_first() {
        for (int key = 0; key < 5000; key++) {
            takeAll(key);
        }
        assertThat(buckets.size()).isEqualTo(1000);
        assertThat(takeAll(4999)).isZero();
        assertThat(takeAll(0)).isEqualTo(10);
    }

    @Test
    void many_threads_together_get_no_more_than_one_would() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Integer>> takers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                takers.add(() -> takeAll(1));
            }
            int taken = 0;
            for (Future<Integer> each : threads.invokeAll(takers)) {
                taken += each.get();
            }
            assertThat(taken).isEqualTo(10);
        } finally {
            threads.shutdownNow();
        }
    }
}
