package dev.rollcall.scim.servlet;

import dev.rollcall.scim.protocol.Caller;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What becomes known of a request on its way in, for those who hear of it at its end. Belongs to one thread. */
final class Passage {
    private final Instant time;
    private final long started = System.nanoTime();
    private final String requestId;
    private String method = "OTHER";
    private String endpoint = PathTemplate.OTHER;
    private String client;
    private @Nullable Caller caller;
    private Refusal refusal = Refusal.MALFORMED;

    Passage(Instant time, String requestId, String client) {
        this.time = time;
        this.requestId = requestId;
        this.client = client;
    }

    String requestId() {
        return requestId;
    }

    void method(Method known) {
        method = known.name();
    }

    void endpoint(String template) {
        endpoint = template;
    }

    void client(String address) {
        client = address;
    }

    /** Why the request is refused if nothing else becomes of it. */
    void pending(Refusal reason) {
        refusal = reason;
    }

    void admitted(Caller found) {
        caller = found;
        refusal = Refusal.NONE;
    }

    void known(Caller found) {
        caller = found;
    }

    RequestEvent event(ResponseSender sent, long bytesIn) {
        return new RequestEvent(
                time,
                requestId,
                caller,
                client,
                method,
                endpoint,
                sent.status(),
                sent.error(),
                refusal,
                System.nanoTime() - started,
                bytesIn,
                sent.bytes());
    }
}
