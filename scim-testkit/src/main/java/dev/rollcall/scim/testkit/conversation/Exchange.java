package dev.rollcall.scim.testkit.conversation;

import dev.rollcall.scim.testkit.conversation.wire.Header;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request template and what is expected of the response. Immutable. */
record Exchange(
        String name,
        String method,
        String path,
        List<Header> headers,
        @Nullable BodyTemplate body,
        Expectation expect,
        @Nullable Loop repeat)
        implements Step {
    Exchange {
        headers = List.copyOf(headers);
    }
}
