package dev.rollcall.scim.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettableClockTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private final SettableClock clock = SettableClock.at(NOON);

    @Test
    void it_stands_still() {
        assertThat(clock.instant()).isEqualTo(NOON);
        assertThat(clock.instant()).isEqualTo(NOON);
        assertThat(clock.millis()).isEqualTo(NOON.toEpochMilli());
    }

    @Test
    void it_advances_by_a_step_and_says_what_it_shows() {
        assertThat(clock.advance(Duration.ofHours(2))).isEqualTo(Instant.parse("2026-03-01T14:00:00Z"));
        clock.advance(Duration.ofHours(-1));

        assertThat(clock.instant()).isEqualTo(Instant.parse("2026-03-01T13:00:00Z"));
    }

    @Test
    void it_can_be_set_backwards() {
        clock.set(Instant.EPOCH);

        assertThat(clock.instant()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void no_step_is_lost_between_threads() throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            threads.add(new Thread(() -> {
                for (int step = 0; step < 10_000; step++) {
                    clock.advance(Duration.ofSeconds(1));
                }
            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(40_000));
    }
}
