package dev.rollcall.scim.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScimErrorsTest {
    static IntStream statuses() {
        return IntStream.range(400, 600);
    }

    @ParameterizedTest
    @MethodSource("statuses")
    void every_error_status_has_a_body_in_ascii(int status) {
        assertThat(new String(ScimErrors.body(status, "r-1"), StandardCharsets.US_ASCII))
                .startsWith("{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:Error\"],\"status\":\"" + status
                        + "\",\"detail\":\"")
                .endsWith("\"}")
                .doesNotContain("\uFFFD");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 200, 304, 399, 600})
    void another_status_is_a_mistake(int status) {
        assertThatThrownBy(() -> ScimErrors.body(status, "r-1")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_id_from_elsewhere_cannot_break_the_json() {
        assertThat(new String(ScimErrors.body(500, "a\"b\\"), StandardCharsets.US_ASCII))
                .endsWith("request id a\\\"b\\\\\"}");
    }
}
