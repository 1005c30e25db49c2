package dev.rollcall.scim.servlet;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An IP address, read from text without ever asking a name server. Immutable and thread-safe. */
final class IpAddress {
    private static final String OCTET = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern V4 = Pattern.compile(OCTET + "(?:\\." + OCTET + "){3}");
    /** What Java takes for an address or for nothing: it begins like one, and no name has a colon. */
    private static final Pattern V6 = Pattern.compile("(?=[0-9A-Fa-f:])[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    private static final int LONGEST = 64;
    private static final int SUBNET_V6 = 8;

    private final InetAddress address;

    private IpAddress(InetAddress address) {
        this.address = address;
    }

    /** The address, with or without brackets and zone; empty if it is none. An IPv4 address within IPv6 is an IPv4 one. */
    static Optional<IpAddress> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        boolean bracketed = text.startsWith("[") && text.endsWith("]");
        String bare = bracketed ? text.substring(1, text.length() - 1) : text;
        int zone = bare.indexOf('%');
        String literal = zone > 0 ? bare.substring(0, zone) : bare;
        Matcher v4 = V4.matcher(literal);
        if (!V6.matcher(literal).matches() && (bracketed || !v4.matches())) {
            return Optional.empty();
        }
        try {
            return Optional.of(new IpAddress(InetAddress.getByName(literal)));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    byte[] octets() {
        return address.getAddress();
    }

    /** What one client has for itself: an IPv4 address, or the /64 network of an IPv6 one, in which it can hop about. */
    String source() {
        if (address instanceof Inet6Address) {
            byte[] network = Arrays.copyOf(Arrays.copyOf(octets(), SUBNET_V6), octets().length);
            return text(network) + "/64";
        }
        return toString();
    }

    private static String text(byte[] octets) {
        try {
            return InetAddress.getByAddress(octets).getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException("The octets of an address are none", e);
        }
    }

    @Override
    public String toString() {
        return text(octets());
    }
}
