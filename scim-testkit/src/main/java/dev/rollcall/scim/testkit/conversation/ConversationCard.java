package dev.rollcall.scim.testkit.conversation;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All that a conversation's file says about it, but for what is said on the wire. Immutable. */
record ConversationCard(
        int number,
        String idp,
        String name,
        String operation,
        String evidence,
        List<String> sources,
        List<String> quirks,
        Set<ServerOption> requires,
        @Nullable ServerConfig config) {
    ConversationCard {
        sources = List.copyOf(sources);
        quirks = List.copyOf(quirks);
        requires = Set.copyOf(requires);
    }
}
