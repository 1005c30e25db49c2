package dev.rollcall.scim.protocol;

import dev.rollcall.scim.codec.Tolerance;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.patch.Membership;
import dev.rollcall.scim.path.AttributePath;
import dev.rollcall.scim.path.PathResolver;
import dev.rollcall.scim.path.ResolvedPath;
import dev.rollcall.scim.query.Sort;
import dev.rollcall.scim.schema.Attribute;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.Returned;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The order that a client asks for (RFC 7644 §3.4.2.3).
 *
 * @param text the path as it was written
 */
record SortBy(String text, boolean ascending) {
    /** The order in resources of one type; 400 if they cannot be ordered by it. */
    Sort in(ResourceType type, Exchange exchange) {
        PathResolver resolver = resolver(type, exchange);
        AttributePath path = AttributePath.parse(text);
        return resolver.resolve(path)
                .map(found -> sort(type, found, exchange))
                .orElseThrow(() -> ScimException.invalidPath("\"sortBy\": " + resolver.explainUnknown(path)));
    }

    /** The order in those of several types that have the attribute, of which there must be one. */
    Map<ResourceType, Sort> among(List<ResourceType> types, Exchange exchange) {
        Map<ResourceType, Sort> sorts = new HashMap<>();
        AttributePath path = AttributePath.parse(text);
        for (ResourceType type : types) {
            resolver(type, exchange).resolve(path).ifPresent(found -> sorts.put(type, sort(type, found, exchange)));
        }
        if (sorts.isEmpty()) {
            throw ScimException.invalidPath(
                    "\"sortBy\": \"" + text + "\" is no attribute of any resource type; the types are " + types);
        }
        return sorts;
    }

    private static PathResolver resolver(ResourceType type, Exchange exchange) {
        Tolerance tolerance = exchange.options().tolerance();
        return new PathResolver(type, tolerance);
    }

    private Sort sort(ResourceType type, ResolvedPath found, Exchange exchange) {
        ResolvedPath path = found.leaf().complex() ? found.child(value(found.leaf())) : found;
        if (path.steps().stream().anyMatch(step -> step.returned() == Returned.NEVER)) {
            throw refused("is never returned, so nothing is ordered by it");
        }
        if (path.top() == Membership.attribute(type) || isDerived(type, path, exchange)) {
            // Not in what a store keeps: the order would be that of the ids, and look like one by the attribute.
            throw refused("is worked out when a resource is shown, so nothing is ordered by it");
        }
        return new Sort(path, ascending);
    }

    private static boolean isDerived(ResourceType type, ResolvedPath path, Exchange exchange) {
        return Representation.derivations(exchange).anyMatch(derivation -> derivation.derives(type, path));
    }

    private Attribute value(Attribute leaf) {
        Attribute value = leaf.multiValued() ? leaf.sub("value") : null;
        if (value == null) {
            throw refused("has several parts; name one of " + leaf.subAttributes());
        }
        return value;
    }

    private ScimException refused(String why) {
        return ScimException.invalidPath("\"sortBy\": \"" + text + "\" " + why);
    }
}
