package dev.rollcall.scim.servlet;

import org.jspecify.annotations.Nullable;

/**
 * Where a request comes from and what its client asked for, seen through the proxies that are trusted.
 *
 * @param client the address of the client, or the name by which a trusted proxy hides it
 * @param https whether the client's own connection was encrypted
 * @param baseUrl the URL of the service as the client knows it, without a slash at the end
 */
record Origin(String client, boolean https, String baseUrl) {
    /** The client as far as it can be told from others: an IPv6 network counts as one. */
    String source() {
        return IpAddress.parse(client).map(IpAddress::source).orElse(client);
    }

    static Origin of(String client, @Nullable String scheme, String baseUrl) {
        return new Origin(client, "https".equals(scheme), baseUrl);
    }
}
