package dev.rollcall.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final Plan SHORT = new Plan(10, Duration.ofMillis(4), Duration.ofMillis(20), 1, 1);

    private final long[] sink = new long[1];

    @Test
    void three_times_the_work_takes_about_three_times_as_long() throws Exception {
        Comparison comparison = Comparison.of(SHORT, i -> spin(300_000), i -> spin(100_000));

        assertThat(comparison.ratio().value()).isBetween(2.0, 4.5);
        assertThat(comparison.measured().median())
                .isGreaterThan(comparison.reference().median());
    }

    @Test
    void what_is_prepared_and_restored_costs_nothing() throws Exception {
        Work work = new Work() {
            @Override
            public void prepare(int i) {
                spin(1_000_000);
            }

            @Override
            public void run(int i) {
                spin(10_000);
            }

            @Override
            public void restore(int i) {
                spin(1_000_000);
            }
        };

        assertThat(Comparison.of(SHORT, work, i -> spin(10_000)).ratio().value())
                .isLessThan(5);
    }

    @Test
    void a_work_that_allocates_is_found_out() throws Exception {
        byte[][] kept = new byte[1][];
        Comparison comparison = Comparison.of(SHORT, i -> kept[0] = new byte[100_000], i -> spin(1));

        assertThat(comparison.measured().allocated()).isBetween(100_000L, 110_000L);
        assertThat(comparison.reference().allocated()).isLessThan(1_000);
    }

    @Test
    void the_times_are_counted_from_nothing_without_a_gap() throws Exception {
        int[] next = {0};
        Comparison.of(SHORT, i -> assertThat(i).isEqualTo(next[0]++), i -> spin(1));

        assertThat(next[0]).isPositive();
    }

    private void spin(int steps) {
        long value = sink[0];
        for (int i = 0; i < steps; i++) {
            value = value * 6364136223846793005L + 1442695040888963407L;
        }
        sink[0] = value;
    }
}
