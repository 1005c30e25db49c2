package dev.rollcall.scim.testkit.conversation;

import dev.rollcall.scim.testkit.conversation.wire.WireClient;
import dev.rollcall.scim.testkit.conversation.wire.WireRequest;
import dev.rollcall.scim.testkit.conversation.wire.WireResponse;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/**
 * Waits as long as a server says that answers 429, and sends the request again, as identity providers do. What is still
 * refused after that is an answer like any other.
 */
record Patience(WireClient wire) {
    private static final int TRIES = 10;
    /** Longer waits are for whoever looks at the result. */
    private static final int MOST_SECONDS = 60;

    WireResponse exchange(WireRequest request) throws IOException {
        return after(request, wire.exchange(request));
    }

    WireResponse after(WireRequest request, WireResponse first) throws IOException {
        WireResponse response = first;
        for (int tries = 1; tries < TRIES && asksToWait(response); tries++) {
            try {
                TimeUnit.SECONDS.sleep(seconds(response));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while waiting as the server said", e);
            }
            response = wire.exchange(request);
        }
        return response;
    }

    private static boolean asksToWait(WireResponse response) {
        return response.status() == 429 && seconds(response) >= 0 && seconds(response) <= MOST_SECONDS;
    }

    private static int seconds(WireResponse response) {
        return response.header("Retry-After")
                .map(String::strip)
                .filter(text -> text.matches("\\d{1,4}"))
                .map(Integer::parseInt)
                .orElse(-1);
    }
}
