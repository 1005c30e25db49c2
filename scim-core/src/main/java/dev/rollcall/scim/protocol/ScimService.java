package dev.rollcall.scim.protocol;

import java.util.List;
import java.util.Set;

/**
 * A SCIM service provider without its HTTP: takes a request, gives an answer, and never throws (RFC 7644). Immutable and
 * thread-safe.
 */
public final class ScimService {
    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

    private final Settings settings;
    private final Readers readers;

    /** A service of the given parts. */
    public ScimService(Settings settings) {
        this.settings = settings;
        this.readers = Readers.of(settings);
    }

    /** What the service is made of. */
    public Settings settings() {
        return settings;
    }

    /** The same service, whose configuration tells these ways to authenticate; the adapter that checks them knows. */
    public ScimService withAuthenticationSchemes(List<AuthenticationScheme> schemes) {
        return new ScimService(settings.withAbout(settings.about().withAuthenticationSchemes(schemes)));
    }

    /** Answers a request; whatever goes wrong is an answer too. */
    public ScimResponse handle(ScimRequest request) {
        try {
            return perform(request);
        } catch (RuntimeException e) {
            Refusals.tell(settings, request, e);
            return ErrorMapper.toResponse(e, request.requestId());
        }
    }

    /**
     * The same for who wants to hear of it as an exception, and is no client: nobody is told of a refusal.
     *
     * @throws dev.rollcall.scim.error.ScimException if the request is refused
     */
    public ScimResponse perform(ScimRequest request) {
        if (WITH_BODY.contains(request.method())) {
            MediaTypes.check(request.header("Content-Type"));
        }
        return Router.route(Exchange.of(ProtocolVersion.without(request, settings.registry()), settings, readers));
    }
}
