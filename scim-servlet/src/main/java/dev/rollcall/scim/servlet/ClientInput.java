package dev.rollcall.scim.servlet;

import dev.rollcall.scim.error.ScimException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The body of a request; remembers when it failed, to tell a client that went away from a failure of the server. */
final class ClientInput extends InputStream {
    /** The answer to a client that may still be there, say one with malformed chunks. */
    static final ScimException BROKEN = ScimException.withStatus(
            400, "The body could not be read to its end; the request is malformed or was broken off");

    private final HttpServletRequest request;
    private @Nullable IOException failure;
    private long bytes;

    ClientInput(HttpServletRequest request) {
        this.request = request;
    }

    /** Why the body could not be read; null if nothing is wrong with it so far. */
    @Nullable
    IOException failure() {
        return failure;
    }

    /** How many bytes were read so far. */
    long bytes() {
        return bytes;
    }

    @Override
    public int read() throws IOException {
        int octet = reading(in -> in.read());
        bytes += octet < 0 ? 0 : 1;
        return octet;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = reading(in -> in.read(buffer, offset, length));
        bytes += Math.max(0, count);
        return count;
    }

    private interface Reading {
        int from(InputStream in) throws IOException;
    }

    private int reading(Reading step) throws IOException {
        try {
            // Asked for as late as here, so that a refused request with "Expect: 100-continue" is never told to go on.
            return step.from(request.getInputStream());
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }
}
