package dev.rollcall.scim.testkit.conversation;

import dev.rollcall.scim.testkit.conversation.wire.WireConnection;
import dev.rollcall.scim.testkit.conversation.wire.WireRequest;
import dev.rollcall.scim.testkit.conversation.wire.WireResponse;
import java.io.IOException;

/** What came back for a request: a response, or none and why. */
sealed interface Answer {
    record Response(WireResponse response) implements Answer {}

    record None(String why) implements Answer {
        static None because(IOException e) {
            var message = e.getMessage();
            return new None(message == null ? e.getClass().getSimpleName() : message);
        }
    }

    static Answer to(WireRequest request, WireConnection connection) {
        try {
            return new Response(connection.exchange(request));
        } catch (IOException e) {
            return None.because(e);
        }
    }
}
