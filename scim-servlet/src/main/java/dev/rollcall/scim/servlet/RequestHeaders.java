package dev.rollcall.scim.servlet;

import dev.rollcall.scim.error.ScimException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The header fields of a request, but for those that could be secrets. */
final class RequestHeaders {
    /** Only the authenticator needs them; what does not come in cannot get out into a log. */
    private static final Set<String> SECRET = Set.of("authorization", "proxy-authorization", "cookie");

    private RequestHeaders() {}

    static Map<String, String> of(HttpServletRequest request) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String field : Collections.list(request.getHeaderNames())) {
            String name = field.toLowerCase(Locale.ROOT);
            if (!SECRET.contains(name)) {
                // RFC 9110 §5.2: several lines of one field are one list.
                headers.put(name, String.join(", ", Collections.list(request.getHeaders(field))));
            }
        }
        checkCoding(headers.getOrDefault("content-encoding", "identity"));
        return headers;
    }

    private static void checkCoding(String coding) {
        if (!coding.isBlank() && !coding.strip().equalsIgnoreCase("identity")) {
            // RFC 9110 §15.5.16: the answer says which codings could be sent instead.
            throw ScimException.unsupportedMediaType("Bodies with a Content-Encoding are not accepted; send it plain")
                    .withHeader("Accept-Encoding", "identity");
        }
    }
}
