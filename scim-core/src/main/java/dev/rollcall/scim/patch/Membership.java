package dev.rollcall.scim.patch;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.resource.Complex;
import dev.rollcall.scim.resource.GroupView;
import dev.rollcall.scim.resource.Value;
import dev.rollcall.scim.schema.Attribute;
import dev.rollcall.scim.schema.ResourceType;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which attribute of a resource type is a relation and not part of the document: {@code members} of Group. */
public final class Membership {
    private Membership() {}

    /** The attribute with the members; null if resources of the type have none. */
    public static @Nullable Attribute attribute(ResourceType type) {
        return type.isBaseSchema(GroupView.SCHEMA) ? type.find("members") : null;
    }

    /** The id in an element of {@code members}; empty if it has none. */
    public static Optional<String> id(Value element) {
        return element instanceof Complex member && member.get("value") instanceof Value.Text id
                ? Optional.of(id.value())
                : Optional.empty();
    }

    /**
     * The ids in a value of the attribute, in their order, each once.
     *
     * @throws ScimException {@code invalidValue} if an element has none
     */
    public static Set<String> ids(@Nullable Value value, Attribute members) {
        Set<String> ids = new LinkedHashSet<>();
        if (value != null) {
            for (Value element : value.elements()) {
                ids.add(id(element)
                        .orElseThrow(() -> ScimException.invalidValue(
                                "An element of \"" + members.name() + "\" has no \"value\", the id of the member")));
            }
        }
        return ids;
    }
}
