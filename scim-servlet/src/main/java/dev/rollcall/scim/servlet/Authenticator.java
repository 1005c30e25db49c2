package dev.rollcall.scim.servlet;

import dev.rollcall.scim.protocol.AuthenticationScheme;
import dev.rollcall.scim.protocol.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

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

    /**
     * The ways to authenticate that are accepted, for {@code authenticationSchemes} of {@code /ServiceProviderConfig}
     * (RFC 7643 §5), the best one first and marked as primary. Asked once. Default: none is told.
     */
    default List<AuthenticationScheme> schemes() {
        return List.of();
    }

    /** The same authenticator, which tells these schemes. */
    default Authenticator telling(AuthenticationScheme... schemes) {
        List<AuthenticationScheme> told = List.of(schemes);
        Authenticator self = this;
        return new Authenticator() {
            @Override
            public Caller authenticate(HttpServletRequest request) {
                return self.authenticate(request);
            }

            @Override
            public List<AuthenticationScheme> schemes() {
                return told;
            }
        };
    }
}
