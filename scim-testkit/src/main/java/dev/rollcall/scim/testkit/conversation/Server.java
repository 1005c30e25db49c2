package dev.rollcall.scim.testkit.conversation;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.rollcall.scim.testkit.conversation.wire.Header;
import dev.rollcall.scim.testkit.conversation.wire.WireClient;
import dev.rollcall.scim.testkit.conversation.wire.WireRequest;
import dev.rollcall.scim.testkit.conversation.wire.WireResponse;
import java.io.IOException;
import java.util.List;

/** The target's wire: requests of a conversation, literally, and the testkit's own; thread-safe. */
final class Server {
    private final ConversationTarget target;
    private final WireClient wire;

    Server(ConversationTarget target) {
        this.target = target;
        this.wire = new WireClient(target.baseUrl(), target.timeout(), target.trust());
    }

    WireClient wire() {
        return wire;
    }

    /** The variables that every conversation begins with. */
    Variables variables() {
        var variables = Variables.empty();
        variables.capture("token", TextNode.valueOf(target.token()));
        variables.capture("base", TextNode.valueOf(target.baseUrl().toString()));
        return variables;
    }

    /**
     * @throws UnknownVariableException if a placeholder has no value
     * @throws IllegalArgumentException if what the placeholders stand for cannot be sent
     */
    WireRequest request(Exchange exchange, Variables variables) {
        var headers = exchange.headers().stream()
                .map(header -> new Header(header.name(), variables.fill(header.value())))
                .toList();
        var body = exchange.body();
        return new WireRequest(
                exchange.method(),
                target.baseUrl().getRawPath() + variables.fill(exchange.path()),
                headers,
                body == null ? null : body.fill(variables));
    }

    /** A request of the testkit's own, below the base URL. */
    WireResponse ask(String method, String path) throws IOException {
        return new Patience(wire)
                .exchange(new WireRequest(
                        method,
                        target.baseUrl().getRawPath() + path,
                        List.of(
                                new Header("Authorization", "Bearer " + target.token()),
                                new Header("Accept", "application/scim+json")),
                        null));
    }
}
