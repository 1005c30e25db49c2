package dev.rollcall.scim.servlet;

/**
 * The addresses that begin with the same bits (RFC 4632 §3.1). Immutable and thread-safe.
 *
 * @param network the octets of one of them
 * @param bits how many bits are the same
 */
record IpRange(byte[] network, int bits) {
    /**
     * A range such as {@code 10.0.0.0/8} or {@code fd00::/8}, or a single address.
     *
     * @throws IllegalArgumentException if it is none
     */
    static IpRange parse(String text) {
        int slash = text.indexOf('/');
        byte[] network = IpAddress.parse(slash < 0 ? text : text.substring(0, slash))
                .orElseThrow(() -> wrong(text))
                .octets();
        int most = network.length * Byte.SIZE;
        if (slash < 0) {
            return new IpRange(network, most);
        }
        String length = text.substring(slash + 1);
        if (!length.matches("\\d{1,3}") || Integer.parseInt(length) > most) {
            throw wrong(text);
        }
        return new IpRange(network, Integer.parseInt(length));
    }

    private static IllegalArgumentException wrong(String text) {
        return new IllegalArgumentException(
                "\"" + text + "\" is neither an IP address nor a range of them such as 10.0.0.0/8 or fd00::/8");
    }

    boolean contains(IpAddress address) {
        byte[] octets = address.octets();
        if (octets.length != network.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % Byte.SIZE);
            if (((octets[bit / Byte.SIZE] ^ network[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
