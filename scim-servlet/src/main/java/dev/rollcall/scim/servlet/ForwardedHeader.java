package dev.rollcall.scim.servlet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the value of a {@code Forwarded} header (RFC 7239 §4). Stateless and thread-safe. */
final class ForwardedHeader {
    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final Pattern PAIR =
            Pattern.compile("(" + TOKEN + ")=(?:(" + TOKEN + ")|\"((?:[^\"\\\\]|\\\\.)*+)\")");
    /** More than any chain of proxies writes, and little enough for a pattern with repetitions. */
    private static final int LONGEST = 2000;

    private static final Pattern BLANKS = Pattern.compile("[ \\t]*");

    private final String text;
    private int at;

    private ForwardedHeader(String text) {
        this.text = text;
    }

    /**
     * The parameters of each hop by name in lower case, the hop next to the client first.
     *
     * @throws IllegalArgumentException if it is malformed, or a hop says one thing twice
     */
    static List<Map<String, String>> parse(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("it is longer than " + LONGEST + " characters");
        }
        return new ForwardedHeader(text).hops();
    }

    private List<Map<String, String>> hops() {
        List<Map<String, String>> hops = new ArrayList<>();
        do {
            Map<String, String> hop = hop();
            // RFC 9110 §5.6.1: a list can have empty elements.
            if (!hop.isEmpty()) {
                hops.add(hop);
            }
        } while (skip(','));
        if (at < text.length()) {
            throw new IllegalArgumentException("it is malformed at character " + (at + 1));
        }
        return hops;
    }

    private Map<String, String> hop() {
        Map<String, String> hop = new LinkedHashMap<>();
        do {
            skipBlanks();
            Matcher pair = PAIR.matcher(text).region(at, text.length());
            if (!pair.lookingAt()) {
                continue;
            }
            at = pair.end();
            String value = pair.group(2) != null ? pair.group(2) : pair.group(3).replaceAll("\\\\(.)", "$1");
            String name = pair.group(1).toLowerCase(Locale.ROOT);
            if (hop.put(name, value) != null) {
                throw new IllegalArgumentException("one hop has \"" + name + "\" twice");
            }
            skipBlanks();
        } while (skip(';'));
        return hop;
    }

    private void skipBlanks() {
        Matcher blanks = BLANKS.matcher(text).region(at, text.length());
        at = blanks.lookingAt() ? blanks.end() : at;
    }

    private boolean skip(char separator) {
        if (at < text.length() && text.charAt(at) == separator) {
            at++;
            return true;
        }
        return false;
    }
}
