package dev.rollcall.scim.servlet;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.protocol.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * Takes the credentials of the {@code Authorization} header, in the forms that identity providers have: {@code Bearer}
 * and a token, a token alone, or {@code Basic} (RFC 6750 §2.1, RFC 7617). Immutable; thread-safe if its verifier is.
 */
public final class CredentialAuthenticator implements Authenticator {
    private final CredentialVerifier verifier;

    private CredentialAuthenticator(CredentialVerifier verifier) {
        this.verifier = Objects.requireNonNull(verifier);
    }

    /** An authenticator that asks the verifier whose credentials are. */
    public static CredentialAuthenticator of(CredentialVerifier verifier) {
        return new CredentialAuthenticator(verifier);
    }

    @Override
    public Caller authenticate(HttpServletRequest request) {
        List<String> fields = Collections.list(request.getHeaders("Authorization"));
        if (fields.size() > 1) {
            // RFC 6750 §3.1: which of them counts must not be a matter of luck.
            throw ScimException.withStatus(400, "There is more than one Authorization header; send one")
                    .withHeader("WWW-Authenticate", Challenge.INVALID_REQUEST);
        }
        if (fields.isEmpty() || fields.get(0).isBlank()) {
            throw ScimException.unauthorized(
                    "Credentials are missing; send an Authorization header with a bearer token, or with user name and"
                            + " password (Basic)",
                    Challenge.NO_CREDENTIALS);
        }
        Credential credential = AuthorizationHeader.parse(fields.get(0));
        return verifier.verify(credential).orElseThrow(() -> rejected(credential));
    }

    private static ScimException rejected(Credential credential) {
        return credential instanceof Credential.Token
                ? ScimException.unauthorized("The token is not valid here", Challenge.INVALID_TOKEN)
                : ScimException.unauthorized("User name or password is wrong", Challenge.NO_CREDENTIALS);
    }
}
