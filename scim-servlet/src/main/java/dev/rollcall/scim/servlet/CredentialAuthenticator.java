package dev.rollcall.scim.servlet;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.protocol.AuthenticationScheme;
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
    private final Challenge challenge;

    private CredentialAuthenticator(CredentialVerifier verifier, boolean basic) {
        this.verifier = Objects.requireNonNull(verifier);
        this.challenge = new Challenge(basic);
    }

    /** An authenticator that asks the verifier whose credentials are. */
    public static CredentialAuthenticator of(CredentialVerifier verifier) {
        return new CredentialAuthenticator(verifier, true);
    }

    /** The same without user names and passwords: only tokens are taken, offered and told (RFC 7644 §2). */
    public CredentialAuthenticator tokensOnly() {
        return new CredentialAuthenticator(verifier, false);
    }

    @Override
    public List<AuthenticationScheme> schemes() {
        AuthenticationScheme token = AuthenticationScheme.BEARER_TOKEN.asPrimary();
        return challenge.basic() ? List.of(token, AuthenticationScheme.BASIC) : List.of(token);
    }

    @Override
    public Caller authenticate(HttpServletRequest request) {
        List<String> fields = Collections.list(request.getHeaders("Authorization"));
        if (fields.size() > 1) {
            // RFC 6750 §3.1: which of them counts must not be a matter of luck.
            throw invalidRequest("There is more than one Authorization header; send one");
        }
        if (fields.isEmpty() || fields.get(0).isBlank()) {
            throw refused("Credentials are missing; send an Authorization header with a bearer token"
                    + (challenge.basic() ? ", or with user name and password (Basic)" : ""));
        }
        if (QueryString.hasName(request.getQueryString(), "access_token")) {
            throw invalidRequest("There is a token in the URL beside the Authorization header; URLs end up in logs, so"
                    + " send it in the header alone");
        }
        Credential credential = credential(fields.get(0));
        return verifier.verify(credential).orElseThrow(() -> rejected(credential));
    }

    private Credential credential(String header) {
        Credential credential;
        try {
            credential = AuthorizationHeader.parse(header);
        } catch (IllegalArgumentException e) {
            throw refused(String.valueOf(e.getMessage()));
        }
        if (credential instanceof Credential.UserPassword && !challenge.basic()) {
            throw refused("User name and password are not accepted here; send a bearer token");
        }
        return credential;
    }

    private ScimException rejected(Credential credential) {
        boolean token = credential instanceof Credential.Token;
        String detail = verifier.flaw(credential)
                .orElse(token ? "The token is not valid here" : "User name or password is wrong");
        return token ? ScimException.unauthorized(detail, challenge.invalidToken()) : refused(detail);
    }

    private ScimException refused(String detail) {
        return ScimException.unauthorized(detail, challenge.noCredentials());
    }

    private ScimException invalidRequest(String detail) {
        return ScimException.withStatus(400, detail).withHeader("WWW-Authenticate", challenge.invalidRequest());
    }
}
