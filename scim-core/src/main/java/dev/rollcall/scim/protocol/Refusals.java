package dev.rollcall.scim.protocol;

import dev.rollcall.scim.error.ScimException;

/** Tells the listeners of requests that were not done. */
final class Refusals {
    private Refusals() {}

    /** What a listener fails with is kept beside the failure, for the operator: the client is told why it was refused. */
    static void tell(Settings settings, ScimRequest request, Throwable failure) {
        if (settings.refusals().isEmpty()) {
            return;
        }
        ScimException refusal = ErrorMapper.toException(failure, request.requestId());
        for (RefusalListener listener : settings.refusals()) {
            try {
                listener.refused(request, refusal);
            } catch (RuntimeException e) {
                failure.addSuppressed(e);
            }
        }
    }
}
