package dev.rollcall.scim.servlet;

import dev.rollcall.scim.error.ScimException;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.MappingMatch;
import java.util.Arrays;
import java.util.List;

/**
 * The path of a request below the mapping of the servlet (RFC 7644 §3.2). Taken from the URI as it was sent, because a
 * container decodes too early to tell {@code %2F} from a slash, and takes {@code ;} for its own.
 */
final class RequestPath {
    private RequestPath() {}

    /** The segments, each decoded once; empty ones, such as that of a slash at the end, are left out. */
    static List<String> segments(HttpServletRequest request) {
        return segments(request.getRequestURI(), request.getContextPath() + mapped(request));
    }

    /** The path that the servlet is mapped to, without a pattern's star. */
    static String mapped(HttpServletRequest request) {
        HttpServletMapping mapping = request.getHttpServletMapping();
        boolean own = mapping.getMappingMatch() == MappingMatch.PATH || mapping.getMappingMatch() == MappingMatch.EXACT;
        return own ? request.getServletPath() : "";
    }

    /** The segments of the URI after as many as the prefix has: the URI can spell the prefix in other ways. */
    static List<String> segments(String uri, String prefix) {
        List<String> below = split(uri);
        return below.subList(Math.min(split(prefix).size(), below.size()), below.size()).stream()
                .map(RequestPath::decode)
                .toList();
    }

    private static List<String> split(String path) {
        return Arrays.stream(path.split("/")).filter(s -> !s.isEmpty()).toList();
    }

    private static String decode(String segment) {
        try {
            return PercentDecoder.decode(segment);
        } catch (IllegalArgumentException e) {
            throw ScimException.withStatus(400, "The path of the URL is malformed: " + e.getMessage());
        }
    }
}
