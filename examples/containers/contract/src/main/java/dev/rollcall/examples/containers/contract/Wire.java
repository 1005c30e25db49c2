package dev.rollcall.examples.containers.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Sends bytes as they are: HTTP clients refuse to send most of what a server has to cope with. */
final class Wire {
    private static final int PATIENCE_MILLIS = 20_000;

    private final int port;

    Wire(String baseUrl) {
        this.port = URI.create(baseUrl).getPort();
    }

    /** The answer to a request whose connection is closed by the server; line feeds stand for CR LF. */
    Reply send(String head) {
        return send(head, "", false);
    }

    /** The same, with a body of at least as many bytes as the header says. */
    Reply send(String head, String body) {
        return send(head, body, false);
    }

    /** The answer to a request that the client stops to send after this much of its body. */
    Reply breakOff(String head, String body) {
        return send(head, body, true);
    }

    private Reply send(String head, String body, boolean end) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            String text = head.replace("\n", "\r\n") + "\r\n\r\n" + body;
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            if (end) {
                socket.shutdownOutput();
            }
            return Reply.parse(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
