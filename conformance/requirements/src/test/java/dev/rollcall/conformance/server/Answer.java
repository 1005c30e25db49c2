package dev.rollcall.conformance.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;

/** What the server answered. */
public record Answer(int status, HttpHeaders headers, String text) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The body; fails if it is no JSON. */
    public JsonNode json() {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException("No JSON in " + this, e);
        }
    }

    /** The header field; null if it is not there. */
    public String header(String name) {
        return headers.firstValue(name).orElse(null);
    }

    /** The value at a JSON pointer as text; empty if there is none. */
    public String at(String pointer) {
        return json().at(pointer).asText();
    }

    /** The texts at a dotted path, through all elements of arrays: {@code Resources.emails.value}. */
    public List<String> all(String path) {
        List<JsonNode> nodes = List.of(json());
        for (String name : path.split("\\.")) {
            List<JsonNode> next = new ArrayList<>();
            for (JsonNode node : nodes) {
                JsonNode child = node.path(name);
                if (child.isArray()) {
                    child.forEach(next::add);
                } else if (!child.isMissingNode()) {
                    next.add(child);
                }
            }
            nodes = next;
        }
        return nodes.stream().map(JsonNode::asText).toList();
    }

    /** Whether the body has a top-level member of that name, in exact case. */
    public boolean has(String member) {
        return json().has(member);
    }

    public String id() {
        return at("/id");
    }

    public String scimType() {
        return at("/scimType");
    }

    public String detail() {
        return at("/detail");
    }

    public String version() {
        return at("/meta/version");
    }
}
