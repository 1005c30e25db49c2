package dev.rollcall.scim.protocol;

import dev.rollcall.scim.query.Cursor;
import dev.rollcall.scim.query.Cursors;
import dev.rollcall.scim.resource.Resource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Pages by cursor (RFC 9865 §2). One entry more than the page is read, which tells whether another page follows.
 *
 * @param from where the page begins; null for the first page
 */
record CursorPages(
        Cursors cursors,
        byte[] context,
        Instant now,
        int count,
        @Nullable Cursor from) {
    /** Reads the cursor of a request, which may be empty, before anything else is done. */
    static CursorPages of(Exchange exchange, byte[] context, String cursor, int count) {
        Cursors cursors = exchange.settings().cursors();
        Instant now = exchange.settings().clock().instant();
        Cursor from = cursor.isEmpty() ? null : cursors.open(cursor, context);
        if (from != null) {
            from.check(now, count);
        }
        return new CursorPages(cursors, context, now, count, from);
    }

    /** The page. */
    ListPage page(Walk walk) {
        boolean forward = from == null || from.forward();
        Slice slice = from != null
                ? walk.from(forward, from.type(), from.place(), withOneMore())
                : walk.first(count == 0 ? 0 : withOneMore());
        long total = from == null ? slice.total() : from.total();
        List<Slice.Entry> page = new ArrayList<>(slice.entries());
        boolean more = page.size() > count;
        if (more) {
            page.remove(count);
        }
        if (!forward) {
            Collections.reverse(page);
        }
        // Walking back, there is the page that the walk came from; walking on, that is so but for the first page.
        boolean next = count > 0 && (!forward || more);
        boolean previous = forward ? from != null && from.place() != null : more;
        List<Resource> resources = page.stream().map(Slice.Entry::resource).toList();
        Slice.Entry first = page.isEmpty() ? null : page.get(0);
        Slice.Entry last = page.isEmpty() ? null : page.get(page.size() - 1);
        return new ListPage(
                resources,
                total,
                null,
                next ? cursor(true, last, total) : null,
                previous ? cursor(false, first, total) : null);
    }

    /** The largest page of all has no room for one more, and nothing behind it that a list could hold. */
    private int withOneMore() {
        return count == Integer.MAX_VALUE ? count : count + 1;
    }

    /** Without an entry the page lies at an end of the list, and the cursor leads to the pages from there. */
    private String cursor(boolean forward, Slice.@Nullable Entry at, long total) {
        String type = at == null ? "" : at.resource().type().name();
        Instant expires = now.plus(cursors.timeout());
        return cursors.seal(new Cursor(forward, type, at == null ? null : at.place(), count, total, expires), context);
    }
}
