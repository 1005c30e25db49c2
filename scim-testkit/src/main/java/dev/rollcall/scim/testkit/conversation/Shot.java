package dev.rollcall.scim.testkit.conversation;

import dev.rollcall.scim.testkit.conversation.wire.WireRequest;

/** An exchange in one turn of the loops around it, its placeholders filled. */
record Shot(Exchange exchange, Variables variables, WireRequest request) {
    /** The step's name for reports. */
    static String label(Exchange exchange, Variables variables) {
        return exchange.name() + variables.turn();
    }

    String label() {
        return label(exchange, variables);
    }

    /** The path below the base URL, without its query. */
    String resourcePath() {
        return variables.fill(exchange.path()).split("[?]", 2)[0];
    }
}
