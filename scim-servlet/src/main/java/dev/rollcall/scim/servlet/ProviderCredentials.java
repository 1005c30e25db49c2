package dev.rollcall.scim.servlet;

import dev.rollcall.scim.Rollcall;
import dev.rollcall.scim.protocol.Caller;
import dev.rollcall.scim.provisioning.provider.ProviderAccess;
import dev.rollcall.scim.provisioning.provider.SecretText;
import java.util.Objects;
import java.util.Optional;

/**
 * The credentials of the providers of a {@link Rollcall}, as administrators add, rotate and revoke them. Takes no look-up for
 * who was here a moment ago; see {@link ProviderAccess}. Immutable and thread-safe.
 */
public final class ProviderCredentials implements CredentialVerifier {
    private final ProviderAccess access;

    private ProviderCredentials(ProviderAccess access) {
        this.access = Objects.requireNonNull(access);
    }

    /**
     * Those of the providers.
     *
     * @throws IllegalStateException if provisioning is not switched on
     */
    public static ProviderCredentials of(Rollcall rollcall) {
        return new ProviderCredentials(rollcall.access()
                .orElseThrow(() -> new IllegalStateException(
                        "There are no providers; call provisioning() on the builder of Rollcall")));
    }

    @Override
    public Optional<Caller> verify(Credential credential) {
        return credential instanceof Credential.UserPassword basic
                ? access.byPassword(basic.user(), basic.password())
                : access.byToken(secret(credential));
    }

    @Override
    public Optional<String> flaw(Credential rejected) {
        String what = rejected instanceof Credential.Token ? "The token" : "The password";
        if (SecretText.looksRight(secret(rejected))) {
            return Optional.empty();
        }
        return Optional.of(
                SecretText.hasPrefix(secret(rejected))
                        ? what + " is mistyped or cut off: its checksum does not fit; copy it once more"
                        : what + " is none of this service, whose begin with " + SecretText.PREFIX);
    }

    private static String secret(Credential credential) {
        return credential instanceof Credential.UserPassword basic
                ? basic.password()
                : ((Credential.Token) credential).secret();
    }
}
