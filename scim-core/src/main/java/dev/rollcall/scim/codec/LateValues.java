package dev.rollcall.scim.codec;

import dev.rollcall.scim.resource.Value;
import dev.rollcall.scim.schema.Attribute;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Values of a multi-valued attribute that are fetched while a resource is written, because there can be too many to
 * hold: the members of a large group.
 */
@FunctionalInterface
public interface LateValues {
    /** Nothing is late. */
    LateValues NONE = attribute -> null;

    /** The values of the attribute; null if they are in the resource itself. */
    @Nullable
    Iterator<Value> of(Attribute attribute);
}
