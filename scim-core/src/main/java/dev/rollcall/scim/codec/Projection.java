package dev.rollcall.scim.codec;

import dev.rollcall.scim.schema.Attribute;
import dev.rollcall.scim.schema.Attributes;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.Returned;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which attributes of a resource are shown (RFC 7644 §3.9, RFC 7643 §7 {@code returned}). Immutable and thread-safe.
 */
public final class Projection {
    /** Shows all there is, whatever its {@code returned} says; for documents in a store. */
    public static final Projection EVERYTHING = new Projection(null, null);

    private final @Nullable Attributes shape;
    private final @Nullable Projection @Nullable [] children;

    private Projection(@Nullable Attributes shape, @Nullable Projection @Nullable [] children) {
        this.shape = shape;
        this.children = children;
    }

    /** What is shown of a value of the attribute; null if it is not shown at all. */
    public @Nullable Projection of(Attribute attribute) {
        return children == null ? this : children[attribute.index()];
    }

    /** Whether the attribute is shown. */
    public boolean shows(Attribute attribute) {
        return of(attribute) != null;
    }

    /** What a client sees that asks for nothing in particular. */
    public static Projection defaults(ResourceType type) {
        return defaults(type.attributes());
    }

    private static Projection defaults(Attributes shape) {
        return build(
                shape,
                attribute -> attribute.returned() == Returned.DEFAULT || attribute.returned() == Returned.ALWAYS
                        ? whole(attribute)
                        : null);
    }

    private static Projection whole(Attribute attribute) {
        return attribute.complex() ? defaults(attribute.subAttributes()) : EVERYTHING;
    }

    /** Whoever names an extension asks for all of it, also for what is returned on request alone. */
    private static Projection asked(Attribute attribute) {
        return attribute.extension() ? build(attribute.subAttributes(), Projection::whole) : whole(attribute);
    }

    private interface Chooser {
        @Nullable
        Projection choose(Attribute attribute);
    }

    private static Projection build(Attributes shape, Chooser chooser) {
        @Nullable Projection[] children = new Projection[shape.size()];
        for (Attribute attribute : shape) {
            // RFC 7643 §7: a secret stays one, even when it is asked for by name.
            children[attribute.index()] = attribute.returned() == Returned.NEVER ? null : chooser.choose(attribute);
        }
        return new Projection(shape, children);
    }

    /**
     * Only the named attributes, and those that are always returned.
     *
     * @param named each as the attributes from the top-level one down to the one named
     */
    public static Projection only(ResourceType type, List<List<Attribute>> named) {
        return only(type.attributes(), named, 0);
    }

    private static Projection only(Attributes shape, List<List<Attribute>> named, int depth) {
        return build(shape, attribute -> {
            List<List<Attribute>> here = through(attribute, named, depth);
            if (here.isEmpty()) {
                return attribute.returned() == Returned.ALWAYS ? whole(attribute) : null;
            }
            return here.stream().anyMatch(path -> path.size() == depth + 1)
                    ? asked(attribute)
                    : only(attribute.subAttributes(), here, depth + 1);
        });
    }

    /**
     * What is shown by default without the named attributes; those that are always returned stay.
     *
     * @param named each as the attributes from the top-level one down to the one named
     */
    public static Projection without(ResourceType type, List<List<Attribute>> named) {
        return without(type.attributes(), named, 0);
    }

    private static Projection without(Attributes shape, List<List<Attribute>> named, int depth) {
        return build(shape, attribute -> {
            if (attribute.returned() == Returned.ALWAYS) {
                return whole(attribute);
            }
            List<List<Attribute>> here = through(attribute, named, depth);
            if (attribute.returned() == Returned.REQUEST || here.stream().anyMatch(path -> path.size() == depth + 1)) {
                return null;
            }
            return here.isEmpty() ? whole(attribute) : without(attribute.subAttributes(), here, depth + 1);
        });
    }

    private static List<List<Attribute>> through(Attribute attribute, List<List<Attribute>> paths, int depth) {
        return paths.stream()
                .filter(path -> path.size() > depth && path.get(depth) == attribute)
                .toList();
    }

    /**
     * The same, also showing attributes that are returned on request because the client has just written them.
     *
     * @param written each as the attributes from the top-level one down to the one written
     */
    public Projection withWritten(List<List<Attribute>> written) {
        Projection result = this;
        for (List<Attribute> path : written) {
            result = result.withWritten(path, 0);
        }
        return result;
    }

    private Projection withWritten(List<Attribute> path, int depth) {
        Attribute attribute = path.get(depth);
        boolean last = depth == path.size() - 1;
        if (shape == null || children == null || attribute.returned() == Returned.NEVER) {
            return this;
        }
        Projection before = children[attribute.index()];
        Projection after = before;
        if (last && before == null && attribute.returned() == Returned.REQUEST) {
            after = whole(attribute);
        } else if (!last && before != null) {
            after = before.withWritten(path, depth + 1);
        }
        if (after == before) {
            return this;
        }
        @Nullable Projection[] more = children.clone();
        more[attribute.index()] = after;
        return new Projection(shape, more);
    }
}
