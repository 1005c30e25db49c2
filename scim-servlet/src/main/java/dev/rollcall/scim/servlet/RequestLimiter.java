package dev.rollcall.scim.servlet;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.protocol.Caller;
import dev.rollcall.scim.provisioning.provider.RequestRate;
import java.time.InstantSource;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Keeps each provider to its rate of requests, on this node. Thread-safe. */
final class RequestLimiter {
    private static final int PROVIDERS = 100_000;

    /** @param name who it is where there is no provider */
    private record Key(
            String tenant,
            @Nullable String provider,
            @Nullable String name) {}

    private final Buckets<Key> buckets;
    private final Function<Caller, RequestRate> rates;

    RequestLimiter(InstantSource clock, Function<Caller, RequestRate> rates) {
        this.buckets = new Buckets<>(clock, PROVIDERS);
        this.rates = rates;
    }

    /**
     * Counts a request.
     *
     * @param source where it comes from; counts for callers that are nobody
     * @return the seconds until the caller may make the next one; 0 if this one is within its rate
     */
    long count(Caller caller, String source) {
        RequestRate rate = rates.apply(caller);
        if (rate.equals(RequestRate.UNLIMITED)) {
            return 0;
        }
        return buckets.take(key(caller, source), new Allowance(rate.interval(), rate.burst()));
    }

    private static Key key(Caller caller, String source) {
        if (caller.equals(ScimServlet.ANONYMOUS)) {
            return new Key(caller.tenant(), null, source);
        }
        // All credentials of a provider together: a second token must not double what it may do.
        return new Key(caller.tenant(), caller.provider(), caller.provider() == null ? caller.name() : null);
    }

    static ScimException exceeded(long seconds) {
        return ScimException.tooManyRequests(
                "This provider makes more requests than it may; try again in " + seconds + " s", seconds);
    }
}
