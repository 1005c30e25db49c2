package dev.rollcall.scim.provisioning.provider;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a provider logs in with, as it is kept: of its secret only the hash. Immutable and thread-safe.
 *
 * @param tenant the tenant of the provider
 * @param provider the id of the provider
 * @param id its id
 * @param type of which kind it is
 * @param userName unique over all tenants, and the acting user in every log; of a token the name in logs alone
 * @param hash of the password or the token
 * @param created when
 * @param expires from when on it is not accepted; null for never
 * @param revoked when it was revoked; null if it was not
 */
public record Credential(
        String tenant,
        String provider,
        String id,
        CredentialType type,
        String userName,
        SecretHash hash,
        Instant created,
        @Nullable Instant expires,
        @Nullable Instant revoked) {
    /** Checks that all is there. */
    public Credential {
        Objects.requireNonNull(tenant);
        Objects.requireNonNull(provider);
        Objects.requireNonNull(id);
        Objects.requireNonNull(type);
        Objects.requireNonNull(userName);
        Objects.requireNonNull(hash);
        Objects.requireNonNull(created);
    }

    /** Whether it is accepted at that time. */
    public boolean isValidAt(Instant now) {
        return revoked == null && (expires == null || now.isBefore(expires));
    }

    /** The same with another end. */
    public Credential withExpires(@Nullable Instant end) {
        return new Credential(tenant, provider, id, type, userName, hash, created, end, revoked);
    }

    /** The same, revoked. */
    public Credential revokedAt(Instant now) {
        return new Credential(tenant, provider, id, type, userName, hash, created, expires, now);
    }
}
