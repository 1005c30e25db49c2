package dev.rollcall.scim.testkit.conversation.wire;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads the lines that frame a message, up to 64 KiB in all; not thread-safe. */
final class LineReader {
    private static final int LIMIT = 64 * 1024;

    private final InputStream in;
    private final String part;
    private int read;

    /** @param part of the response, for the message of an error */
    LineReader(InputStream in, String part) {
        this.in = in;
        this.part = part;
    }

    /** The next line without its end, which may be a bare LF (RFC 9112 §2.2). */
    String next() throws IOException {
        var line = new ByteArrayOutputStream();
        while (true) {
            int octet = in.read();
            if (octet < 0) {
                throw new EOFException("the connection was closed " + (read == 0 ? "before" : "within") + " the " + part
                        + " of the response");
            }
            if (++read > LIMIT) {
                throw new IOException("the " + part + " of the response is longer than " + LIMIT + " bytes");
            }
            if (octet == '\n') {
                var text = line.toString(StandardCharsets.ISO_8859_1);
                return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
            }
            line.write(octet);
        }
    }
}
