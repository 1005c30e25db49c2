package dev.rollcall.scim.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StoredTimeTest {
    @Test
    void every_instant_comes_back_as_it_was() {
        Stream.of(
                        "1970-01-01T00:00:00Z",
                        "1969-12-31T23:59:59.999999999Z",
                        "1678-01-01T00:00:00.000000001Z",
                        "2026-11-23T10:20:30.123456789Z",
                        "2262-04-11T23:47:16.854775807Z")
                .map(Instant::parse)
                .forEach(time ->
                        assertThat(StoredTime.toInstant(StoredTime.of(time))).isEqualTo(time));
    }

    @Test
    void later_is_more() {
        Instant time = Instant.parse("1969-12-31T23:59:59.999999999Z");

        assertThat(StoredTime.of(time.plusNanos(1))).isEqualTo(StoredTime.of(time) + 1);
    }

    @Test
    void what_does_not_fit_is_refused() {
        assertThatThrownBy(() -> StoredTime.of(Instant.parse("2262-04-11T23:47:16.854775808Z")))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> StoredTime.of(Instant.MAX)).isInstanceOf(ArithmeticException.class);
    }
}
