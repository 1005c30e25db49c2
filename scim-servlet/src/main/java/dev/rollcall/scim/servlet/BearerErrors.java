package dev.rollcall.scim.servlet;

import dev.rollcall.scim.error.ScimException;
import java.util.regex.Pattern;

/**
 * What an {@link Authenticator} of the host's own throws about bearer tokens, with the {@code WWW-Authenticate} that
 * belongs to it (RFC 6750 §3). Details reach the client, so they hold nothing of a token. Stateless and thread-safe.
 */
public final class BearerErrors {
    private static final String CHALLENGE = "Bearer realm=\"SCIM\"";
    private static final Pattern SCOPE =
            Pattern.compile("[\\x21\\x23-\\x5b\\x5d-\\x7e]+(?: [\\x21\\x23-\\x5b\\x5d-\\x7e]+)*");

    private BearerErrors() {}

    /** 401 without an error code: no token was sent. */
    public static ScimException missing(String detail) {
        return ScimException.unauthorized(detail, CHALLENGE);
    }

    /** 401 {@code invalid_token}: expired, revoked, malformed, or for somebody else. */
    public static ScimException invalidToken(String detail) {
        return ScimException.unauthorized(detail, CHALLENGE + ", error=\"invalid_token\"");
    }

    /** 400 {@code invalid_request}: a parameter is missing or there twice, or a token was sent in two ways. */
    public static ScimException invalidRequest(String detail) {
        return ScimException.withStatus(400, detail)
                .withHeader("WWW-Authenticate", CHALLENGE + ", error=\"invalid_request\"");
    }

    /**
     * 403 {@code insufficient_scope}: the token is valid, and not for this.
     *
     * @param scope the scopes that would do, separated by one blank each
     * @throws IllegalArgumentException if it is no list of scopes
     */
    public static ScimException insufficientScope(String detail, String scope) {
        if (!SCOPE.matcher(scope).matches()) {
            throw new IllegalArgumentException("Scopes are separated by a blank and have no quotes: " + scope);
        }
        return ScimException.forbidden(detail)
                .withHeader("WWW-Authenticate", CHALLENGE + ", error=\"insufficient_scope\", scope=\"" + scope + "\"");
    }
}
