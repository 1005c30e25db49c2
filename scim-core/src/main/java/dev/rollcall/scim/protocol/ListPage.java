package dev.rollcall.scim.protocol;

import dev.rollcall.scim.resource.Resource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param total how many resources match on all pages
 * @param startIndex where the page begins, from 1; null for a page by cursor
 * @param next the cursor of the next page; null if there is none, or the page is one by index
 * @param previous the cursor of the page before; null likewise
 */
record ListPage(
        List<Resource> resources,
        long total,
        @Nullable Long startIndex,
        @Nullable String next,
        @Nullable String previous) {}
