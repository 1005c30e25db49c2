package dev.rollcall.scim.patch;

import dev.rollcall.scim.path.ResolvedPath;
import dev.rollcall.scim.schema.Attribute;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an operation is about, resolved against the resource type.
 *
 * @param container the extension's object that holds the attribute; null for an attribute at top level
 * @param attribute the attribute
 * @param elements which elements of the attribute; null for the attribute as a whole
 * @param sub the sub-attribute; null for the attribute or its elements themselves
 */
record Target(
        @Nullable Attribute container,
        Attribute attribute,
        @Nullable ElementMatch elements,
        @Nullable Attribute sub) {

    static Target of(ResolvedPath path, @Nullable ElementMatch match) {
        int steps = path.steps().size();
        boolean inExtension = path.top().extension() && steps > 1;
        Attribute container = inExtension ? path.top() : null;
        int depth = inExtension ? 1 : 0;
        Attribute attribute = path.steps().get(depth);
        Attribute sub = steps > depth + 1 ? path.steps().get(depth + 1) : null;
        // "emails.value" names the sub-attribute of every element.
        ElementMatch elements = match == null && sub != null && attribute.multiValued() ? ElementMatch.ALL : match;
        return new Target(container, attribute, elements, sub);
    }

    Target withSub(@Nullable Attribute newSub) {
        return new Target(container, attribute, elements, newSub);
    }

    /** The attribute, after the extension that holds it. */
    List<Attribute> place() {
        return container == null ? List.of(attribute) : List.of(container, attribute);
    }

    /** The attribute that a value is for. */
    Attribute leaf() {
        return sub != null ? sub : attribute;
    }

    /** The first attribute on the way that the server alone may set; null if there is none. */
    @Nullable
    Attribute readOnly() {
        if (!attribute.writable()) {
            return attribute;
        }
        return sub != null && !sub.writable() ? sub : null;
    }

    @Override
    public String toString() {
        return (container != null ? container.name() + ":" : "")
                + attribute.name()
                + (elements != null ? elements : "")
                + (sub != null ? "." + sub.name() : "");
    }
}
