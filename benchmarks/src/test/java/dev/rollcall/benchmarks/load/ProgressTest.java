package dev.rollcall.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final long SECOND = 1_000_000_000;

    private final Progress progress = new Progress();

    @Test
    void a_steady_load_ends_as_fast_as_it_began() {
        for (int i = 1; i <= 200; i++) {
            progress.at(i * SECOND, 10);
        }
        Progress.Rates rates = progress.rates();

        assertThat(rates.total()).isEqualTo(2_000);
        assertThat(rates.seconds()).isCloseTo(200, within(1e-6));
        assertThat(rates.perSecond())
                .hasSize(50)
                .usingComparatorWithPrecision(1e-6)
                .containsOnly(10);
        assertThat(rates.endAgainstStart().value()).isCloseTo(1, within(1e-9));
    }

    @Test
    void a_load_that_slows_down_to_half_shows_it() {
        long now = 0;
        for (int i = 0; i < 1_000; i++) {
            now += i < 500 ? SECOND : 2 * SECOND;
            progress.at(now, 10);
        }

        assertThat(progress.rates().endAgainstStart().value()).isCloseTo(0.5, within(1e-6));
    }
}
