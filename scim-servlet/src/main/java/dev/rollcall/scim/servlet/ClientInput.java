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

    ClientInput(HttpServletRequest request) {
        this.request = request;
    }

    /** Why the body could not be read; null if nothing is wrong with it so far. */
    @Nullable
    IOException failure() {
        return failure;
    }

    @Override
    public int read() throws IOException {
        return reading(in -> in.read());
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        return reading(in -> in.read(buffer, offset, length));
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
