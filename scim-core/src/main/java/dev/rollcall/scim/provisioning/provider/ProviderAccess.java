package dev.rollcall.scim.provisioning.provider;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.protocol.Caller;
import dev.rollcall.scim.protocol.Options;
import dev.rollcall.scim.provisioning.Provisioning;
import dev.rollcall.scim.provisioning.tenant.Tenant;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Whose credentials are, and what is set for who has them. What was found is remembered for at most {@link #LONGEST}, so that
 * a request costs no look-up, and what an administrator changes, such as a revocation, reaches every node within that time;
 * the node where it was changed knows at once, and the end of a credential is kept to the moment. Thread-safe.
 */
public final class ProviderAccess {
    /** How long a node may go by what it knew. */
    public static final Duration LONGEST = Duration.ofSeconds(5);

    private static final int REMEMBERED = 10_000;

    private record ProviderKey(String tenant, String id) {}

    /** @param secret the hash of a password with its user name, or of a token without */
    private record SecretKey(Optional<String> userName, String secret) {}

    private final Provisioning parts;
    private final Function<Caller, Options> others;
    private final Remembered<SecretKey, Credential> credentials;
    private final Remembered<ProviderKey, Provider> providers;
    private final Remembered<String, Tenant> tenants;

    /**
     * Access to what is kept.
     *
     * @param others how callers are treated that are no providers
     */
    public ProviderAccess(Provisioning parts, Function<Caller, Options> others) {
        this.parts = parts;
        this.others = others;
        this.credentials = new Remembered<>(parts.clock(), LONGEST, REMEMBERED);
        this.providers = new Remembered<>(parts.clock(), LONGEST, REMEMBERED);
        this.tenants = new Remembered<>(parts.clock(), LONGEST, REMEMBERED);
    }

    /** The caller with that user name and password; empty if they are nobody's, or not accepted now. */
    public Optional<Caller> byPassword(String userName, String password) {
        if (!SecretText.looksRight(password)) {
            return Optional.empty();
        }
        SecretHash hash = SecretHash.of(password);
        return caller(
                CredentialType.API_CREDENTIALS,
                hash,
                credentials.get(
                        new SecretKey(Optional.of(userName), hash.hex()),
                        () -> parts.read(state -> state.credentials().findByUserName(userName))
                                .filter(found -> found.hash().matches(hash))));
    }

    /** The caller with that token; empty if it is nobody's, or not accepted now. */
    public Optional<Caller> byToken(String token) {
        if (!SecretText.looksRight(token)) {
            return Optional.empty();
        }
        SecretHash hash = SecretHash.of(token);
        return caller(
                CredentialType.OAUTH_TOKEN,
                hash,
                credentials.get(
                        new SecretKey(Optional.empty(), hash.hex()),
                        () -> parts.read(state -> state.credentials().findByHash(hash))
                                .filter(found -> found.hash().matches(hash))));
    }

    private Optional<Caller> caller(CredentialType type, SecretHash hash, Optional<Credential> found) {
        return found.filter(credential -> credential.type() == type
                        && credential.hash().matches(hash)
                        && credential.isValidAt(parts.clock().instant())
                        && provider(credential.tenant(), credential.provider())
                                .filter(Provider::enabled)
                                .isPresent())
                .map(credential ->
                        Caller.ofProvider(credential.tenant(), credential.provider(), credential.userName()));
    }

    /** The provider of that id, as it was at most {@link #LONGEST} ago. */
    public Optional<Provider> provider(String tenant, String id) {
        return providers.get(
                new ProviderKey(tenant, id),
                () -> parts.read(state -> state.providers().find(tenant, id)));
    }

    /**
     * How a caller's requests are read: as is set for its provider.
     *
     * @throws ScimException {@code forbidden} if its tenant or its provider is not there
     */
    public Options options(Caller caller) {
        if (caller.provider() != null) {
            return settings(caller.tenant(), caller.provider()).protocol();
        }
        if (!caller.tenant().isEmpty()) {
            tenants.get(
                            caller.tenant(),
                            () -> parts.read(state -> state.tenants().find(caller.tenant())))
                    .orElseThrow(() -> noTenant(caller.tenant()));
        }
        // Nobody in particular has no tenant, and sees none.
        return others.apply(caller);
    }

    /**
     * What a caller may send: what is set for its provider, or the default.
     *
     * @throws ScimException {@code forbidden} if its provider is not there
     */
    public RequestRate requestRate(Caller caller) {
        return caller.provider() == null
                ? RequestRate.DEFAULT
                : settings(caller.tenant(), caller.provider()).requestRate();
    }

    private ProviderSettings settings(String tenant, String id) {
        return provider(tenant, id)
                .map(Provider::settings)
                .orElseThrow(
                        () -> parts.read(state -> state.tenants().find(tenant)).isPresent()
                                ? ScimException.forbidden("There is no provider \"" + id + "\" here")
                                : noTenant(tenant));
    }

    private static ScimException noTenant(String id) {
        return ScimException.forbidden("There is no tenant \"" + id + "\" here");
    }

    /** Forgets what is known of a provider, because it has just been changed; other nodes take their time. */
    public void forget(String tenant, String provider) {
        credentials.forget(known -> known.tenant().equals(tenant) && Objects.equals(known.provider(), provider));
        providers.forget(known -> known.tenant().equals(tenant) && known.id().equals(provider));
    }

    /** Forgets what is known of a tenant. */
    public void forget(String tenant) {
        credentials.forget(known -> known.tenant().equals(tenant));
        providers.forget(known -> known.tenant().equals(tenant));
        tenants.forget(known -> known.id().equals(tenant));
    }
}
