package dev.rollcall.scim.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.scim.error.ScimException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestPathTest {
    @Test
    void the_prefix_is_as_many_segments_however_they_are_spelt() {
        assertThat(RequestPath.segments("/app/scim/v2/Users/1", "/app/scim/v2")).containsExactly("Users", "1");
        assertThat(RequestPath.segments("/a%70p//scim;x=1/v2/Users", "/app/scim/v2"))
                .containsExactly("Users");
        assertThat(RequestPath.segments("/scim", "/scim/v2")).isEmpty();
        assertThat(RequestPath.segments("/", "")).isEmpty();
        assertThat(RequestPath.segments("/Users", "")).containsExactly("Users");
    }

    @Test
    void a_segment_is_decoded_once() {
        assertThat(RequestPath.segments("/a%2Fb/%2541/Zo%C3%AB/x;y=1/a+b", ""))
                .containsExactly("a/b", "%41", "Zoë", "x;y=1", "a+b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/Users/%", "/Users/%4", "/Users/%4g", "/Users/%ff", "/Users/%٤٤"})
    void a_malformed_segment_is_400(String uri) {
        assertThatThrownBy(() -> RequestPath.segments(uri, ""))
                .isInstanceOfSatisfying(
                        ScimException.class, e -> assertThat(e.status()).isEqualTo(400))
                .hasMessageStartingWith("The path of the URL is malformed: ");
    }
}
