package dev.rollcall.scim.testkit.conversation.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** Undoes gzip and deflate (RFC 9110 §8.4.1). */
final class ContentCoding {
    /** Bytes of a body, more than any SCIM response has; a broken server shall not fill the heap. */
    static final int LIMIT = 256 * 1024 * 1024;

    private ContentCoding() {}

    static byte[] decode(byte[] body, String coding) throws IOException {
        if (body.length == 0) {
            return body;
        }
        return switch (coding) {
            case "", "identity" -> body;
            case "gzip", "x-gzip" -> limited(new GZIPInputStream(new ByteArrayInputStream(body)));
            case "deflate" -> inflated(body);
            default -> throw new IOException("unknown Content-Encoding '" + coding + "' in the response");
        };
    }

    /** The coding means the zlib format, but some servers send the bare stream (RFC 9110 §8.4.1.2). */
    private static byte[] inflated(byte[] body) throws IOException {
        boolean zlib = body.length > 1 && (body[0] & 0x0f) == 8 && ((body[0] & 0xff) << 8 | (body[1] & 0xff)) % 31 == 0;
        var inflater = new Inflater(!zlib);
        try (var in = new InflaterInputStream(new ByteArrayInputStream(body), inflater)) {
            return limited(in);
        } finally {
            inflater.end();
        }
    }

    static byte[] limited(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(LIMIT + 1);
        if (bytes.length > LIMIT) {
            throw tooLong();
        }
        return bytes;
    }

    static IOException tooLong() {
        return new IOException("the body of the response is longer than " + LIMIT + " bytes");
    }
}
