package dev.rollcall.scim.protocol;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.store.Key;
import org.jspecify.annotations.Nullable;

/**
 * Hears of requests, and of operations of a Bulk, that were not done, after whatever they had begun was undone. MUST be
 * thread-safe.
 */
@FunctionalInterface
public interface RefusalListener {
    /**
     * A request was refused, or failed.
     *
     * @param request what was asked; without a version in front of its path; its body has been read
     * @param refusal what the client is told
     * @param taken the unique key that another resource of the tenant has, perhaps one that the caller does not see; null if
     *     that is not why
     */
    void refused(ScimRequest request, ScimException refusal, @Nullable Key taken);
}
