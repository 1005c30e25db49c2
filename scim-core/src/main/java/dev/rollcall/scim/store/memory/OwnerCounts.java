package dev.rollcall.scim.store.memory;

import dev.rollcall.scim.store.Scope;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How many of something each owner has, kept so that nothing need be counted. */
final class OwnerCounts {
    private final Map<@Nullable String, Long> byOwner = new HashMap<>();
    private long all;

    void add(@Nullable String owner, long more) {
        all += more;
        byOwner.merge(owner, more, Long::sum);
    }

    long visibleIn(Scope scope) {
        return scope.owner() == null ? all : byOwner.getOrDefault(scope.owner(), 0L);
    }
}
