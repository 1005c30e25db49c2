package dev.rollcall.scim.protocol;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.schema.SchemaRegistry;
import java.util.List;
import java.util.regex.Pattern;

/** The version of the protocol in a URL, which may stand right before the endpoint (RFC 7644 §3.13). */
public final class ProtocolVersion {
    private static final Pattern VERSION = Pattern.compile("v\\d+(?:\\.\\d+)*");
    private static final String SUPPORTED = "v2";

    private ProtocolVersion() {}

    /**
     * Whether the path begins with the version that is spoken here, below a base URL that does not end in a version of
     * its own.
     */
    public static boolean isLeading(List<String> path, String baseUrl) {
        return !path.isEmpty() && path.get(0).equals(SUPPORTED) && !endsInVersion(baseUrl);
    }

    /**
     * The request as if its version were a part of the base URL, so that locations have it too; without a version it is
     * the same request.
     *
     * @throws ScimException 400 {@code invalidVers} if the version is another one
     */
    static ScimRequest without(ScimRequest request, SchemaRegistry registry) {
        List<String> path = request.path();
        if (path.isEmpty() || !VERSION.matcher(path.get(0)).matches() || isEndpoint(path.get(0), registry)) {
            return request;
        }
        if (isLeading(path, request.baseUrl())) {
            return request.below(SUPPORTED);
        }
        throw ScimException.invalidVers("The URL asks for version \"" + path.get(0)
                + "\" of the protocol; this server speaks SCIM 2.0, whose base URL is " + supported(request.baseUrl()));
    }

    private static String supported(String baseUrl) {
        return endsInVersion(baseUrl) ? baseUrl : baseUrl + "/" + SUPPORTED;
    }

    private static boolean endsInVersion(String baseUrl) {
        return VERSION.matcher(baseUrl.substring(baseUrl.lastIndexOf('/') + 1)).matches();
    }

    /** A host may have named a resource type so. */
    private static boolean isEndpoint(String segment, SchemaRegistry registry) {
        return registry.resourceTypes().stream().anyMatch(t -> t.endpoint().equals("/" + segment));
    }
}
