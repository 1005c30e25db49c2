package dev.rollcall.scim.testkit.conversation.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestOnTheWireTest {
    @Test
    void the_target_goes_as_it_is() throws Exception {
        var target = "/scim/v2/Users?filter=a+eq+%22x%22|{}\"<>&&?";

        assertThat(sent("GET", target, List.of(), null)).startsWith("GET " + target + " HTTP/1.1\r\n");
    }

    @Test
    void nothing_is_added_but_host_and_connection() throws Exception {
        assertThat(sent("GET", "/x?", List.of(), null))
                .isEqualTo("GET /x? HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
    }

    @Test
    void headers_keep_their_case_order_and_emptiness() throws Exception {
        var headers = List.of(
                new Header("user-AGENT", ""), new Header("Connection", "Keep-Alive"), new Header("Accept", "a/b"));

        assertThat(sent("DELETE", "/x", headers, null))
                .isEqualTo("DELETE /x HTTP/1.1\r\nHost: {host}\r\nuser-AGENT: \r\nConnection: Keep-Alive\r\n"
                        + "Accept: a/b\r\n\r\n");
    }

    @Test
    void a_body_has_its_length_in_bytes() throws Exception {
        var body = "{\"n\":\"Zoë\"}".getBytes(StandardCharsets.UTF_8);

        assertThat(sent("PATCH", "/x", List.of(), body))
                .contains("\r\nContent-Length: 12\r\n")
                .endsWith("\r\n\r\n" + new String(body, StandardCharsets.ISO_8859_1));
    }

    @Test
    void an_empty_body_is_a_body_and_none_is_none() throws Exception {
        assertThat(sent("POST", "/x", List.of(), new byte[0])).contains("Content-Length: 0\r\n");
        assertThat(sent("POST", "/x", List.of(), null)).doesNotContain("Content-Length");
    }

    @Test
    void a_host_or_length_that_is_listed_is_not_doubled() throws Exception {
        var headers = List.of(new Header("host", "other"), new Header("content-length", "1"));

        assertThat(sent("POST", "/x", headers, new byte[] {'a'}))
                .isEqualTo("POST /x HTTP/1.1\r\nhost: other\r\ncontent-length: 1\r\nConnection: close\r\n\r\na");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "/a b", "/a\r\nX: y", "/a\tb"})
    void a_target_that_would_break_its_line_is_refused(String target) {
        assertThatIllegalArgumentException().isThrownBy(() -> new WireRequest("GET", target, List.of(), null));
    }

    @Test
    void a_header_that_would_break_its_line_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Header("A", "b\r\nC: d"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Header("A b", "c"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Header("", "c"));
    }

    private static String sent(String method, String target, List<Header> headers, byte @Nullable [] body)
            throws IOException, NoSuchAlgorithmException {
        try (var server = ScriptedServer.answering("HTTP/1.1 204 No Content\r\n\r\n")) {
            new WireClient(server.url(), Duration.ofSeconds(10), SSLContext.getDefault())
                    .exchange(new WireRequest(method, target, headers, body));
            return server.requests().get(0).replace(server.authority(), "{host}");
        }
    }
}
