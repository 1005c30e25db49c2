package dev.rollcall.scim.servlet;

import dev.rollcall.scim.protocol.Caller;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Says who makes a request; asked before every operation. {@link CredentialAuthenticator} is the usual one; a host that
 * validates JWTs or client certificates writes its own.
 *
 * <p>An implementation MUST be thread-safe, MUST NOT read the body or call {@code getParameter}, which would, MUST NOT
 * take credentials from the query (RFC 6750 §2.3), and MUST NOT put them into an exception or a log.
 */
@FunctionalInterface
public interface Authenticator {
    /**
     * The caller, whose tenant and provider decide what the request can see; never null.
     *
     * @throws dev.rollcall.scim.error.ScimException {@code unauthorized}, with the accepted schemes for {@code
     *     WWW-Authenticate}, if there are no valid credentials (RFC 7644 §2); {@code forbidden} if they are valid but
     *     not for this service. Any other exception is answered with 500 and logged.
     */
    Caller authenticate(HttpServletRequest request);
}
