package dev.rollcall.scim.query;

import dev.rollcall.scim.codec.Projection;
import dev.rollcall.scim.codec.Tolerance;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.path.AttributePath;
import dev.rollcall.scim.path.PathResolver;
import dev.rollcall.scim.path.ResolvedPath;
import dev.rollcall.scim.schema.Attribute;
import dev.rollcall.scim.schema.ResourceType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Reads {@code attributes} and {@code excludedAttributes} (RFC 7644 §3.4.2.5 and §3.9). Stateless and thread-safe. */
public final class Projections {
    private Projections() {}

    /**
     * The projection that a client asks for.
     *
     * @param attributes values of the parameter, each one name or several with commas; unknown names are passed over
     * @param excluded likewise
     * @throws ScimException {@code invalidValue} if both are given
     */
    public static Projection parse(
            ResourceType type, List<String> attributes, List<String> excluded, Tolerance tolerance) {
        List<String> only = names(attributes);
        List<String> without = names(excluded);
        if (!only.isEmpty() && !without.isEmpty()) {
            throw ScimException.invalidValue(
                    "\"attributes\" and \"excludedAttributes\" cannot be used together; leave one of them out");
        }
        PathResolver resolver = new PathResolver(type, tolerance);
        if (!only.isEmpty()) {
            return Projection.only(type, resolve(resolver, only));
        }
        return Projection.without(type, resolve(resolver, without));
    }

    /** Whether a parameter says anything; an empty one counts as absent. */
    public static boolean isGiven(List<String> parameter) {
        return !names(parameter).isEmpty();
    }

    /** The names in a parameter, each alone; empty ones are left out. */
    public static List<String> names(List<String> parameter) {
        return parameter.stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static List<List<Attribute>> resolve(PathResolver resolver, List<String> names) {
        return names.stream()
                .flatMap(name -> AttributePath.tryParse(name).stream())
                .flatMap(path -> resolver.isResource(path)
                        ? ofBaseSchema(resolver.type())
                        : resolver.resolve(path).map(ResolvedPath::steps).stream())
                // A body can name one attribute a million times.
                .distinct()
                .toList();
    }

    /** The URI of the base schema names all of its attributes. */
    private static Stream<List<Attribute>> ofBaseSchema(ResourceType type) {
        return type.attributes().asList().stream()
                .filter(a -> type.schema().attributes().find(a.name()) != null)
                .map(List::of);
    }
}
