package dev.rollcall.examples.containers.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Locale;

/** An answer as it came, with its head in lines. */
record Reply(List<String> head, String body) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Reply parse(String text) {
        int end = text.indexOf("\r\n\r\n");
        assertThat(end).as("the head of an answer in: %s", text).isPositive();
        return new Reply(text.substring(0, end).lines().toList(), text.substring(end + 4));
    }

    int status() {
        assertThat(head.get(0)).matches("HTTP/1\\.1 \\d{3}( .*)?");
        return Integer.parseInt(head.get(0).substring(9, 12));
    }

    String header(String name) {
        String start = name.toLowerCase(Locale.ROOT) + ": ";
        return head.stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                .map(line -> line.substring(start.length()))
                .findFirst()
                .orElse("");
    }

    JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError("No JSON: " + head + "\n" + body, e);
        }
    }

    /** RFC 7644 §3.12: an error has a SCIM body, whoever found it. */
    Reply isError(int status) {
        assertThat(status()).as("%s %s", head, body).isEqualTo(status);
        assertThat(header("Content-Type").replaceAll("(?i); ?charset=utf-8", ""))
                .isEqualTo("application/scim+json");
        assertThat(header("Cache-Control")).isEqualTo("no-store");
        assertThat(header("Server")).isEmpty();
        assertThat(json().at("/schemas/0").textValue()).isEqualTo("urn:ietf:params:scim:api:messages:2.0:Error");
        assertThat(json().at("/status").textValue()).isEqualTo(Integer.toString(status));
        assertThat(json().at("/detail").textValue()).isNotBlank();
        assertThat(header("X-Request-Id")).isNotBlank();
        return this;
    }
}
