package dev.rollcall.scim.protocol;

import dev.rollcall.scim.error.ScimException;

/**
 * Hears of requests, and of operations of a Bulk, that were not done, after whatever they had begun was undone. MUST be
 * thread-safe.
 */
@FunctionalInterface
public interface RefusalListener {
    /**
     * A request was refused, or failed.
     *
     * @param request what was asked; its body has been read
     * @param refusal what the client is told
     */
    void refused(ScimRequest request, ScimException refusal);
}
