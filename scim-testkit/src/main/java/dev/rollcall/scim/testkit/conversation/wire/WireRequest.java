package dev.rollcall.scim.testkit.conversation.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request as it goes on the wire; {@code target} begins with a slash and is already encoded. Immutable. */
public record WireRequest(String method, String target, List<Header> headers, byte @Nullable [] body) {
    /** @throws IllegalArgumentException if it cannot be sent as one HTTP/1.1 request */
    public WireRequest {
        if (method.isEmpty() || method.chars().anyMatch(c -> c <= ' ' || c >= 127)) {
            throw new IllegalArgumentException("not a method: '" + method + "'");
        }
        if (!target.startsWith("/") || target.chars().anyMatch(c -> c <= ' ' || c == 127)) {
            throw new IllegalArgumentException("not a request target: '" + target + "'");
        }
        headers = List.copyOf(headers);
        if (headers.stream().anyMatch(header -> header.is("Transfer-Encoding"))) {
            throw new IllegalArgumentException("requests with a Transfer-Encoding cannot be sent");
        }
        body = body == null ? null : body.clone();
    }

    @Override
    public byte @Nullable [] body() {
        return body == null ? null : body.clone();
    }

    boolean has(String header) {
        return headers.stream().anyMatch(each -> each.is(header));
    }
}
