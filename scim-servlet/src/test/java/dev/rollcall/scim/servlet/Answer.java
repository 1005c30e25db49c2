package dev.rollcall.scim.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A response as it came over the wire. */
record Answer(int status, List<String> headers, String body) {
    private static final Pattern ERROR =
            Pattern.compile("\\{\"schemas\":\\[\"urn:ietf:params:scim:api:messages:2\\.0:Error\"],"
                    + "\"status\":\"(\\d+)\",(?:\"scimType\":\"(\\w+)\",)?\"detail\":\"((?:[^\"\\\\]|\\\\.)+)\"}");

    static Answer of(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        int end = text.indexOf("\r\n\r\n");
        assertThat(end).as("an HTTP response: " + text).isPositive();
        List<String> lines = text.substring(0, end).lines().toList();
        return new Answer(
                Integer.parseInt(lines.get(0).split(" ")[1]), lines.subList(1, lines.size()), text.substring(end + 4));
    }

    List<String> all(String name) {
        return headers.stream()
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip())
                .toList();
    }

    Optional<String> header(String name) {
        return all(name).stream().findFirst();
    }

    /** The value of a simple attribute that stands once in the body. */
    String attribute(String name) {
        Matcher matcher = Pattern.compile('"' + name + "\":\"([^\"]*)\"").matcher(body);
        assertThat(matcher.find()).as(name + " in " + body).isTrue();
        return matcher.group(1);
    }

    /** Checks that this is a complete SCIM error with this status and keyword. */
    Answer isError(int expected, String scimType) {
        isError(expected);
        assertThat(error().group(2)).isEqualTo(scimType);
        return this;
    }

    /** Checks that this is a complete SCIM error with this status. */
    Answer isError(int expected) {
        assertThat(status).as(toString()).isEqualTo(expected);
        assertThat(error().group(1)).as("RFC 7644 §3.12: a string").isEqualTo(Integer.toString(expected));
        assertThat(header("Content-Type")).contains("application/scim+json");
        assertThat(header("X-Request-Id")).isPresent();
        assertThat(header("Cache-Control")).contains("no-store");
        return this;
    }

    String detail() {
        return error().group(3);
    }

    private Matcher error() {
        Matcher matcher = ERROR.matcher(body);
        assertThat(matcher.matches()).as("a SCIM error: " + this).isTrue();
        return matcher;
    }
}
