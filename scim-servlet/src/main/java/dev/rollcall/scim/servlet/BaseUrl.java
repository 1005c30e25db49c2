package dev.rollcall.scim.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** The URL that the locations of resources begin with, without a slash at the end (RFC 7644 §1.3). */
final class BaseUrl {
    private BaseUrl() {}

    /** A configured one. */
    static String checked(String url) {
        URI uri = URI.create(url);
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https") || uri.getHost() == null) {
            throw new IllegalArgumentException("The base URL must start with https:// or http:// and a host: " + url);
        }
        if (uri.getRawQuery() != null || uri.getRawFragment() != null || uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException("The base URL must not have a user, a query or a fragment: " + url);
        }
        return uri.toASCIIString().replaceAll("/+$", "");
    }

    /** That of the request: what the container takes for scheme and host, and where the servlet is mapped. */
    static String of(HttpServletRequest request) {
        String host = request.getServerName();
        // RFC 3986 §3.2.2; containers differ in whether they leave the brackets.
        String authority = host.indexOf(':') >= 0 && !host.startsWith("[") ? "[" + host + "]" : host;
        int port = request.getServerPort();
        boolean usual = port <= 0 || port == ("https".equals(request.getScheme()) ? 443 : 80);
        return request.getScheme() + "://" + authority + (usual ? "" : ":" + port) + request.getContextPath()
                + encoded(RequestPath.mapped(request));
    }

    private static String encoded(String path) {
        try {
            return new URI(null, null, path, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The servlet is mapped to no path: " + path, e);
        }
    }
}
