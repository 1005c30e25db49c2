package dev.rollcall.scim.servlet;

import dev.rollcall.scim.Rollcall;
import dev.rollcall.scim.protocol.Caller;
import dev.rollcall.scim.protocol.ErrorMapper;
import dev.rollcall.scim.protocol.ScimRequest;
import dev.rollcall.scim.protocol.ScimResponse;
import dev.rollcall.scim.protocol.ScimService;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The SCIM service of a {@link Rollcall} as a servlet, to be mapped to a path such as {@code /scim/v2/*}. Thread-safe.
 * Every failure is answered with a SCIM error that names the request id of the {@code X-Request-Id} header; one that is
 * the server's own is logged under that id, without bodies, credentials and query values (RFC 7644 §3.12, §7.5.2).
 */
public final class ScimServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(ScimServlet.class);

    /** Who reads {@code /ServiceProviderConfig} without credentials; belongs to no tenant, so its tenant is empty. */
    public static final Caller ANONYMOUS = new Caller("", null, "anonymous", null);

    private final transient ScimService scim;
    private final transient Authenticator authenticator;
    private final @Nullable String baseUrl;
    private final boolean openConfiguration;

    private ScimServlet(Builder builder, Authenticator authenticator) {
        this.scim = builder.rollcall.scim();
        this.authenticator = authenticator;
        this.baseUrl = builder.baseUrl;
        this.openConfiguration = builder.openConfiguration;
    }

    /** A servlet whose base URL is that of each request. */
    public static ScimServlet of(Rollcall rollcall, Authenticator authenticator) {
        return builder(rollcall).authenticator(authenticator).build();
    }

    /** Starts a servlet; only the authenticator has no default. */
    public static Builder builder(Rollcall rollcall) {
        return new Builder(rollcall);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String requestId = RequestId.of(request);
        ClientInput body = new ClientInput(request);
        ScimResponse answer = answer(request, requestId, body);
        if (body.failure() != null) {
            // Whatever came of half a body is not the server's failure, even if it looks like one.
            LOG.debug("The body of request {} ended early", requestId, body.failure());
            answer = ErrorMapper.toResponse(ClientInput.BROKEN, requestId);
        }
        new ResponseSender(request, response, requestId).send(answer);
    }

    private ScimResponse answer(HttpServletRequest request, String requestId, ClientInput body) {
        try {
            Method method = Method.of(request.getMethod());
            if (method == Method.OPTIONS) {
                // Preflight requests are answered by the CORS filter of the host, if it wants any.
                return Method.options();
            }
            List<String> path = RequestPath.segments(request);
            Caller caller = caller(request, method, path);
            return scim.handle(new ScimRequest(
                    method.withoutHead(),
                    path,
                    QueryString.parse(request.getQueryString()),
                    RequestHeaders.of(request),
                    body,
                    baseUrl != null ? baseUrl : BaseUrl.of(request),
                    requestId,
                    caller));
        } catch (Throwable e) {
            // Errors too: an overflown stack must not end in a page of the container.
            return ErrorMapper.toResponse(e, requestId);
        }
    }

    /** RFC 7643 §5: the configuration says how to authenticate, so it should be readable before that. */
    private Caller caller(HttpServletRequest request, Method method, List<String> path) {
        String authorization = request.getHeader("Authorization");
        boolean open = openConfiguration
                && method.withoutHead().equals("GET")
                && path.equals(List.of("ServiceProviderConfig"))
                && (authorization == null || authorization.isBlank());
        return open ? ANONYMOUS : authenticator.authenticate(request);
    }

    /** Builds a {@link ScimServlet}. Not thread-safe. */
    public static final class Builder {
        private final Rollcall rollcall;
        private @Nullable Authenticator authenticator;
        private @Nullable String baseUrl;
        private boolean openConfiguration = true;

        private Builder(Rollcall rollcall) {
            this.rollcall = Objects.requireNonNull(rollcall);
        }

        /** Who says whose a request is. */
        public Builder authenticator(Authenticator newAuthenticator) {
            this.authenticator = Objects.requireNonNull(newAuthenticator);
            return this;
        }

        /**
         * The public URL of the service, which the locations of resources begin with; needed behind a proxy, because
         * {@code X-Forwarded-*} headers are not believed. Default: the URL that the container took the request for.
         *
         * @param newBaseUrl http or https, without query and fragment; a slash at its end does not count
         * @throws IllegalArgumentException if it is no such URL
         */
        public Builder baseUrl(String newBaseUrl) {
            this.baseUrl = BaseUrl.checked(newBaseUrl);
            return this;
        }

        /**
         * Whether {@code /ServiceProviderConfig} can be read without credentials, as {@link #ANONYMOUS}; default true.
         * Nothing in it depends on the caller.
         */
        public Builder openServiceProviderConfig(boolean open) {
            this.openConfiguration = open;
            return this;
        }

        /**
         * The servlet.
         *
         * @throws IllegalStateException if there is no authenticator
         */
        public ScimServlet build() {
            if (authenticator == null) {
                throw new IllegalStateException(
                        "An authenticator is missing; CredentialAuthenticator.of(…) takes tokens and passwords");
            }
            return new ScimServlet(this, authenticator);
        }
    }
}
