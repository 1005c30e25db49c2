package dev.rollcall.scim.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The proxies whose word is taken for what the client asked for. Immutable and thread-safe.
 *
 * @param ranges their addresses; empty if nobody is believed
 * @param headers which headers they write
 */
record TrustedProxies(List<IpRange> ranges, ProxyHeaders headers) {
    static final TrustedProxies NONE = new TrustedProxies(List.of(), ProxyHeaders.EITHER);

    private static final int MOST_HOPS = 32;

    /**
     * Where the request comes from. From the connection outwards, each proxy that is trusted says who it got the request
     * from; what the outermost of them says of scheme and host is what the client asked for.
     *
     * @param configured the public base URL if it is configured
     * @throws dev.rollcall.scim.error.ScimException 400 if a trusted proxy says what cannot be understood
     */
    Origin origin(HttpServletRequest request, @Nullable String configured) {
        Hops hops = new Hops(request, headers);
        String client = String.valueOf(request.getRemoteAddr());
        Hop outermost = null;
        for (int nearer = 0; nearer < MOST_HOPS && trusts(client); nearer++) {
            Hop hop = hops.at(nearer);
            if (hop == null) {
                break;
            }
            outermost = outermost == null ? hop : hop.or(outermost);
            if (hop.client() == null) {
                break;
            }
            client = hop.client();
        }
        String scheme = outermost != null && outermost.scheme() != null ? outermost.scheme() : request.getScheme();
        return Origin.of(client, scheme, configured != null ? configured : BaseUrl.of(request, outermost));
    }

    private boolean trusts(String address) {
        return !ranges.isEmpty()
                && IpAddress.parse(address)
                        .filter(ip -> ranges.stream().anyMatch(range -> range.contains(ip)))
                        .isPresent();
    }
}
