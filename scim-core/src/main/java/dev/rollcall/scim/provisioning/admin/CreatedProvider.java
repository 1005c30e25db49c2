package dev.rollcall.scim.provisioning.admin;

import dev.rollcall.scim.provisioning.provider.Provider;
import java.util.Objects;

/**
 * A provider that was added just now, with what the identity provider must be told: base URL and secret, which is shown this
 * once. Immutable and thread-safe; {@code toString} leaves the secret out.
 */
public final class CreatedProvider {
    private final Provider provider;
    private final String baseUrl;
    private final CreatedCredential credential;

    CreatedProvider(Provider provider, String baseUrl, CreatedCredential credential) {
        this.provider = Objects.requireNonNull(provider);
        this.baseUrl = Objects.requireNonNull(baseUrl);
        this.credential = Objects.requireNonNull(credential);
    }

    /** The provider. */
    public Provider provider() {
        return provider;
    }

    /** Its id. */
    public String id() {
        return provider.id();
    }

    /** The SCIM base URL, which the builder of {@code Rollcall} was told; empty if it was not. */
    public String baseUrl() {
        return baseUrl;
    }

    /** Its first credential. */
    public CreatedCredential credential() {
        return credential;
    }

    /** The user name to log in with; of a token the name in logs alone. */
    public String userName() {
        return credential.userName();
    }

    /** The password; see {@link CreatedCredential#password}. */
    public String password() {
        return credential.password();
    }

    /** The token; see {@link CreatedCredential#token}. */
    public String token() {
        return credential.token();
    }

    @Override
    public String toString() {
        return "CreatedProvider[" + provider.settings().displayName() + ", " + baseUrl + ", " + credential + "]";
    }
}
