package dev.rollcall.benchmarks.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * HTTP/1.1 on one kept connection, with nothing to spare: what a full client costs would be measured as the server's.
 * Belongs to one thread.
 */
public final class WireClient implements ScimClient {
    private static final int BUFFER = 1 << 16;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final String head;
    private final String path;

    /** Connects to a base URL as the holder of the token. */
    public WireClient(URI baseUrl, String token) throws IOException {
        socket = new Socket(baseUrl.getHost(), baseUrl.getPort());
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream(), BUFFER);
        out = socket.getOutputStream();
        path = baseUrl.getPath();
        head = " HTTP/1.1\r\nHost: " + baseUrl.getAuthority() + "\r\nAuthorization: Bearer " + token + "\r\n";
    }

    @Override
    public Reply send(String method, String target, String body) throws IOException {
        return send(method, target, body.getBytes(StandardCharsets.UTF_8));
    }

    /** The same with the bytes of the body. */
    public Reply send(String method, String target, byte[] content) throws IOException {
        String fields = content.length == 0
                ? ""
                : "Content-Type: application/scim+json\r\nContent-Length: " + content.length + "\r\n";
        byte[] start = (method + " " + path + target + head + fields + "\r\n").getBytes(StandardCharsets.US_ASCII);
        byte[] all = java.util.Arrays.copyOf(start, start.length + content.length);
        System.arraycopy(content, 0, all, start.length, content.length);
        out.write(all);
        out.flush();
        return reply(method + " " + target);
    }

    private Reply reply(String request) throws IOException {
        int status = Integer.parseInt(line().split(" ")[1]);
        int length = 0;
        boolean chunked = false;
        for (String field = line(); !field.isEmpty(); field = line()) {
            String lower = field.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length =
                        Integer.parseInt(field.substring(field.indexOf(':') + 1).strip());
            } else if (lower.startsWith("transfer-encoding:")) {
                chunked = lower.contains("chunked");
            }
        }
        byte[] body = chunked ? chunks() : exactly(length);
        if (status >= 300) {
            throw new IOException(
                    request + " was answered with " + status + ": " + new String(body, StandardCharsets.UTF_8));
        }
        return new Reply(status, body);
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            int size = Integer.parseInt(line().split(";")[0].strip(), 16);
            body.write(exactly(size));
            line();
            if (size == 0) {
                return body.toByteArray();
            }
        }
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("The server has closed the connection within a body");
        }
        return bytes;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("The server has closed the connection");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
