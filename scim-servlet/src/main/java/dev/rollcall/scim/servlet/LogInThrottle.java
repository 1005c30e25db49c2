package dev.rollcall.scim.servlet;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.provisioning.provider.SecretHash;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Slows down who tries out credentials (RFC 7644 §7.7): after a number of failures from one source address, or for one
 * user name wherever they come from, there is one more attempt each fraction of the window, and all between are refused
 * with 429 and {@code Retry-After} before anybody looks at them. No thread waits.
 *
 * <p>Credentials that have been right from the same source before are let through to be verified: identity providers
 * send for all of their customers from the same addresses, and one whose token is outdated must not stop the others.
 *
 * <p>Counts on this node, in bounded memory. Thread-safe.
 */
final class LogInThrottle {
    private static final int SOURCES = 50_000;
    private static final int KNOWN = 50_000;

    private final Allowance allowance;
    private final Buckets<String> failures;
    private final Map<String, Boolean> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > KNOWN;
        }
    };

    LogInThrottle(InstantSource clock, int failures, Duration window) {
        this.allowance = new Allowance(window.toNanos() / failures, failures);
        this.failures = new Buckets<>(clock, SOURCES);
    }

    /** The seconds until the attempt may be made; 0 if it may be made now. */
    long delay(HttpServletRequest request, String source) {
        if (isKnown(request, source)) {
            return 0;
        }
        long bySource = failures.look(source, allowance);
        return user(request)
                .map(user -> Math.max(bySource, failures.look(user, allowance)))
                .orElse(bySource);
    }

    static ScimException tooMany(long seconds) {
        return ScimException.tooManyRequests(
                "Too many attempts to log in have failed; try again in " + seconds + " s", seconds);
    }

    /** Remembers that credentials were right; not to be told if {@link #delay} has become one in the meantime. */
    void succeeded(HttpServletRequest request, String source) {
        pair(request, source).ifPresent(pair -> {
            synchronized (known) {
                known.put(pair, true);
            }
        });
    }

    /**
     * Counts an attempt, if it was one: a request without any credentials is none (RFC 6750 §3.1). Returns the seconds
     * until the next, if so many others have failed while this one was looked at that its outcome must not be told.
     */
    long refused(HttpServletRequest request, String source, ScimException refusal) {
        Optional<String> pair = pair(request, source);
        String challenge = refusal.headers().getOrDefault("WWW-Authenticate", "");
        if (refusal.status() != 401 || pair.isEmpty() && !challenge.contains("error=")) {
            return 0;
        }
        pair.ifPresent(wrongNow -> {
            synchronized (known) {
                known.remove(wrongNow);
            }
        });
        long bySource = failures.take(source, allowance);
        return user(request)
                .map(user -> Math.max(bySource, failures.take(user, allowance)))
                .orElse(bySource);
    }

    private boolean isKnown(HttpServletRequest request, String source) {
        return pair(request, source)
                .map(pair -> {
                    synchronized (known) {
                        return known.get(pair) != null;
                    }
                })
                .orElse(false);
    }

    private static Optional<String> pair(HttpServletRequest request, String source) {
        return authorization(request)
                .map(value -> source + " " + SecretHash.of(value).hex());
    }

    /** The user name of a Basic header, as a key that has a length and cannot be taken for a source. */
    private static Optional<String> user(HttpServletRequest request) {
        try {
            return authorization(request)
                    .map(AuthorizationHeader::parse)
                    .map(credential -> credential instanceof Credential.UserPassword basic ? basic.user() : null)
                    .map(user -> "user " + SecretHash.of(user).hex());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> authorization(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Authorization")).filter(value -> !value.isBlank());
    }
}
