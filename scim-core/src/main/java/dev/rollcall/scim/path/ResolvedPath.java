package dev.rollcall.scim.path;

import dev.rollcall.scim.schema.Attribute;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The place in a resource that a path names: the attributes from the top down, one to three of them. An extension's
 * object counts as a step. Immutable and thread-safe.
 *
 * @param steps the attributes from the top-level one to the one named
 */
public record ResolvedPath(List<Attribute> steps) {
    /** Copies the steps. */
    public ResolvedPath {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("A resolved path has at least one step");
        }
    }

    /** The top-level attribute, or the object of an extension. */
    public Attribute top() {
        return steps.get(0);
    }

    /** The attribute that the path names. */
    public Attribute leaf() {
        return steps.get(steps.size() - 1);
    }

    /** The attribute that holds the one named; null if that is at top level. */
    public @Nullable Attribute parent() {
        return steps.size() == 1 ? null : steps.get(steps.size() - 2);
    }

    /** The path one step further down. */
    public ResolvedPath child(Attribute sub) {
        List<Attribute> longer = new ArrayList<>(steps);
        longer.add(sub);
        return new ResolvedPath(longer);
    }

    /** The path in canonical case; names of an extension with its URI. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(top().name());
        for (int i = 1; i < steps.size(); i++) {
            text.append(steps.get(i - 1).extension() ? ':' : '.')
                    .append(steps.get(i).name());
        }
        return text.toString();
    }
}
