package dev.rollcall.scim.testkit.conversation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Exchanges that happen at the same time, each on a connection of its own. Immutable. */
record Together(
        String name, List<Exchange> exchanges, @Nullable Loop repeat) implements Step {
    Together {
        exchanges = List.copyOf(exchanges);
    }
}
