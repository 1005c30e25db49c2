package dev.rollcall.scim.protocol;

import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request without its HTTP. The body can be read once, so a request is handled once, by one thread.
 *
 * @param method the HTTP method in upper case
 * @param path the path below the base URL as segments, each decoded once; empty segments left out
 * @param query the query parameters, decoded once, with all their values in order
 * @param headers the header fields by name in lower case; several fields of one name joined by commas
 * @param body the body; an empty stream if there is none
 * @param baseUrl the public URL of the service as this client knows it, without a slash at the end
 * @param requestId names the request in logs and answers
 * @param caller who asks
 */
public record ScimRequest(
        String method,
        List<String> path,
        Map<String, List<String>> query,
        Map<String, String> headers,
        InputStream body,
        String baseUrl,
        String requestId,
        Caller caller) {
    /** Copies list and maps. */
    public ScimRequest {
        path = List.copyOf(path);
        query = Map.copyOf(query);
        Map<String, String> lower = new LinkedHashMap<>();
        headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
        headers = Map.copyOf(lower);
    }

    /** The same request, with the first segment of its path as the last of its base URL. */
    ScimRequest below(String segment) {
        return new ScimRequest(
                method, path.subList(1, path.size()), query, headers, body, baseUrl + "/" + segment, requestId, caller);
    }

    /** The header field of that name, in any case. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** The values of a query parameter; empty if it is not there. */
    public List<String> parameters(String name) {
        return query.getOrDefault(name, List.of());
    }
}
