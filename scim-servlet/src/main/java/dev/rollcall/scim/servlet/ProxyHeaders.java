package dev.rollcall.scim.servlet;

/** The headers in which the proxies in front of a server say what the client asked for. */
public enum ProxyHeaders {
    /** {@code Forwarded} (RFC 7239); the others are not looked at. */
    FORWARDED,
    /** {@code X-Forwarded-For}, {@code -Proto}, {@code -Host}, {@code -Port}, {@code -Prefix}; the other is not looked at. */
    X_FORWARDED,
    /**
     * Whichever are there. A request that has both is refused with 400, since nobody could tell which of them a proxy
     * has written and which it has let through from the client.
     */
    EITHER
}
