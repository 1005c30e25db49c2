package dev.rollcall.scim.provisioning.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DeliveryPolicyTest {
    private static final DeliveryPolicy POLICY =
            DeliveryPolicy.DEFAULT.withPauses(Duration.ofSeconds(1), Duration.ofSeconds(60));

    @Test
    void pauses_double_up_to_the_longest() {
        assertThat(IntStream.range(0, 9)
                        .mapToObj(failures -> POLICY.pause(failures, 1).toSeconds()))
                .containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L);
        assertThat(POLICY.pause(10_000, 1)).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void chance_shortens_a_pause_by_up_to_a_half() {
        assertThat(POLICY.pause(1, 0)).isEqualTo(Duration.ofSeconds(1));
        assertThat(POLICY.pause(1, 0.5)).isEqualTo(Duration.ofMillis(1_500));
    }

    @Test
    void a_pause_is_never_nothing() {
        Duration shortest = Duration.ofMillis(1);
        assertThat(POLICY.withPauses(shortest, shortest).pause(0, 0)).isEqualTo(shortest);
    }

    @Test
    void settings_out_of_range_are_refused_by_name() {
        assertThatThrownBy(() -> POLICY.withAttempts(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("attempts must be 1 to 1000, not 0");
        assertThatThrownBy(() -> POLICY.withPauses(Duration.ZERO, Duration.ZERO))
                .hasMessageStartingWith("firstPause must be a millisecond at least");
        assertThatThrownBy(() -> POLICY.withPauses(Duration.ofSeconds(2), Duration.ofSeconds(1)))
                .hasMessageStartingWith("longestPause must not be shorter than firstPause");
        assertThatThrownBy(() -> POLICY.withLease(Duration.ofMillis(999)))
                .hasMessageStartingWith("lease must be a second at least");
    }
}
