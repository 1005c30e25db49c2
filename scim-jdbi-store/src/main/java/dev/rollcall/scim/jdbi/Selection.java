package dev.rollcall.scim.jdbi;

import dev.rollcall.scim.store.StoreQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows that a query is about, in SQL. Immutable. */
final class Selection {
    private final VisibleRows rows;
    private final StoreQuery query;
    private final Condition condition;
    private final @Nullable Access access;
    private final Dialect dialect;
    private final @Nullable SortSql sort;

    private Selection(VisibleRows rows, StoreQuery query, Dialect dialect, Condition whole, @Nullable SortSql sort) {
        this.rows = rows;
        this.query = query;
        this.sort = sort;
        Condition leading = null;
        Access best = null;
        for (Condition conjunct : whole.conjuncts()) {
            Access way = conjunct.access().orElse(null);
            if (way != null && (best == null || way.kind().compareTo(best.kind()) < 0)) {
                leading = conjunct;
                best = way;
            }
        }
        this.access = best;
        this.dialect = dialect;
        this.condition = best != null && best.isElsewhere() ? without(whole, leading) : whole;
    }

    private static Condition without(Condition whole, @Nullable Condition leading) {
        return Condition.all(
                whole.conjuncts().stream().filter(c -> c != leading).toList());
    }

    /**
     * The rows of the query.
     *
     * @throws IllegalArgumentException if it has a filter or an order that the push-down did not take
     */
    static Selection of(StoreQuery query, VisibleRows rows, Dialect dialect) {
        TermSql terms = new TermSql(query.type(), dialect, rows);
        List<Condition> conditions = new ArrayList<>();
        query.equalities().forEach(key -> conditions.add(terms.having(key)));
        if (query.filter() != null) {
            conditions.add(new FilterSql(query.type(), dialect, rows)
                    .of(query.filter())
                    .orElseThrow(() -> new IllegalArgumentException("This store does not answer this filter")));
        }
        SortSql sort = query.sort() == null
                ? null
                : SortSql.of(query.type(), query.sort(), dialect)
                        .orElseThrow(() -> new IllegalArgumentException("This store does not keep this order"));
        return new Selection(rows, query, dialect, Condition.all(conditions), sort);
    }

    StoreQuery query() {
        return query;
    }

    VisibleRows rows() {
        return rows;
    }

    /** The wanted order; empty for the one by id. */
    Optional<SortSql> sort() {
        return Optional.ofNullable(sort);
    }

    /** Whether it is all resources of the type that are visible. */
    boolean isWholeType() {
        return access == null && isTrue();
    }

    private boolean isTrue() {
        return condition.equals(new Condition.Constant(true));
    }

    /** What follows the columns of a query, up to its conditions, to which more can be added. */
    Sql from() {
        Sql from = access != null && access.isElsewhere()
                ? dialect.from(Objects.requireNonNull(access.holders()), rows.tenant())
                : Sql.of(" from scim_resource r where r.tenant_key = ? and", rows.tenant());
        from.add(" r.type = ?", query.type().name()).add(rows.condition("r"));
        return isTrue() ? from : from.add(" and ").add(condition.sql());
    }

    /** By id; the columns before it are the same in all rows, and tell H2 which index has the rows in order. */
    String orderById(Seek seek) {
        if (access == null) {
            return rows.owner() == null
                    ? seek.orderBy("r.tenant_key", "r.type", "r.id")
                    : seek.orderBy("r.tenant_key", "r.type", "r.owner", "r.id");
        }
        // The index of what is unique has no ids, and needs none. Those from another table are few enough to sort; an
        // order
        // with more columns would have H2 walk an index that does not narrow.
        return access.column() == null || access.kind() == Access.Kind.UNIQUE
                ? seek.orderBy("r.id")
                : seek.orderBy("r.tenant_key", "r.type", access.column(), "r.id");
    }
}
