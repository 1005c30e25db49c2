package dev.rollcall.scim.servlet;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the first bytes of a body back, with status and headers, so that a failure among them can still become another
 * answer; from there on it streams.
 */
final class LateBody extends OutputStream {
    static final int KEPT_BACK = 32 * 1024;

    private final HttpServletResponse response;
    private final boolean headOnly;
    private final Runnable head;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream(1024);
    private long length;
    private boolean committed;
    private @Nullable IOException clientFailure;

    /**
     * A body that has not begun.
     *
     * @param headOnly whether to count the bytes instead of sending them
     * @param head sets status and headers
     */
    LateBody(HttpServletResponse response, boolean headOnly, Runnable head) {
        this.response = response;
        this.headOnly = headOnly;
        this.head = head;
    }

    /** Whether the answer is on its way and can no longer become another. */
    boolean isCommitted() {
        return committed;
    }

    /** How many bytes there were to send. */
    long sent() {
        return headOnly ? 0 : length;
    }

    /** Why the client could not be written to; null if it could. */
    @Nullable
    IOException clientFailure() {
        return clientFailure;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
        length += count;
        if (headOnly) {
            return;
        }
        if (!committed && length <= KEPT_BACK) {
            kept.write(bytes, offset, count);
            return;
        }
        if (!committed) {
            commit();
            sendKept();
            // The container has a buffer too, and would take back what is only there.
            toClient(response::flushBuffer);
        }
        toClient(() -> response.getOutputStream().write(bytes, offset, count));
    }

    /** Sends what is still kept back. */
    void finish(boolean hasBody) throws IOException {
        if (committed) {
            return;
        }
        commit();
        if (hasBody) {
            response.setContentLengthLong(length);
            sendKept();
        }
    }

    private void commit() {
        head.run();
        committed = true;
    }

    private void sendKept() throws IOException {
        toClient(() -> kept.writeTo(response.getOutputStream()));
    }

    private interface Sending {
        void run() throws IOException;
    }

    private void toClient(Sending step) throws IOException {
        try {
            step.run();
        } catch (IOException e) {
            clientFailure = e;
            throw e;
        }
    }
}
