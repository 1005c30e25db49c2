package dev.rollcall.scim.servlet;

import dev.rollcall.scim.error.ScimException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the headers of a request say of the proxies that it came through. Belongs to one request. */
final class Hops {
    private final HttpServletRequest request;
    private final ProxyHeaders headers;

    Hops(HttpServletRequest request, ProxyHeaders headers) {
        this.request = request;
        this.headers = headers;
    }

    /**
     * The hop before that number of nearer ones, 0 for the proxy that sent the request here; null if there is none.
     *
     * @throws ScimException 400 if the headers are malformed there, or two kinds of them are there
     */
    @Nullable
    Hop at(int nearer) {
        boolean forwarded = headers != ProxyHeaders.X_FORWARDED && has("Forwarded");
        boolean forwardedX = headers != ProxyHeaders.FORWARDED
                && (has("X-Forwarded-For")
                        || has("X-Forwarded-Proto")
                        || has("X-Forwarded-Host")
                        || has("X-Forwarded-Port")
                        || has("X-Forwarded-Prefix"));
        if (forwarded && forwardedX) {
            throw ScimException.withStatus(
                    400,
                    "The request has both Forwarded and X-Forwarded headers, and this server is not told which of them"
                            + " its proxy writes");
        }
        try {
            return forwarded ? forwarded(nearer) : forwardedX ? forwardedX(nearer) : null;
        } catch (IllegalArgumentException e) {
            throw ScimException.withStatus(
                    400,
                    "The " + (forwarded ? "Forwarded header" : "X-Forwarded headers") + " cannot be used: "
                            + e.getMessage());
        }
    }

    private @Nullable Hop forwarded(int nearer) {
        List<Map<String, String>> hops = ForwardedHeader.parse(String.join(",", lines("Forwarded")));
        if (nearer >= hops.size()) {
            return null;
        }
        Map<String, String> hop = hops.get(hops.size() - 1 - nearer);
        return new Hop(hop.get("for"), hop.get("proto"), hop.get("host"), null, null);
    }

    private @Nullable Hop forwardedX(int nearer) {
        List<String> clients = list("X-Forwarded-For");
        if (nearer > 0 && nearer >= clients.size()) {
            return null;
        }
        return new Hop(
                nearer < clients.size() ? clients.get(clients.size() - 1 - nearer) : null,
                last("X-Forwarded-Proto", nearer),
                last("X-Forwarded-Host", nearer),
                last("X-Forwarded-Port", nearer),
                last("X-Forwarded-Prefix", nearer));
    }

    /** A proxy adds to the list or sets it anew; further to the left than its own hop stands what a client may have sent. */
    private @Nullable String last(String name, int nearer) {
        List<String> values = list(name);
        return values.isEmpty() ? null : values.get(Math.max(0, values.size() - 1 - nearer));
    }

    private List<String> list(String name) {
        List<String> values = new ArrayList<>();
        for (String value : String.join(",", lines(name)).split(",")) {
            if (!value.isBlank()) {
                values.add(value.strip());
            }
        }
        return values;
    }

    private boolean has(String name) {
        return request.getHeader(name) != null;
    }

    private List<String> lines(String name) {
        Enumeration<String> lines = request.getHeaders(name);
        return Collections.list(lines);
    }
}
