package dev.rollcall.scim.servlet;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.protocol.Caller;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Lets a request in or not: how it came, who it is, and whether it is one too many. Thread-safe.
 *
 * @param logIns slows down who tries out credentials; null if nobody does
 */
record Admission(
        Authenticator authenticator,
        boolean httpsOnly,
        @Nullable LogInThrottle logIns,
        RequestLimiter limiter) {
    /**
     * Who makes the request.
     *
     * @param open whether it needs no credentials
     * @throws ScimException if it is not let in; the passage then says why
     */
    Caller admit(HttpServletRequest request, Origin origin, boolean open, Passage passage) {
        if (httpsOnly && !origin.https()) {
            passage.pending(Refusal.NOT_ENCRYPTED);
            // Not a redirect: the credentials have been on the wire already, and somebody should notice.
            throw ScimException.forbidden("This service takes requests over https only (RFC 7644 §7.2)");
        }
        String source = origin.source();
        Caller caller = open ? ScimServlet.ANONYMOUS : authenticated(request, source, passage);
        passage.known(caller);
        long seconds = limiter.count(caller, source);
        if (seconds > 0) {
            passage.pending(Refusal.REQUEST_RATE);
            throw RequestLimiter.exceeded(seconds);
        }
        passage.admitted(caller);
        return caller;
    }

    private Caller authenticated(HttpServletRequest request, String source, Passage passage) {
        if (logIns == null) {
            passage.pending(Refusal.CREDENTIALS);
            return authenticator.authenticate(request);
        }
        throttle(logIns.delay(request, source), passage);
        passage.pending(Refusal.CREDENTIALS);
        Caller caller;
        try {
            caller = authenticator.authenticate(request);
        } catch (ScimException e) {
            throttle(logIns.refused(request, source, e), passage);
            throw e;
        }
        // Once more: of a thousand guesses at once no more must be told right from wrong than of a thousand in a row.
        throttle(logIns.delay(request, source), passage);
        logIns.succeeded(request, source);
        return caller;
    }

    private static void throttle(long seconds, Passage passage) {
        if (seconds > 0) {
            passage.pending(Refusal.LOG_IN_THROTTLED);
            throw LogInThrottle.tooMany(seconds);
        }
    }
}
