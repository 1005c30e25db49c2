package dev.rollcall.scim.servlet;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.protocol.ScimResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** The HTTP methods of the service as a whole; which of them an endpoint has, the protocol knows (RFC 7644 §3.2). */
enum Method {
    GET,
    HEAD,
    POST,
    PUT,
    PATCH,
    DELETE,
    OPTIONS;

    private static final String ALL = Arrays.stream(values()).map(Enum::name).collect(Collectors.joining(", "));

    /** Refuses what SCIM has no use for, such as TRACE, before anybody is asked for credentials. */
    static Method of(String name) {
        return Arrays.stream(values())
                .filter(method -> method.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        ScimException.methodNotAllowed("This method is not possible here; allowed are " + ALL, ALL));
    }

    /** The name, where HEAD is a GET whose body is not sent (RFC 9110 §9.3.2). */
    String withoutHead() {
        return this == HEAD ? GET.name() : name();
    }

    static ScimResponse options() {
        return new ScimResponse(204, Map.of("Allow", ALL), null, null, null);
    }

    /** Adds to the methods of an endpoint those that it has through this adapter (RFC 9110 §10.2.1). */
    static String withAdapters(String allow) {
        if (allow.equals(ALL)) {
            return ALL;
        }
        return allow.replaceFirst("\\bGET\\b", "GET, HEAD") + ", OPTIONS";
    }
}
