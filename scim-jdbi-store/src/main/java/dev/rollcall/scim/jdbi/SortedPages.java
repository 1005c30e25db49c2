package dev.rollcall.scim.jdbi;

import dev.rollcall.scim.resource.Resource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The result of a query with an order of its own, a page at a time as it is asked for. What is passed over is passed over
 * in the index alone, where one has the order.
 */
final class SortedPages extends Spliterators.AbstractSpliterator<Resource> {
    /** As many as a list has at most unless a host says otherwise, so that nearly every list is one page. */
    private static final int PAGE = 1_000;

    private static final String LONG = """
            select 1 from scim_key l
            where l.tenant_key = ? and l.type = ? and l.path = ?
            fetch first 1 rows only""";

    private final Statements statements;
    private final Selection selection;
    private final ResourceReads reads;
    private final Deque<Resource> page = new ArrayDeque<>();
    private String orderBy = "";
    private long offset;
    private long wanted;

    private SortedPages(Statements statements, Selection selection) {
        super(selection.query().limit(), Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE);
        this.statements = statements;
        this.reads = new ResourceReads(statements);
        this.selection = selection;
        this.offset = selection.query().offset();
        this.wanted = selection.query().limit();
    }

    static Stream<Resource> stream(Statements statements, Selection selection) {
        SortedPages pages = new SortedPages(statements, selection);
        return StreamSupport.stream(() -> pages.begun(), pages.characteristics(), false);
    }

    private SortedPages begun() {
        SortSql sort = selection.sort().orElseThrow();
        orderBy = (hasLongTexts(sort) ? sort.cut() : sort).orderBy();
        return this;
    }

    private boolean hasLongTexts(SortSql sort) {
        return Optional.ofNullable(sort.longPath())
                .flatMap(path -> statements.first(
                        Sql.of(
                                LONG,
                                selection.rows().tenant(),
                                selection.query().type().name(),
                                path),
                        row -> row.getInt(1)))
                .isPresent();
    }

    @Override
    public boolean tryAdvance(Consumer<? super Resource> action) {
        // What was deleted between two statements leaves a page empty that is not the last.
        while (page.isEmpty() && wanted > 0) {
            fetch();
        }
        Resource resource = page.poll();
        if (resource == null) {
            return false;
        }
        action.accept(resource);
        return true;
    }

    private void fetch() {
        int limit = (int) Math.min(PAGE, wanted);
        List<String> ids = ids(limit);
        // A page that is not full is the last.
        wanted = ids.size() < limit ? 0 : wanted - limit;
        offset += ids.size();
        Map<String, Resource> found =
                reads.findAll(selection.rows(), selection.query().type(), ids);
        ids.stream().map(found::get).filter(Objects::nonNull).forEach(page::add);
    }

    private List<String> ids(int limit) {
        Sql sql = Sql.of("select r.id")
                .add(selection.from())
                .add(orderBy)
                .add(" offset ? rows fetch next ? rows only", offset, limit);
        return statements.list(sql, row -> row.getString(1));
    }
}
