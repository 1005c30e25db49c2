package dev.rollcall.scim.provisioning.admin;

import dev.rollcall.scim.provisioning.provider.Credential;
import dev.rollcall.scim.provisioning.provider.CredentialType;
import java.util.Objects;

/**
 * A credential that was made just now, with its secret, which is shown this once: only its hash is kept. Immutable and
 * thread-safe; {@code toString} leaves the secret out.
 */
public final class CreatedCredential {
    private final Credential credential;
    private final String secret;

    CreatedCredential(Credential credential, String secret) {
        this.credential = Objects.requireNonNull(credential);
        this.secret = Objects.requireNonNull(secret);
    }

    /** What is kept of it. */
    public Credential credential() {
        return credential;
    }

    /** Its id. */
    public String id() {
        return credential.id();
    }

    /** Of which kind it is. */
    public CredentialType type() {
        return credential.type();
    }

    /** The user name to log in with; of a token the name in logs alone. */
    public String userName() {
        return credential.userName();
    }

    /** The password or the token, whichever it is. */
    public String secret() {
        return secret;
    }

    /**
     * The password.
     *
     * @throws IllegalStateException if it is a token
     */
    public String password() {
        return secret(CredentialType.API_CREDENTIALS, "It is a token; ask for token()");
    }

    /**
     * The token.
     *
     * @throws IllegalStateException if it is a user name and a password
     */
    public String token() {
        return secret(CredentialType.OAUTH_TOKEN, "It is a user name and a password; ask for password()");
    }

    private String secret(CredentialType wanted, String otherwise) {
        if (type() != wanted) {
            throw new IllegalStateException(otherwise);
        }
        return secret;
    }

    @Override
    public String toString() {
        return "CreatedCredential[" + type() + ", " + userName() + ", ***]";
    }
}
