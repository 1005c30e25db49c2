package dev.rollcall.scim.protocol;

import dev.rollcall.scim.filter.Filter;
import dev.rollcall.scim.filter.Literal;
import dev.rollcall.scim.filter.Operator;
import dev.rollcall.scim.path.PathResolver;
import dev.rollcall.scim.path.ResolvedPath;
import dev.rollcall.scim.store.Key;
import dev.rollcall.scim.store.KeyFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds in a filter what every match must have: an id, or the keys of indexed attributes. */
final class Narrowing {
    private final PathResolver resolver;
    private final KeyFactory keys;

    Narrowing(PathResolver resolver, KeyFactory keys) {
        this.resolver = resolver;
        this.keys = keys;
    }

    /**
     * What is known of every match.
     *
     * @param id its id; null if the filter names none
     * @param keys keys that it has
     */
    record Narrowed(@Nullable String id, List<Key> keys) {}

    Narrowed of(@Nullable Filter filter) {
        String id = null;
        List<Key> equalities = new ArrayList<>();
        for (Filter term : filter == null ? List.<Filter>of() : filter.conjuncts()) {
            if (term instanceof Filter.Compare compare
                    && compare.operator() == Operator.EQ
                    && compare.value() instanceof Literal.Text text) {
                Optional<ResolvedPath> path = resolver.resolve(compare.path());
                if (path.isPresent() && path.get().leaf() == resolver.type().id()) {
                    id = text.value();
                } else if (path.isPresent()) {
                    ResolvedPath at = path.get();
                    keys.equality(resolver.type(), at.toString(), at.leaf(), text.value())
                            .ifPresent(equalities::add);
                }
            }
        }
        return new Narrowed(id, equalities);
    }
}
