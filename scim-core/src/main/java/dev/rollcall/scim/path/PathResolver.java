package dev.rollcall.scim.path;

import dev.rollcall.scim.codec.Quirk;
import dev.rollcall.scim.codec.Tolerance;
import dev.rollcall.scim.schema.Attribute;
import dev.rollcall.scim.schema.ResourceType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds what a path names in resources of one type (RFC 7644 §3.10). Immutable and thread-safe. */
public final class PathResolver {
    private final ResourceType type;
    private final Tolerance tolerance;

    /** A resolver for the type that forgives what the tolerance says. */
    public PathResolver(ResourceType type, Tolerance tolerance) {
        this.type = type;
        this.tolerance = tolerance;
    }

    /** The resource type. */
    public ResourceType type() {
        return type;
    }

    /** Whether the path is the URI of the type's base schema, and so means the resource itself. */
    public boolean isResource(AttributePath path) {
        return type.isBaseSchema(path.toString());
    }

    /** What the path names; empty if the type has no such attribute. */
    public Optional<ResolvedPath> resolve(AttributePath path) {
        List<Attribute> steps = new ArrayList<>(3);
        Attribute container = extension(path.toString());
        if (container != null) {
            return Optional.of(new ResolvedPath(List.of(container)));
        }
        if (path.attribute() == null) {
            return Optional.empty();
        }
        Attribute attribute = path.schema() == null
                ? unqualified(path.attribute(), steps)
                : qualified(path.schema(), path.attribute(), steps);
        if (attribute == null) {
            return Optional.empty();
        }
        steps.add(attribute);
        if (path.subAttribute() != null) {
            Attribute sub = attribute.sub(path.subAttribute());
            if (sub == null) {
                return Optional.empty();
            }
            steps.add(sub);
        }
        return Optional.of(new ResolvedPath(steps));
    }

    private @Nullable Attribute extension(String uri) {
        return extensions().filter(e -> e.isNamed(uri)).findFirst().orElse(null);
    }

    private Stream<Attribute> extensions() {
        return type.extensionAttributes();
    }

    private @Nullable Attribute qualified(String schema, String name, List<Attribute> steps) {
        if (type.isBaseSchema(schema)) {
            return type.find(name);
        }
        Attribute container = extension(schema);
        if (container == null) {
            return null;
        }
        steps.add(container);
        return container.sub(name);
    }

    private @Nullable Attribute unqualified(String name, List<Attribute> steps) {
        Attribute found = type.find(name);
        if (found != null || !tolerance.allows(Quirk.UNQUALIFIED_EXTENSION)) {
            return found;
        }
        List<Attribute> holders = extensions().filter(e -> e.sub(name) != null).toList();
        if (holders.size() != 1) {
            return null;
        }
        steps.add(holders.get(0));
        return holders.get(0).sub(name);
    }

    /** Why the path names nothing, and what there is instead. */
    public String explainUnknown(AttributePath path) {
        if (path.schema() != null && path.attribute() != null) {
            if (type.isBaseSchema(path.schema())) {
                return explain(
                        path.attribute(), path.subAttribute(), type.attributes().asList(), type.name());
            }
            Attribute container = extension(path.schema());
            if (container != null) {
                return explain(
                        path.attribute(),
                        path.subAttribute(),
                        container.subAttributes().asList(),
                        "the extension " + container.name());
            }
        }
        if (path.schema() != null) {
            List<String> known = new ArrayList<>(List.of(type.schema().id()));
            extensions().forEach(e -> known.add(e.name()));
            return "\"" + path + "\" belongs to no schema of " + type.name() + "; its schemas are "
                    + String.join(", ", known);
        }
        return explain(
                Objects.requireNonNull(path.attribute()),
                path.subAttribute(),
                type.attributes().asList(),
                type.name());
    }

    private String explain(String name, @Nullable String sub, List<Attribute> there, String owner) {
        Optional<Attribute> attribute =
                there.stream().filter(a -> a.isNamed(name)).findFirst();
        if (attribute.isPresent() && sub != null) {
            List<Attribute> subs = attribute.get().subAttributes().asList();
            return "\"" + attribute.get().name() + "\" has no sub-attribute \"" + sub + "\"; it has "
                    + (subs.isEmpty() ? "none" : names(subs));
        }
        return "\"" + name + "\" is no attribute of " + owner + "; attributes are " + names(there);
    }

    private static String names(List<Attribute> attributes) {
        return String.join(", ", attributes.stream().map(Attribute::name).toList());
    }
}
