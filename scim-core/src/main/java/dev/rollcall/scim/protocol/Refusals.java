package dev.rollcall.scim.protocol;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.store.DuplicateKeyException;
import dev.rollcall.scim.store.Key;

/** Tells the listeners of requests that were not done. */
final class Refusals {
    private Refusals() {}

    /** What a listener fails with is kept beside the failure, for the operator: the client is told why it was refused. */
    static void tell(Settings settings, ScimRequest request, Throwable failure) {
        if (settings.refusals().isEmpty()) {
            return;
        }
        ScimException refusal = ErrorMapper.toException(failure, request.requestId());
        ScimRequest plain = withoutVersion(settings, request);
        Key taken = failure instanceof DuplicateKeyException duplicate
                ? duplicate.key().orElse(null)
                : null;
        for (RefusalListener listener : settings.refusals()) {
            try {
                listener.refused(plain, refusal, taken);
            } catch (RuntimeException e) {
                failure.addSuppressed(e);
            }
        }
    }

    /** Whoever hears of it finds the endpoint first in the path. */
    private static ScimRequest withoutVersion(Settings settings, ScimRequest request) {
        try {
            return ProtocolVersion.without(request, settings.registry());
        } catch (ScimException e) {
            return request;
        }
    }
}
