package dev.rollcall.scim.filter;

import dev.rollcall.scim.path.ResolvedPath;
import dev.rollcall.scim.schema.Attribute;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A comparison of a link to a resource, as one of the id beside it: a link with a version, with another one, or relative
 * leads to the same resource (RFC 7643 §2.4), and is not even stored.
 *
 * @param path the id
 * @param compare the comparison with the id that the link ends with
 */
record LinkTerm(ResolvedPath path, Filter.Compare compare) {
    /** Empty if the path is no such link, or the comparison is not about the whole of it. */
    static Optional<LinkTerm> of(ResolvedPath path, Filter.Compare compare) {
        Attribute parent = path.parent();
        boolean whole = compare.operator() == Operator.EQ || compare.operator() == Operator.NE;
        if (!whole
                || parent == null
                || parent.linkToResource() != path.leaf()
                || !(compare.value() instanceof Literal.Text link)
                || link.value().lastIndexOf('/') < 0) {
            return Optional.empty();
        }
        List<Attribute> steps = new ArrayList<>(path.steps());
        steps.set(steps.size() - 1, parent.subAttributes().get("value"));
        String id = id(link.value());
        return JsonText.hasBadCharacter(id)
                ? Optional.empty()
                : Optional.of(new LinkTerm(
                        new ResolvedPath(steps),
                        new Filter.Compare(compare.path(), compare.operator(), Literal.of(id))));
    }

    private static String id(String link) {
        String last = link.substring(link.lastIndexOf('/') + 1);
        try {
            return URLDecoder.decode(last.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return last;
        }
    }
}
