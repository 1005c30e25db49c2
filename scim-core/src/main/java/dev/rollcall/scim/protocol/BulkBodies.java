package dev.rollcall.scim.protocol;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * The bodies of the answers to operations, rendered at once, so that each shows what its operation came to. Those of
 * successes may be left out (RFC 7644 §3.7), and are when all together would become too large. Not thread-safe.
 */
final class BulkBodies {
    private long left;

    /** @param maxBytes what the bodies of successes may come to */
    BulkBodies(long maxBytes) {
        this.left = maxBytes;
    }

    /** The resource that an operation answers with; null if there is no room for it. */
    byte @Nullable [] success(ScimResponse answer) {
        if (answer.content() == null) {
            return null;
        }
        Bounded bytes = new Bounded(left);
        try {
            answer.content().writeTo(bytes);
        } catch (IOException | RuntimeException e) {
            // No room; or the store failed while members were read, which does not undo what was done.
            return null;
        }
        left -= bytes.size();
        return bytes.toByteArray();
    }

    /** The error that an operation answers with. */
    static byte @Nullable [] error(ScimResponse answer) {
        if (answer.content() == null) {
            return null;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            answer.content().writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static final class Bounded extends ByteArrayOutputStream {
        private final long max;

        private Bounded(long max) {
            this.max = max;
        }

        @Override
        public void write(int b) {
            require(1);
            super.write(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            require(length);
            super.write(bytes, offset, length);
        }

        private void require(int more) {
            if (count + (long) more > max) {
                throw new UncheckedIOException(new IOException("No room for the body"));
            }
        }
    }
}
