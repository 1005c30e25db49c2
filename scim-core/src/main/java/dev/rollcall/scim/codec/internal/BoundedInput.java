package dev.rollcall.scim.codec.internal;

import dev.rollcall.scim.codec.Limits;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.json.JsonBytes;
import dev.rollcall.scim.json.JsonLimits;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Opens request bodies within {@link Limits}; counts the bytes really read, since a length can be missing or wrong. */
public final class BoundedInput {
    private static final int MAX_NUMBER_LENGTH = 400;

    private final long maxBytes;
    private final String tooLarge;
    private final JsonBytes.Factory json;

    /** Opens bodies within the limits. */
    public BoundedInput(Limits limits) {
        this(
                new JsonLimits(limits.maxDepth(), limits.maxStringLength(), MAX_NUMBER_LENGTH),
                limits.maxBytes(),
                "The body is larger than " + limits.maxBytes() + " bytes, the limit of this server");
    }

    /**
     * Opens bodies within other limits.
     *
     * @param tooLarge the detail of the 413 that a larger body is answered with
     */
    public BoundedInput(JsonLimits json, long maxBytes, String tooLarge) {
        this.maxBytes = maxBytes;
        this.tooLarge = tooLarge;
        this.json = new JsonBytes.Factory(json);
    }

    /** A reader of the body, standing on its first token. */
    public JsonBytes open(InputStream body) {
        JsonBytes reader = json.open(new Counted(body, maxBytes, tooLarge));
        reader.next();
        return reader;
    }

    private static final class Counted extends FilterInputStream {
        private final long max;
        private final String tooLarge;
        private long count;

        private Counted(InputStream in, long max, String tooLarge) {
            super(in);
            this.max = max;
            this.tooLarge = tooLarge;
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            return b < 0 ? b : (int) counted(1, b);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int n = super.read(buffer, offset, length);
            return n < 0 ? n : (int) counted(n, n);
        }

        private long counted(int bytes, long result) {
            count += bytes;
            if (count > max) {
                throw ScimException.payloadTooLarge(tooLarge);
            }
            return result;
        }
    }
}
