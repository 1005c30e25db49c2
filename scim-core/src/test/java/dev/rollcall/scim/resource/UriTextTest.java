package dev.rollcall.scim.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is an absolute or relative URI (RFC 3986). */
class UriTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com/a?b=c#d",
                "../Users/26118915",
                "Users/1",
                "/v2/Users/1",
                "//example.com",
                "urn:ietf:params:scim:schemas:core:2.0:User",
                "mailto:a@example.com",
                "http://[::1]:8080/x",
                "a%20b",
                "#part",
                "?a=/b:c",
                "x:",
                "x"
            })
    void is_a_uri(String text) {
        assertThat(UriText.isReference(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a b",
                "two words",
                "http://a/%2",
                "http://a/%zz",
                "a\"b",
                "C:\\pictures",
                "<x>",
                "1x:y",
                ":x",
                "a#b#c",
                "http://a/[1]",
                "a[1]",
                "Grüße",
                "{}",
                "a|b",
                "%"
            })
    void is_no_uri(String text) {
        assertThat(UriText.isReference(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "]", ":", "%20", "/", "#"})
    void a_text_costs_its_length_whatever_is_repeated_in_it(String repeated) {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> UriText.isReference("//" + repeated.repeat(1_000_000)));
    }
}
