package dev.rollcall.scim.provisioning.engine;

import dev.rollcall.scim.provisioning.log.Cause;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who does something, and why: what log entries and events of it have in common. Immutable and thread-safe.
 *
 * @param tenant in which tenant
 * @param provider which provider has to do with it; null if none has
 * @param actor who acts
 * @param requestId names the request; null if there is none
 * @param cause why
 */
public record Act(
        String tenant,
        @Nullable String provider,
        String actor,
        @Nullable String requestId,
        Cause cause) {
    /** Who acts where nobody asked for it: the server itself. */
    public static final String SERVER = "rollcall";

    /** Checks that all is there. */
    public Act {
        Objects.requireNonNull(tenant);
        Objects.requireNonNull(actor);
        Objects.requireNonNull(cause);
    }

    /** What an administrator does. */
    public static Act ofAdministrator(String tenant, String actor) {
        return new Act(tenant, null, actor, null, Cause.ADMIN);
    }

    /** The same about a provider's accounts. */
    public Act about(@Nullable String newProvider) {
        return new Act(tenant, newProvider, actor, requestId, cause);
    }
}
