package dev.rollcall.scim.jdbi;

import dev.rollcall.scim.filter.Filter;
import dev.rollcall.scim.query.Sort;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.store.IdRange;
import dev.rollcall.scim.store.PushDown;
import dev.rollcall.scim.store.StoreQuery;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes what can become SQL: a filter as a whole, or those terms of an "and" that can. */
final class JdbiPushDown implements PushDown {
    /** What is translated and how is the same for every scope. */
    private static final VisibleRows ALL = new VisibleRows(0, null);

    private final Dialect dialect;

    JdbiPushDown(Dialect dialect) {
        this.dialect = dialect;
    }

    @Override
    public Pushed push(ResourceType type, @Nullable Filter filter, @Nullable Sort sort) {
        boolean sorts = sort == null || SortSql.of(type, sort, dialect).isPresent();
        if (filter == null) {
            return new Pushed(null, null, sorts);
        }
        FilterSql sql = new FilterSql(type, dialect, ALL);
        Predicate<Filter> answerable = term -> sql.of(term).isPresent();
        var parts = filter.conjuncts().stream().collect(Collectors.partitioningBy(answerable));
        List<Filter> answered = parts.getOrDefault(true, List.of());
        List<Filter> rest = parts.getOrDefault(false, List.of());
        if (answered.isEmpty() || rest.isEmpty()) {
            return new Pushed(rest.isEmpty() ? filter : null, rest.isEmpty() ? null : filter, sorts);
        }
        return new Pushed(and(answered), and(rest), sorts);
    }

    @Override
    public Optional<String> describe(ResourceType type, Filter answered) {
        Selection selection = Selection.of(StoreQuery.of(type, answered, null), ALL, dialect);
        return Optional.of("select …" + selection.from().text() + selection.orderById(Seek.of(IdRange.ALL)));
    }

    private static Filter and(List<Filter> terms) {
        return terms.size() == 1 ? terms.get(0) : new Filter.And(terms);
    }
}
