package dev.rollcall.scim.testkit.conversation.wire;

import static dev.rollcall.scim.testkit.conversation.wire.ScriptedServer.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseFromTheWireTest {
    @Test
    void a_body_ends_after_its_length() throws Exception {
        var response = received("HTTP/1.1 201 Created\r\nContent-Length: 3\r\nX-A:  b \r\n\r\nabcdef");

        assertThat(response.status()).isEqualTo(201);
        assertThat(response.header("x-a")).hasValue("b");
        assertThat(text(response)).isEqualTo("abc");
    }

    @Test
    void chunks_are_put_together() throws Exception {
        assertThat(text(received("HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked\r\n\r\n"
                        + "3;x=y\r\nabc\r\nA\r\n0123456789\r\n0\r\nTrailer: t\r\n\r\nrest")))
                .isEqualTo("abc0123456789");
    }

    @Test
    void without_a_length_the_body_ends_with_the_connection() throws Exception {
        assertThat(text(received("HTTP/1.0 200\r\n\r\nall of it"))).isEqualTo("all of it");
    }

    @Test
    void interim_responses_are_passed_over() throws Exception {
        var response = received("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Hints\r\nA: b\r\n\r\n"
                + "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx");

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.headers()).containsExactly(new Header("Content-Length", "1"));
    }

    @Test
    void a_204_has_no_body_whatever_it_says() throws Exception {
        assertThat(received("HTTP/1.1 204 No Content\r\nContent-Length: 5\r\n\r\n")
                        .body())
                .isEmpty();
    }

    @Test
    void gzip_is_decoded() throws Exception {
        var zipped = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(zipped)) {
            gzip.write(bytes("{\"a\":1}"));
        }

        assertThat(text(received(coded("gzip", zipped.toByteArray())))).isEqualTo("{\"a\":1}");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void deflate_is_decoded_with_and_without_its_wrapper(boolean bare) throws Exception {
        var deflated = new ByteArrayOutputStream();
        try (var deflate = new DeflaterOutputStream(deflated, new Deflater(Deflater.DEFAULT_COMPRESSION, bare))) {
            deflate.write(bytes("{\"a\":1}"));
        }

        assertThat(text(received(coded("deflate", deflated.toByteArray())))).isEqualTo("{\"a\":1}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                                              | before the head of the response",
                "'HTTP/1.1 200 OK^Content-Le'                                    | within the head of the response",
                "'SSH-2.0-x^'                                                    | not an HTTP/1.1 status line: 'SSH-2.0-x'",
                "'HTTP/2 200^^'                                                  | not an HTTP/1.1 status line",
                "'HTTP/1.1 200 OK^broken^^'                                      | not a header line",
                "'HTTP/1.1 200 OK^Content-Length: 9^^abc'                        | after 3 of 9 bytes",
                "'HTTP/1.1 200 OK^Content-Length: many^^'                        | not a length in the response: 'many'",
                "'HTTP/1.1 200 OK^Content-Length: 99999999999^^'                 | not a length",
                "'HTTP/1.1 200 OK^Content-Length: 999999999^^'                   | longer than",
                "'HTTP/1.1 200 OK^Transfer-Encoding: chunked^^zz^'               | not a length in the response: 'zz'",
                "'HTTP/1.1 200 OK^Transfer-Encoding: chunked^^1^abc^'            | longer than its size",
                "'HTTP/1.1 200 OK^Transfer-Encoding: chunked^^3^abc^'            | before the next chunk",
                "'HTTP/1.1 200 OK^Transfer-Encoding: gzip^^'                     | unknown Transfer-Encoding 'gzip'",
                "'HTTP/1.1 200 OK^Content-Encoding: br^Content-Length: 1^^x'     | unknown Content-Encoding 'br'"
            })
    void a_broken_response_is_an_error_that_says_what_is_wrong(String response, String message) {
        assertThatThrownBy(() -> received(response.replace("^", "\r\n")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(message);
    }

    @Test
    void a_response_that_does_not_come_in_time_is_an_error() throws Exception {
        try (var server = ScriptedServer.answering(request -> late())) {
            var client = new WireClient(server.url(), Duration.ofMillis(400), SSLContext.getDefault());

            assertThatThrownBy(() -> client.exchange(new WireRequest("GET", "/", List.of(), null)))
                    .isInstanceOf(IOException.class)
                    .hasMessage("no complete response within 400 ms");
        }
    }

    @Test
    void a_server_that_is_not_there_is_an_error_that_names_it() throws Exception {
        // A port outside of those that are handed out: a closed one of these can be given to the client itself, which
        // then talks to itself.
        var client = new WireClient(URI.create("http://127.0.0.1:1"), Duration.ofSeconds(10), SSLContext.getDefault());

        assertThatThrownBy(client::open)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no connection to 127.0.0.1:1");
    }

    private static byte[] late() {
        try {
            new CountDownLatch(1).await(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return bytes("HTTP/1.1 200 OK\r\n\r\n");
    }

    private static byte[] coded(String coding, byte[] body) {
        var response = new ByteArrayOutputStream();
        response.writeBytes(bytes(
                "HTTP/1.1 200 OK\r\nContent-Encoding: " + coding + "\r\nContent-Length: " + body.length + "\r\n\r\n"));
        response.writeBytes(body);
        return response.toByteArray();
    }

    private static String text(WireResponse response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    private static WireResponse received(String response) throws IOException, NoSuchAlgorithmException {
        return received(bytes(response));
    }

    private static WireResponse received(byte[] response) throws IOException, NoSuchAlgorithmException {
        try (var server = ScriptedServer.answering(request -> response)) {
            return new WireClient(server.url(), Duration.ofSeconds(10), SSLContext.getDefault())
                    .exchange(new WireRequest("GET", "/", List.of(), null));
        }
    }
}
