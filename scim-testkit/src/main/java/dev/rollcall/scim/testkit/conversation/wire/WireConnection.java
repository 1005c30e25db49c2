package dev.rollcall.scim.testkit.conversation.wire;

import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;

/** One connection for one request and its response; not thread-safe. */
public final class WireConnection implements Closeable {
    private final Socket socket;
    private final String host;
    private final Duration timeout;

    WireConnection(Socket socket, String host, Duration timeout) {
        this.socket = socket;
        this.host = host;
        this.timeout = timeout;
    }

    /** Sends the request and waits for the final response; redirects are responses like others. */
    public WireResponse exchange(WireRequest request) throws IOException {
        var in = new DeadlineInput(socket, timeout);
        try {
            socket.getOutputStream().write(RequestBytes.of(request, host));
            socket.getOutputStream().flush();
        } catch (IOException refused) {
            return earlyAnswer(request, in, refused);
        }
        return new ResponseReader(in).read(request.method());
    }

    /** A server may answer and hang up before it has read the whole body (RFC 9112 §9.5). */
    private static WireResponse earlyAnswer(WireRequest request, DeadlineInput in, IOException refused)
            throws IOException {
        try {
            return new ResponseReader(in).read(request.method());
        } catch (IOException unreadable) {
            refused.addSuppressed(unreadable);
            throw new IOException("the request could not be sent: " + refused.getMessage(), refused);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
