package dev.rollcall.scim.jdbi;

import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.resource.Value;
import dev.rollcall.scim.schema.Attribute;
import dev.rollcall.scim.schema.AttributeType;
import org.jspecify.annotations.Nullable;

/** The column of {@code active}, which is asked for whenever people are counted or looked through. */
final class ActiveColumn {
    private static final String NAME = "active";

    private ActiveColumn() {}

    /** Whether the column has the values of the attribute, which is at top level. */
    static boolean holds(Attribute attribute) {
        return attribute.name().equals(NAME) && attribute.type() == AttributeType.BOOLEAN && !attribute.multiValued();
    }

    /** What the column has for a resource; null for no value. */
    static @Nullable Boolean valueOf(Resource resource) {
        Attribute attribute = resource.type().find(NAME);
        return attribute != null && holds(attribute) && resource.get(attribute) instanceof Value.Bool bool
                ? Boolean.valueOf(bool.value())
                : null;
    }
}
