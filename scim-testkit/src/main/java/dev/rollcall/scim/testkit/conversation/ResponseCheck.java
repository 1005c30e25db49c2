package dev.rollcall.scim.testkit.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.scim.testkit.conversation.json.JsonPath;
import dev.rollcall.scim.testkit.conversation.json.Selection;
import dev.rollcall.scim.testkit.conversation.wire.WireResponse;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Holds one response against what is expected of it; not thread-safe. */
final class ResponseCheck {
    private final WireResponse response;
    private final Document document;
    private final Variables variables;
    private final Complaints complaints;

    ResponseCheck(WireResponse response, Variables variables, Complaints complaints) {
        this.response = response;
        this.document = Document.of(response);
        this.variables = variables;
        this.complaints = complaints;
    }

    /** Everything but {@code then}; captures come first, so that the other expectations can speak of them. */
    void check(Expectation expect) {
        status(expect.status());
        expect.captures().forEach((name, path) -> capture(variables.fill(name), path));
        if (expect.coversKindOf(response.status())) {
            headers(expect.headers());
            body(expect.body());
        }
    }

    boolean status(Set<Integer> allowed) {
        if (allowed.contains(response.status())) {
            return true;
        }
        var codes = allowed.stream().sorted().map(String::valueOf).collect(Collectors.joining(" or "));
        complaints.add("status " + codes, response.status() + " with " + document.describe());
        return false;
    }

    void body(List<PathCheck> checks) {
        if (checks.isEmpty() || response.status() == 204) {
            return;
        }
        var json = document.json();
        if (json.isEmpty()) {
            complaints.add("a JSON body", document.describe());
            return;
        }
        checks.forEach(check -> check(check, json.get()));
    }

    private void check(PathCheck check, JsonNode json) {
        try {
            check.check(json, variables, complaints);
        } catch (UnknownVariableException | IllegalArgumentException e) {
            complaints.add(check.describe(), e.getMessage());
        }
    }

    private void headers(List<HeaderCheck> checks) {
        for (HeaderCheck check : checks) {
            // A response without content has no type, and may be allowed beside one with (status 200 or 204).
            boolean speaksOfContent = check.kind() == HeaderCheck.Kind.MEDIA_TYPE;
            var actual = response.header(check.name());
            try {
                if (!(speaksOfContent && response.status() == 204) && !check.holdsFor(actual, variables)) {
                    complaints.add(
                            check.describe(),
                            actual.map(value -> "'" + value + "'").orElse("no such header"));
                }
            } catch (UnknownVariableException e) {
                complaints.add(check.describe(), e.getMessage());
            }
        }
    }

    /** Only of a successful response a missing value is reported: a refusal that is allowed has none to give. */
    private void capture(String name, String path) {
        var found = document.json().map(JsonPath.parse(variables.fill(path))::in);
        var value = found.flatMap(Selection::single).filter(node -> !node.isNull());
        if (value.isPresent()) {
            variables.capture(name, value.get());
        } else if (response.isSuccess()) {
            complaints.add(
                    "one value at " + path + " for ${" + name + "}",
                    found.map(Selection::describe).orElseGet(document::describe));
        }
    }
}
