package dev.rollcall.scim.patch;

import dev.rollcall.scim.resource.Complex;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.resource.Value;
import dev.rollcall.scim.schema.Attribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a write really changed, whichever operation it was: attributes by path, and members by id. Immutable and
 * thread-safe.
 *
 * @param changes the attributes that changed, singular complex ones by sub-attribute
 * @param joined ids of new members of a group
 * @param left ids of former members of a group
 */
public record ChangeSet(List<Change> changes, List<String> joined, List<String> left) {
    /** Nothing changed. */
    public static final ChangeSet EMPTY = new ChangeSet(List.of(), List.of(), List.of());

    /** Copies the lists. */
    public ChangeSet {
        changes = List.copyOf(changes);
        joined = List.copyOf(joined);
        left = List.copyOf(left);
    }

    /**
     * The difference between two states of a resource; null stands for no resource. Id and metadata are left aside,
     * since they follow from the change.
     */
    public static ChangeSet between(@Nullable Resource before, @Nullable Resource after) {
        List<Change> changes = new ArrayList<>();
        Resource any = after != null ? after : before;
        if (any != null) {
            for (Attribute attribute : any.type().attributes()) {
                if (attribute != any.type().id() && attribute != any.type().meta()) {
                    compare(
                            attribute.name(),
                            attribute,
                            before == null ? null : before.get(attribute),
                            after == null ? null : after.get(attribute),
                            changes);
                }
            }
        }
        return new ChangeSet(changes, List.of(), List.of());
    }

    private static void compare(
            String path, Attribute attribute, @Nullable Value before, @Nullable Value after, List<Change> changes) {
        if (Objects.equals(before, after)) {
            return;
        }
        if (!attribute.complex() || attribute.multiValued()) {
            changes.add(new Change(path, before, after));
            return;
        }
        for (Attribute sub : attribute.subAttributes()) {
            compare(
                    path + (attribute.extension() ? ":" : ".") + sub.name(),
                    sub,
                    before instanceof Complex b ? b.get(sub) : null,
                    after instanceof Complex a ? a.get(sub) : null,
                    changes);
        }
    }

    /** The same with members that joined and left. */
    public ChangeSet withMembers(List<String> nowJoined, List<String> nowLeft) {
        return new ChangeSet(changes, nowJoined, nowLeft);
    }

    /** Whether nothing changed. */
    public boolean isEmpty() {
        return changes.isEmpty() && joined.isEmpty() && left.isEmpty();
    }

    /** Whether the attribute of that canonical path, or part of it, changed. */
    public boolean touches(String path) {
        return changes.stream()
                .anyMatch(c -> c.path().equals(path)
                        || c.path().startsWith(path + ".")
                        || c.path().startsWith(path + ":"));
    }
}
