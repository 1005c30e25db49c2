package dev.rollcall.scim.jdbi;

import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.store.StoreQuery;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The result of a query, a page at a time as it is asked for: each page seeks behind the last id of the one before, so
 * that no cursor stays open in the database and no more than a page is in memory.
 */
final class ResourcePages extends Spliterators.AbstractSpliterator<Resource> {
    private static final int PAGE = 200;

    private final ResourceReads reads;
    private final Selection selection;
    private final StoreQuery query;
    private final Deque<ResourceRow> page = new ArrayDeque<>();
    private Seek next;
    private long wanted;

    private ResourcePages(ResourceReads reads, Selection selection) {
        super(selection.query().limit(), Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE);
        this.reads = reads;
        this.selection = selection;
        this.query = selection.query();
        this.next = Seek.of(query.range());
        this.wanted = query.limit();
    }

    static Stream<Resource> stream(ResourceReads reads, Selection selection) {
        ResourcePages pages = new ResourcePages(reads, selection);
        return StreamSupport.stream(() -> pages.begun(), pages.characteristics(), false);
    }

    private ResourcePages begun() {
        if (query.offset() > 0) {
            Optional<String> first = reads.firstBehindOffset(selection, next);
            next = first.map(next::at).orElse(next);
            wanted = first.isPresent() ? wanted : 0;
        }
        return this;
    }

    @Override
    public boolean tryAdvance(Consumer<? super Resource> action) {
        if (page.isEmpty()) {
            fetch();
        }
        ResourceRow row = page.poll();
        if (row == null) {
            return false;
        }
        action.accept(row.toResource(query.type()));
        return true;
    }

    private void fetch() {
        int limit = (int) Math.min(PAGE, wanted);
        if (limit == 0) {
            return;
        }
        List<ResourceRow> fetched = reads.page(selection, next, limit);
        page.addAll(fetched);
        // A page that is not full is the last.
        wanted = fetched.size() < limit ? 0 : wanted - limit;
        if (!fetched.isEmpty()) {
            next = next.behind(fetched.get(fetched.size() - 1).id());
        }
    }
}
