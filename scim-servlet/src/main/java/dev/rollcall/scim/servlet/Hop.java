package dev.rollcall.scim.servlet;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What one proxy says of the request that it got; each part null if it does not say.
 *
 * @param client who it got the request from: an address, or a name made up to hide it (RFC 7239 §6)
 * @param scheme {@code http} or {@code https}
 * @param host what the client took for the host, perhaps with a port
 * @param port the port of the host
 * @param prefix a path that the proxy has taken away, without a slash at its end
 */
record Hop(
        @Nullable String client,
        @Nullable String scheme,
        @Nullable String host,
        @Nullable String port,
        @Nullable String prefix) {
    private static final int MOST_PORTS = 65_535;
    private static final Pattern HOST =
            Pattern.compile("(?:[A-Za-z0-9._~-]{1,255}|\\[[0-9A-Fa-f:.]{2,45}\\])(?::(\\d{1,5}))?");
    /** Little enough for a pattern with repetitions, which recurse. */
    private static final int LONGEST_PREFIX = 500;

    private static final Pattern PREFIX = Pattern.compile("(?:/[A-Za-z0-9._~!$&'()*+,;=:@%-]+)*/?");
    private static final Pattern DOTS = Pattern.compile("(?i)(?:^|/)(?:\\.|%2e){1,2}(?:/|$)");
    private static final Pattern NODE = Pattern.compile("(\\[[^\\]]+\\]|[^:]+)(?::[A-Za-z0-9._-]+)?");
    private static final Pattern CLIENT = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    /**
     * Checks that nothing is in it that could not stand in a URL.
     *
     * @throws IllegalArgumentException if something is; the message says what
     */
    Hop {
        scheme = scheme == null ? null : scheme.toLowerCase(Locale.ROOT);
        require(scheme == null || scheme.equals("http") || scheme.equals("https"), "the scheme is not http or https");
        require(host == null || isHost(host), "the host is none");
        require(port == null || isPort(port), "the port is none");
        require(
                prefix == null
                        || prefix.length() <= LONGEST_PREFIX
                                && PREFIX.matcher(prefix).matches()
                                && !DOTS.matcher(prefix).find(),
                "the prefix is no plain path");
        prefix = prefix == null ? null : prefix.replaceAll("/$", "");
        client = client == null ? null : node(client);
    }

    /** The same, and where it says nothing, what the hop nearer to here says. */
    Hop or(Hop inner) {
        return new Hop(
                client,
                scheme != null ? scheme : inner.scheme,
                host != null ? host : inner.host,
                // A port goes with its host.
                host != null || port != null ? port : inner.port,
                prefix != null ? prefix : inner.prefix);
    }

    private static boolean isHost(String text) {
        Matcher host = HOST.matcher(text);
        return host.matches() && (host.group(1) == null || isPort(host.group(1)));
    }

    private static boolean isPort(String text) {
        return text.matches("\\d{1,5}") && Integer.parseInt(text) > 0 && Integer.parseInt(text) <= MOST_PORTS;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /** Without the port, and without the brackets of IPv6. */
    private static String node(String text) {
        if (IpAddress.parse(text).isPresent()) {
            return bare(text);
        }
        Matcher node = NODE.matcher(text);
        require(node.matches(), "the client is none");
        String bare = bare(node.group(1));
        require(CLIENT.matcher(bare).matches(), "the client is none");
        return bare;
    }

    private static String bare(String text) {
        return text.startsWith("[") ? text.substring(1, text.length() - 1) : text;
    }
}
