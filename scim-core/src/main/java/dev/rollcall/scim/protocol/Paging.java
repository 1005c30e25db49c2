package dev.rollcall.scim.protocol;

/**
 * How large a page is. Immutable.
 *
 * @param defaultCount resources on a page if the client does not say
 * @param maxCount resources on a page at most, whatever the client says (RFC 7644 §3.4.2.4)
 * @param membersInPatchResponse a PATCH of a group with more members answers 204 without a body, so that its cost stays
 *     bounded, unless the client says which attributes it wants
 */
public record Paging(int defaultCount, int maxCount, int membersInPatchResponse) {
    /** 100 by default, 1,000 at most, and 1,000 members. */
    public static final Paging DEFAULT = new Paging(100, 1_000, 1_000);

    /** Checks that the numbers make sense. */
    public Paging {
        if (defaultCount < 1 || maxCount < defaultCount || membersInPatchResponse < 0) {
            throw new IllegalArgumentException(
                    "A page holds at least one resource, and the default at most the maximum");
        }
    }
}
