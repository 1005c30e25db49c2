package dev.rollcall.scim.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 7239 §4. */
class ForwardedHeaderTest {
    @Test
    void hops_and_their_parameters_are_read_in_order() {
        assertThat(ForwardedHeader.parse("for=192.0.2.43;proto=http;By=203.0.113.60 , For=\"[2001:db8::1]:4711\""))
                .isEqualTo(List.of(
                        Map.of("for", "192.0.2.43", "proto", "http", "by", "203.0.113.60"),
                        Map.of("for", "[2001:db8::1]:4711")));
    }

    @Test
    void quotes_hide_separators_and_a_backslash_hides_a_quote() {
        assertThat(ForwardedHeader.parse("host=\"a,b;c=\\\"d\\\\\";proto=https, for=_hidden"))
                .isEqualTo(List.of(Map.of("host", "a,b;c=\"d\\", "proto", "https"), Map.of("for", "_hidden")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ",", " , ,", ";", ";;"})
    void nothing_is_no_hop(String text) {
        assertThat(ForwardedHeader.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for",
                "for=",
                "for=\"",
                "for=\"x",
                "for=x y",
                "for==x",
                "=x",
                "for=[::1]",
                "for=\"x\"y",
                "for=a;for=b",
                "for=a\u0000",
                "f or=a",
                "for= a",
                "for =a"
            })
    void what_is_malformed_is_refused(String text) {
        assertThatThrownBy(() -> ForwardedHeader.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_header_without_end_is_refused_before_it_is_read() {
        assertThatThrownBy(() -> ForwardedHeader.parse("for=\"" + "\\a".repeat(100_000) + "\""))
                .hasMessageContaining("2000 characters");
        assertThat(ForwardedHeader.parse("for=\"" + "\\a".repeat(990) + "\"")).hasSize(1);
    }
}
