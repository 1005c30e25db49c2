package dev.rollcall.examples.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that stops loses no request that it has begun, and waits for nobody else. */
class ServerStopTest {
    @TempDir
    private Path folder;

    private RollcallServer start() {
        return RollcallServer.start(ServerOptions.parse("--port", "0", "--data", folder.toString(), "--token", "t"));
    }

    @Test
    void a_request_that_has_begun_is_answered_before_the_server_stops() throws Exception {
        RollcallServer server = start();
        // A server that has stopped has no port any more.
        String url = server.baseUrl();
        String body = " ".repeat(1_000_000) + Http.newUser("ada");
        CompletableFuture<Void> closed;
        try (Socket socket = Http.connect(url)) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST /scim/v2/Users HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer t\r\nContent-Length: "
                            + body.length() + "\r\nExpect: 100-continue\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            // The server asks for the body, so the request has reached the service.
            assertThat(new String(socket.getInputStream().readNBytes(21), StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 100 Continue");
            closed = CompletableFuture.runAsync(server::close);
            int sent = 0;
            while (canConnect(url)) {
                // Something, so that the server does not take the client for dead.
                out.write(body.charAt(sent++));
            }
            assertThat(closed).isNotDone();
            out.write(body.substring(sent).getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("HTTP/1.1 201 Created");
        }
        closed.get(20, TimeUnit.SECONDS);
        try (RollcallServer again = start()) {
            assertThat(Http.get(again.baseUrl() + "/Users", "Bearer t").body()).contains("\"totalResults\":1");
        }
    }

    @Test
    void connections_that_clients_keep_for_later_do_not_hold_up_the_stop() {
        RollcallServer server = start();
        NodeClient client = new NodeClient("t");
        client.get(server.baseUrl(), "/Users");
        long begun = System.nanoTime();
        server.close();
        assertThat(System.nanoTime() - begun).isLessThan(TimeUnit.SECONDS.toNanos(10));
    }

    private static boolean canConnect(String url) {
        try (Socket socket = Http.connect(url)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
