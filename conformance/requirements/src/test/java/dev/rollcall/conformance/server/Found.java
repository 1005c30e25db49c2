package dev.rollcall.conformance.server;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What queries find, by the names of what is found, in the order of the answer. */
public final class Found {
    private Found() {}

    /** Encodes the value of a query parameter; single quotes mean double ones. */
    public static String encoded(String value) {
        return URLEncoder.encode(value.replace('\'', '"'), StandardCharsets.UTF_8)
                .replace("+", "%20");
    }

    /** The answer to a filter at an endpoint. */
    public static Answer answer(Scim scim, String endpoint, String filter) {
        return scim.get(endpoint + "?filter=" + encoded(filter));
    }

    /** The user names of those who match the filter. */
    public static List<String> users(Scim scim, String filter) {
        return names(answer(scim, "/Users", filter), "userName");
    }

    /** The names of the things that match the filter. */
    public static List<String> things(Scim scim, String filter) {
        return names(answer(scim, "/Things", filter), "name");
    }

    /** One attribute of each resource of a page; fails unless the answer is a list whose total is their number. */
    public static List<String> names(Answer answer, String attribute) {
        List<String> names = answer.all("Resources." + attribute);
        if (answer.status() != 200 || answer.json().path("totalResults").asInt(-1) != names.size()) {
            throw new AssertionError("No whole list: " + answer);
        }
        return names;
    }
}
