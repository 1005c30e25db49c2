package dev.rollcall.scim.servlet;

import jakarta.servlet.ServletRequest;
import java.util.UUID;

/** Names a request in answers and logs; made here, since a client's own could be anything. */
final class RequestId {
    static final String HEADER = "X-Request-Id";

    private static final String ATTRIBUTE = RequestId.class.getName();

    private RequestId() {}

    /** The id of the request, the same for filters and servlets. */
    static String of(ServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof String known) {
            return known;
        }
        String id = UUID.randomUUID().toString();
        request.setAttribute(ATTRIBUTE, id);
        return id;
    }
}
