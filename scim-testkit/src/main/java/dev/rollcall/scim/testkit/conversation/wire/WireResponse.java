package dev.rollcall.scim.testkit.conversation.wire;

import java.util.List;
import java.util.Optional;

/** A response, its body freed of transfer and content encoding (empty if there was none). Immutable. */
public record WireResponse(int status, List<Header> headers, byte[] body) {
    public WireResponse {
        headers = List.copyOf(headers);
        body = body.clone();
    }

    @Override
    public byte[] body() {
        return body.clone();
    }

    /** The first header of that name, in any case. */
    public Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.is(name))
                .map(Header::value)
                .findFirst();
    }

    /** Whether the status is 2xx. */
    public boolean isSuccess() {
        return status / 100 == 2;
    }
}
