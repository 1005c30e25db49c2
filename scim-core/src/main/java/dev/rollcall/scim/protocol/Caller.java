package dev.rollcall.scim.protocol;

import dev.rollcall.scim.store.Scope;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who makes a request, as an authenticator found out. Immutable and thread-safe.
 *
 * @param tenant the customer whose resources the request is about
 * @param provider the provisioning provider that the credentials belong to; null for the host itself
 * @param name the acting user in every log: the name that the credentials were issued under
 * @param user the id of the User resource that the caller is; null for a program that acts for nobody
 */
public record Caller(
        String tenant,
        @Nullable String provider,
        String name,
        @Nullable String user) {
    /** Checks that tenant and name are there. */
    public Caller {
        Objects.requireNonNull(tenant);
        Objects.requireNonNull(name);
    }

    /** A provider's own credentials. */
    public static Caller ofProvider(String tenant, String provider, String name) {
        return new Caller(tenant, provider, name, null);
    }

    /** What the caller may see and change. */
    public Scope scope() {
        return new Scope(tenant, provider);
    }
}
