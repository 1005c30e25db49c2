package dev.rollcall.scim.testkit.conversation.wire;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;

/** Reads a response body, however it is framed (RFC 9112 §6.3), and decodes it; not thread-safe. */
final class BodyReader {
    private final InputStream in;
    private final List<Header> headers;

    BodyReader(InputStream in, List<Header> headers) {
        this.in = in;
        this.headers = headers;
    }

    byte[] read() throws IOException {
        return ContentCoding.decode(framed(), value("Content-Encoding"));
    }

    private byte[] framed() throws IOException {
        var transfer = value("Transfer-Encoding");
        if (transfer.equals("chunked")) {
            return chunked();
        }
        if (!transfer.isEmpty()) {
            throw new IOException("unknown Transfer-Encoding '" + transfer + "' in the response");
        }
        var length = value("Content-Length");
        return length.isEmpty() ? ContentCoding.limited(in) : exactly(number(length, 10));
    }

    /** RFC 9112 §7.1. */
    private byte[] chunked() throws IOException {
        var body = new ByteArrayOutputStream();
        while (true) {
            var lines = new LineReader(in, "next chunk");
            int size = number(lines.next().split(";", 2)[0].strip(), 16);
            if (size == 0) {
                while (!lines.next().isEmpty()) {
                    // Trailer fields say nothing that a conversation asks for.
                }
                return body.toByteArray();
            }
            body.writeBytes(exactly(size));
            if (body.size() > ContentCoding.LIMIT) {
                throw ContentCoding.tooLong();
            }
            if (!lines.next().isEmpty()) {
                throw new IOException("a chunk of the response is longer than its size says");
            }
        }
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException(
                    "the connection was closed after " + bytes.length + " of " + length + " bytes of the body");
        }
        return bytes;
    }

    private static int number(String text, int radix) throws IOException {
        try {
            int number = Integer.parseUnsignedInt(text, radix);
            if (number >= 0 && number <= ContentCoding.LIMIT) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IOException("not a length in the response: '" + text + "'", e);
        }
        throw ContentCoding.tooLong();
    }

    private String value(String name) {
        return headers.stream()
                .filter(header -> header.is(name))
                .map(header -> header.value().toLowerCase(Locale.ROOT))
                .findFirst()
                .orElse("");
    }
}
