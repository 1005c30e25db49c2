package dev.rollcall.scim.servlet;

import dev.rollcall.scim.error.ScimType;
import dev.rollcall.scim.protocol.Caller;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request that has been answered. Everything but {@code requestId}, {@code client} and the caller's name has few
 * values, so that a meter can have them for its labels. Immutable.
 *
 * @param time when the request came
 * @param requestId the id that the answer and the logs have
 * @param caller who made it; null if that was not found out
 * @param client the address of the client behind trusted proxies, or the name by which a proxy hides it; personal data
 *     in many countries
 * @param method the HTTP method, or {@code OTHER} for any that SCIM does not have
 * @param endpoint the endpoint with {@code {id}} in place of ids, such as {@code /Users/{id}} and {@code
 *     /Users/.search}; {@code other} if there is no such endpoint
 * @param status the HTTP status
 * @param error the {@code scimType} of an error; null if there is none
 * @param refusal why it did not reach the protocol
 * @param nanos how long it took until the answer was handed to the container, in nanoseconds
 * @param bytesIn the bytes of the body that were read
 * @param bytesOut the bytes of the body that were sent, before any compression
 */
public record RequestEvent(
        Instant time,
        String requestId,
        @Nullable Caller caller,
        String client,
        String method,
        String endpoint,
        int status,
        @Nullable ScimType error,
        Refusal refusal,
        long nanos,
        long bytesIn,
        long bytesOut) {
    /** The tenant; empty if the caller was not found out. */
    public Optional<String> tenant() {
        return Optional.ofNullable(caller).map(Caller::tenant);
    }

    /** The provider; empty if there is none. */
    public Optional<String> provider() {
        return Optional.ofNullable(caller).map(Caller::provider);
    }

    /** The keyword of the error; empty if there is none. */
    public Optional<String> scimType() {
        return Optional.ofNullable(error).map(ScimType::keyword);
    }
}
