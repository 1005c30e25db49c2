package dev.rollcall.scim.servlet;

import dev.rollcall.scim.Rollcall;
import dev.rollcall.scim.protocol.Caller;
import dev.rollcall.scim.protocol.ErrorMapper;
import dev.rollcall.scim.protocol.ProtocolVersion;
import dev.rollcall.scim.protocol.ScimRequest;
import dev.rollcall.scim.protocol.ScimResponse;
import dev.rollcall.scim.protocol.ScimService;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
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
    private final transient Admission admission;
    private final transient TrustedProxies proxies;
    private final transient Observers observers;
    private final transient PathTemplate templates;
    private final transient InstantSource clock;
    private final @Nullable String baseUrl;
    private final boolean openConfiguration;

    ScimServlet(ScimServletBuilder builder, ScimService scim, Admission admission) {
        this.scim = scim;
        this.admission = admission;
        this.proxies = builder.proxies();
        this.observers = builder.observers();
        this.templates = new PathTemplate(scim.settings().registry());
        this.clock = builder.clock();
        this.baseUrl = builder.baseUrl();
        this.openConfiguration = builder.openConfiguration();
    }

    /**
     * A servlet that takes the credentials of the {@link Rollcall}'s providers.
     *
     * @throws IllegalStateException if provisioning is not switched on
     */
    public static ScimServlet of(Rollcall rollcall) {
        return builder(rollcall).build();
    }

    /** A servlet with everything else on its default. */
    public static ScimServlet of(Rollcall rollcall, Authenticator authenticator) {
        return builder(rollcall).authenticator(authenticator).build();
    }

    /** Starts a servlet; only the authenticator has no default, and without provisioning alone. */
    public static ScimServletBuilder builder(Rollcall rollcall) {
        return new ScimServletBuilder(rollcall);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Passage passage = new Passage(clock.instant(), RequestId.of(request), String.valueOf(request.getRemoteAddr()));
        ClientInput body = new ClientInput(request);
        ResponseSender sender = new ResponseSender(request, response, passage.requestId());
        try {
            ScimResponse answer = answer(request, body, passage);
            if (body.failure() != null) {
                // Whatever came of half a body is not the server's failure, even if it looks like one.
                LOG.debug("The body of request {} ended early", passage.requestId(), body.failure());
                answer = ErrorMapper.toResponse(ClientInput.BROKEN, passage.requestId());
            }
            sender.send(answer);
        } finally {
            observers.tell(passage.event(sender, body.bytes()), request);
        }
    }

    private ScimResponse answer(HttpServletRequest request, ClientInput body, Passage passage) {
        try {
            Method method = Method.of(request.getMethod());
            passage.method(method);
            Origin origin = proxies.origin(request, baseUrl);
            passage.client(origin.client());
            List<String> path = RequestPath.segments(request);
            passage.endpoint(templates.of(path, origin.baseUrl()));
            if (method == Method.OPTIONS) {
                // Preflight requests are answered by the CORS filter of the host, if it wants any.
                passage.pending(Refusal.NONE);
                return Method.options();
            }
            Caller caller = admission.admit(request, origin, isOpen(request, method, path, origin), passage);
            return scim.handle(new ScimRequest(
                    method.withoutHead(),
                    path,
                    QueryString.parse(request.getQueryString()),
                    RequestHeaders.of(request),
                    body,
                    origin.baseUrl(),
                    passage.requestId(),
                    caller));
        } catch (Throwable e) {
            // Errors too: an overflown stack must not end in a page of the container.
            return ErrorMapper.toResponse(e, passage.requestId());
        }
    }

    /** RFC 7643 §5: the configuration says how to authenticate, so it should be readable before that. */
    private boolean isOpen(HttpServletRequest request, Method method, List<String> path, Origin origin) {
        int endpoint = ProtocolVersion.isLeading(path, origin.baseUrl()) ? 1 : 0;
        String authorization = request.getHeader("Authorization");
        return openConfiguration
                && method.withoutHead().equals("GET")
                && path.subList(endpoint, path.size()).equals(List.of("ServiceProviderConfig"))
                && (authorization == null || authorization.isBlank());
    }
}
