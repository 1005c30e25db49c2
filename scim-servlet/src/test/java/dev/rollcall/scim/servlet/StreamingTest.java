package dev.rollcall.scim.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.protocol.ScimResponse;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamingTest {
    private static final String GET = "GET / HTTP/1.1\nHost: x";
    private static final byte[] KILOBYTE = "k".repeat(1024).getBytes(StandardCharsets.US_ASCII);

    /** Answers with one content, whatever is asked. */
    private static final class Fixed extends HttpServlet {
        private static final long serialVersionUID = 1L;

        private final transient ScimResponse.Content content;
        private final transient CountDownLatch done = new CountDownLatch(1);

        private Fixed(ScimResponse.Content content) {
            this.content = content;
        }

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            // However much the container keeps back, it must not turn half an answer into a page of its own.
            response.setBufferSize(1 << 20);
            Map<String, String> headers = Map.of("Content-Type", ScimResponse.MEDIA_TYPE, "ETag", "W/\"1\"");
            try {
                new ResponseSender(request, response, RequestId.of(request))
                        .send(new ScimResponse(200, headers, content, null, null));
            } finally {
                done.countDown();
            }
        }
    }

    private static ScimResponse.Content kilobytes(int count, Runnable end) {
        return out -> {
            for (int i = 0; i < count; i++) {
                out.write(KILOBYTE);
            }
            end.run();
        };
    }

    private static Answer get(ScimResponse.Content content) {
        try (TestServer server = TestServer.start("/", "/*", new Fixed(content))) {
            return server.wire().send(GET);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 31, 32})
    void a_short_body_has_its_length(int kilobytes) {
        Answer answer = get(kilobytes(kilobytes, () -> {}));
        assertThat(answer.header("Content-Length")).contains(Integer.toString(kilobytes * 1024));
        assertThat(answer.body()).hasSize(kilobytes * 1024);
        assertThat(answer.header("ETag")).contains("W/\"1\"");
    }

    @ParameterizedTest
    @ValueSource(ints = {33, 1000})
    void a_long_body_is_streamed_whole(int kilobytes) {
        Answer answer = get(kilobytes(kilobytes, () -> {}));
        assertThat(answer.header("Content-Length")).isEmpty();
        assertThat(answer.body().chars().filter(c -> c == 'k').count()).isEqualTo(kilobytes * 1024L);
    }

    @Test
    void head_has_the_length_of_a_long_body_too() {
        try (TestServer server = TestServer.start("/", "/*", new Fixed(kilobytes(1000, () -> {})))) {
            Answer answer = server.wire().send(GET.replace("GET", "HEAD"));
            assertThat(answer.header("Content-Length")).contains("1024000");
            assertThat(answer.body()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 32})
    void a_failure_before_anything_is_sent_becomes_an_error_and_nothing_of_the_answer_is_left(int kilobytes) {
        try (Logs logs = new Logs()) {
            Answer answer = get(kilobytes(kilobytes, () -> {
                        throw new IllegalStateException("the cursor is gone");
                    }))
                    .isError(500);
            assertThat(answer.header("ETag")).isEmpty();
            assertThat(answer.body()).doesNotContain("cursor");
            assertThat(logs.at(Level.ERROR)).hasSize(1).first().asString().contains("the cursor is gone");
        }
    }

    @Test
    void an_error_for_the_client_keeps_its_status() {
        get(out -> {
                    throw ScimException.notFound("It is gone");
                })
                .isError(404);
    }

    @ParameterizedTest
    @ValueSource(ints = {33, 100, 1000})
    void a_failure_in_the_middle_cuts_the_connection_and_is_logged(int kilobytes) {
        try (Logs logs = new Logs()) {
            Answer answer = get(kilobytes(kilobytes, () -> {
                throw new IllegalStateException("the cursor is gone");
            }));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Transfer-Encoding").isPresent()
                            && answer.body().endsWith("0\r\n\r\n"))
                    .as("the body looks complete")
                    .isFalse();
            assertThat(answer.body()).doesNotContain("<html").doesNotContain("schemas");
            assertThat(logs.at(Level.ERROR))
                    .hasSize(1)
                    .first()
                    .asString()
                    .contains("middle")
                    .contains(answer.header("X-Request-Id").orElseThrow())
                    .contains("the cursor is gone");
        }
    }

    @Test
    void a_client_that_goes_away_is_no_failure_of_the_server() throws Exception {
        Fixed endless = new Fixed(out -> {
            while (true) {
                out.write(KILOBYTE);
            }
        });
        try (Logs logs = new Logs();
                TestServer server = TestServer.start("/", "/*", endless)) {
            try (Socket socket = server.wire().open()) {
                socket.setSoLinger(true, 0);
                socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                assertThat(socket.getInputStream().readNBytes(1000)).hasSize(1000);
            }
            assertThat(endless.done.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(logs.at(Level.ERROR)).isEmpty();
            assertThat(logs.at(Level.DEBUG)).hasSize(1).first().asString().contains("went away");
        }
    }
}
