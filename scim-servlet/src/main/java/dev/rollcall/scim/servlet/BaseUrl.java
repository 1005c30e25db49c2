package dev.rollcall.scim.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** The URL that the locations of resources begin with, without a slash at the end (RFC 7644 §1.3). */
final class BaseUrl {
    private BaseUrl() {}

    /**
     * That of the request: what a trusted proxy says, or else what the container takes for scheme and host, and where
     * the servlet is mapped.
     */
    static String of(HttpServletRequest request, @Nullable Hop proxy) {
        String scheme = proxy != null && proxy.scheme() != null ? proxy.scheme() : request.getScheme();
        String prefix = proxy != null && proxy.prefix() != null ? proxy.prefix() : "";
        return scheme + "://" + authority(request, proxy, scheme) + prefix + request.getContextPath()
                + encoded(RequestPath.mapped(request));
    }

    private static String authority(HttpServletRequest request, @Nullable Hop proxy, String scheme) {
        if (proxy == null || proxy.host() == null) {
            int port = request.getServerPort() == usual(request.getScheme()) ? 0 : request.getServerPort();
            int told = proxy != null && proxy.port() != null ? Integer.parseInt(proxy.port()) : port;
            return host(request.getServerName()) + port(told, scheme);
        }
        String host = proxy.host();
        int colon = host.lastIndexOf(':');
        if (colon > host.lastIndexOf(']')) {
            return host.substring(0, colon) + port(Integer.parseInt(host.substring(colon + 1)), scheme);
        }
        return host + (proxy.port() == null ? "" : port(Integer.parseInt(proxy.port()), scheme));
    }

    private static String host(String name) {
        // RFC 3986 §3.2.2; containers differ in whether they leave the brackets.
        return name.indexOf(':') >= 0 && !name.startsWith("[") ? "[" + name + "]" : name;
    }

    private static String port(int port, String scheme) {
        return port <= 0 || port == usual(scheme) ? "" : ":" + port;
    }

    private static int usual(String scheme) {
        return scheme.equals("https") ? 443 : 80;
    }

    private static String encoded(String path) {
        try {
            return new URI(null, null, path, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The servlet is mapped to no path: " + path, e);
        }
    }
}
