package dev.rollcall.scim.testkit.conversation.wire;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** A socket's input with one deadline for all reads together; a socket's own timeout starts anew with each byte. */
final class DeadlineInput extends InputStream {
    private final Socket socket;
    private final InputStream in;
    private final Duration timeout;
    private final long start = System.nanoTime();

    DeadlineInput(Socket socket, Duration timeout) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
        this.timeout = timeout;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        long left = timeout.minusNanos(System.nanoTime() - start).toMillis();
        if (left <= 0) {
            throw late();
        }
        socket.setSoTimeout(Math.toIntExact(left));
        try {
            return in.read(buffer, offset, length);
        } catch (SocketTimeoutException e) {
            throw late();
        }
    }

    private IOException late() {
        return new SocketTimeoutException("no complete response within " + timeout.toMillis() + " ms");
    }
}
