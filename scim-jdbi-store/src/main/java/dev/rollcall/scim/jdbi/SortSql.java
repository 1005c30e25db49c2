package dev.rollcall.scim.jdbi;

import dev.rollcall.scim.path.ResolvedPath;
import dev.rollcall.scim.query.Sort;
import dev.rollcall.scim.query.SortValue;
import dev.rollcall.scim.schema.AttributeType;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.Uniqueness;
import dev.rollcall.scim.store.KeyFactory;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An order as SQL, where that is core's (RFC 7644 §3.4.2.3): those without a value last, or first in a descending order;
 * of equal values the smaller id first.
 *
 * @param expression what is ordered by, as of the alias {@code r}; null if all resources have the same there
 * @param nullable whether there are rows without it
 * @param longPath under what path the table of keys has the texts that are longer than what counts; null if there are none
 */
record SortSql(
        @Nullable String expression,
        boolean nullable,
        @Nullable String longPath,
        boolean ascending) {
    private static final KeyFactory KEYS = KeyFactory.standard();

    /** Empty if the database has another order, or none. */
    static Optional<SortSql> of(ResourceType type, Sort sort, Dialect dialect) {
        ResolvedPath path = sort.path();
        boolean ascending = sort.ascending();
        if (path.top() == type.meta() && path.steps().size() == 2) {
            return switch (path.leaf().name()) {
                case "created" -> Optional.of(new SortSql("r.created", false, null, ascending));
                case "lastModified" -> Optional.of(new SortSql("r.last_modified", false, null, ascending));
                case "resourceType" -> Optional.of(new SortSql(null, false, null, ascending));
                default -> Optional.empty();
            };
        } else if (path.top() == type.schemas()) {
            return Optional.of(new SortSql(null, false, null, ascending));
        } else if (path.steps().size() != 1) {
            return Optional.empty();
        } else if (ActiveColumn.holds(path.leaf())) {
            return Optional.of(new SortSql("r.active", true, null, ascending));
        }
        boolean isText =
                path.leaf().type() == AttributeType.STRING || path.leaf().type() == AttributeType.REFERENCE;
        return isText && dialect.ordersByCodePoint() && KEYS.covers(type, path)
                ? KeyColumn.of(path.toString(), path.leaf().uniqueness() != Uniqueness.NONE)
                        .map(c -> new SortSql("r." + c.column(), true, KeyRow.longPath(path.toString()), ascending))
                : Optional.empty();
    }

    /** The same where texts are too long: those that agree as far as counts are ordered by id, which no index knows. */
    SortSql cut() {
        return new SortSql("left(" + expression + ", " + SortValue.LENGTH + ")", nullable, null, ascending);
    }

    String orderBy() {
        if (expression == null) {
            return " order by r.id";
        }
        return " order by " + expression + (ascending ? "" : " desc")
                + (nullable ? " nulls " + (ascending ? "last" : "first") : "")
                + ", r.id";
    }
}
