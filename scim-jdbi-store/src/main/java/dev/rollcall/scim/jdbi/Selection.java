package dev.rollcall.scim.jdbi;

import dev.rollcall.scim.store.StoreQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows that a query is about, in SQL. Immutable. */
final class Selection {
    private final VisibleRows rows;
    private final StoreQuery query;
    private final Condition condition;
    private final @Nullable SortSql sort;

    private Selection(VisibleRows rows, StoreQuery query, Condition condition, @Nullable SortSql sort) {
        this.rows = rows;
        this.query = query;
        this.condition = condition;
        this.sort = sort;
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
        return new Selection(rows, query, Condition.all(conditions), sort);
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
        return condition.equals(new Condition.Constant(true));
    }

    /** What follows the columns of a query, up to its conditions, to which more can be added. */
    Sql from() {
        Sql all = Sql.of(
                        " from scim_resource r where r.tenant_key = ? and r.type = ?",
                        rows.tenant(),
                        query.type().name())
                .add(rows.condition("r"));
        return isWholeType() ? all : all.add(" and ").add(condition.sql());
    }

    /** By id; the columns before it are the same in all rows, and tell H2 which index has the rows in order. */
    String orderById(Seek seek) {
        Optional<Access> access = condition.access();
        if (access.isEmpty()) {
            return rows.owner() == null
                    ? seek.orderBy("r.tenant_key", "r.type", "r.id")
                    : seek.orderBy("r.tenant_key", "r.type", "r.owner", "r.id");
        }
        String column = access.get().column();
        // Without a column they are few enough to sort; an order with more columns would have H2 walk an index that
        // does
        // not narrow.
        return column == null ? seek.orderBy("r.id") : seek.orderBy("r.tenant_key", "r.type", column, "r.id");
    }
}
