package dev.rollcall.scim.servlet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Sends bytes over a socket as they are, since an HTTP client would repair what is to be tested. */
final class Wire {
    private static final int TIMEOUT_MILLIS = 20_000;

    private final int port;

    Wire(int port) {
        this.port = port;
    }

    /** Sends a request whose lines end in LF here and in CRLF on the wire; the connection is closed after it. */
    Answer send(String lines) {
        String head = lines.strip().replace("\n", "\r\n");
        return bytes((head + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.UTF_8));
    }

    /** The same with a body, whose length is added. */
    Answer send(String lines, String body) {
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        String head = lines.strip().replace("\n", "\r\n") + "\r\nContent-Length: " + length;
        return bytes((head + "\r\nConnection: close\r\n\r\n" + body).getBytes(StandardCharsets.UTF_8));
    }

    /** Sends bytes and takes all that comes until the server closes. */
    Answer bytes(byte[] request) {
        try (Socket socket = open()) {
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
            return Answer.of(readAll(socket.getInputStream()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Socket open() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        return socket;
    }

    /** What came before the end or before the connection was cut. */
    private static byte[] readAll(InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        try {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                all.write(buffer, 0, n);
            }
        } catch (java.net.SocketException cut) {
            // A server that refuses a request before its end may reset the connection after its answer.
            if (all.size() == 0) {
                throw cut;
            }
        }
        return all.toByteArray();
    }
}
