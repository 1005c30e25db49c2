package dev.rollcall.scim.provisioning.provider;

import java.util.Objects;

/**
 * A provider that is to be added. Immutable and thread-safe.
 *
 * @param settings what is set for it
 * @param credentials what it is to log in with at first; it can be given others later
 */
public record NewProvider(ProviderSettings settings, CredentialType credentials) {
    /** Checks that both are there. */
    public NewProvider {
        Objects.requireNonNull(settings);
        Objects.requireNonNull(credentials);
    }
}
