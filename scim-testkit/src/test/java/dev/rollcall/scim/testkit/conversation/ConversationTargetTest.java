package dev.rollcall.scim.testkit.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConversationTargetTest {
    private static final URI URL = URI.create("https://app.example.com:8443/scim/v2");

    @Test
    void a_slash_at_the_end_of_the_URL_does_not_count() {
        assertThat(ConversationTarget.builder(URI.create(URL + "/")).build().baseUrl())
                .isEqualTo(URL);
        assertThat(ConversationTarget.builder(URL).build().baseUrl()).isEqualTo(URL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://x/scim",
                "/scim",
                "app.example.com/scim",
                "http:///scim",
                "http://x/scim?a=b",
                "http://x/scim#f",
                "http://u:p@x/scim",
                "http://x:70000/",
                "mailto:a@example.com"
            })
    void a_URL_that_is_no_base_URL_is_refused(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConversationTarget.builder(URI.create(url)))
                .withMessageContaining(url);
    }

    @Test
    void nothing_is_assumed_of_the_server() {
        var target = ConversationTarget.builder(URL).build();

        assertThat(target.options()).isEmpty();
        assertThat(target.token()).isEmpty();
        assertThat(target.force()).isFalse();
        assertThat(target.timeout()).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void a_timeout_that_a_socket_cannot_have_is_refused() {
        var builder = ConversationTarget.builder(URL);

        assertThatIllegalArgumentException().isThrownBy(() -> builder.timeout(Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.timeout(Duration.ofDays(30)));
    }

    @Test
    void a_resource_that_cannot_be_closed_is_an_error_with_its_cause() {
        var target = ConversationTarget.builder(URL)
                .closing(() -> {
                    throw new IOException("stuck");
                })
                .build();

        assertThatIllegalStateException()
                .isThrownBy(target::close)
                .withMessageContaining("stuck")
                .withCauseInstanceOf(IOException.class);
    }
}
