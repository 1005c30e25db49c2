package dev.rollcall.scim.testkit.conversation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is expected of a response. Immutable.
 *
 * @param captures variable names (with placeholders) and the paths to their values
 * @param then what is expected of the resource afterwards; null if nobody asks
 */
record Expectation(
        Set<Integer> status,
        List<HeaderCheck> headers,
        List<PathCheck> body,
        Map<String, String> captures,
        @Nullable List<PathCheck> then) {
    Expectation {
        status = Set.copyOf(status);
        headers = List.copyOf(headers);
        body = List.copyOf(body);
        captures = Map.copyOf(captures);
        then = then == null ? null : List.copyOf(then);
    }

    /** Whether the other expectations say anything of such a response; of a failure, where success is expected, not. */
    boolean coversKindOf(int actual) {
        return status.stream().anyMatch(expected -> expected / 100 == actual / 100);
    }
}
