package dev.rollcall.fuzz;

import dev.rollcall.scim.Rollcall;
import dev.rollcall.scim.protocol.Caller;
import dev.rollcall.scim.protocol.Options;
import dev.rollcall.scim.protocol.ScimRequest;
import dev.rollcall.scim.protocol.ScimResponse;
import dev.rollcall.scim.protocol.ScimService;
import dev.rollcall.scim.store.memory.InMemoryStore;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A service with a user and a group in it, made anew for each input. */
final class Service {
    static final Caller STRICT = Caller.ofProvider("strict", "okta", "fuzz");
    static final Caller TOLERANT = Caller.ofProvider("tolerant", "okta", "fuzz");

    private final ScimService scim = Rollcall.builder()
            .store(InMemoryStore.create())
            .options(caller -> caller.tenant().equals("strict") ? Options.STRICT : Options.DEFAULT)
            .build()
            .scim();
    private final Caller caller;
    final String user;
    final String group;

    Service(Caller caller) {
        this.caller = caller;
        this.user = id(call("POST", List.of("Users"), Map.of(), """
                {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User",
                "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"],"userName":"bjensen","active":true,
                "name":{"givenName":"Barbara","familyName":"Jensen"},"externalId":"701984",
                "emails":[{"value":"b@example.com","type":"work","primary":true},{"value":"h@example.org","type":"home"}],
                "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"department":"Tour",
                "manager":{"value":"m1"}}}"""));
        this.group = id(call(
                "POST",
                List.of("Groups"),
                Map.of(),
                "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:Group\"],\"displayName\":\"Guides\","
                        + "\"members\":[{\"value\":\"" + user + "\"}]}"));
    }

    record Answer(int status, Map<String, String> headers, String text) {}

    private static String id(Answer created) {
        if (created.status() != 201) {
            throw new IllegalStateException("Not created: " + created);
        }
        return created.headers().get("Location").replaceAll(".*/", "");
    }

    Answer call(String method, List<String> path, Map<String, List<String>> query, String body) {
        return call(method, path, query, body.getBytes(StandardCharsets.UTF_8));
    }

    Answer call(String method, List<String> path, Map<String, List<String>> query, byte[] body) {
        return Bounded.within(() -> {
            ScimResponse response = scim.handle(new ScimRequest(
                    method, path, query, Map.of(), new ByteArrayInputStream(body), "https://h/v2", "r", caller));
            if (response.cause() != null) {
                throw new AssertionError("The server failed", response.cause());
            }
            Bounded.check(response.status());
            try {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                if (response.content() != null) {
                    response.content().writeTo(out);
                }
                return new Answer(response.status(), response.headers(), out.toString(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Everything that is stored, as a client sees it. */
    String state() {
        return call("GET", List.of("Users"), Map.of(), "").text()
                + call("GET", List.of("Groups"), Map.of(), "").text();
    }

    /** Fails unless a refused request left everything as it was, and an accepted one left what can be read. */
    void checkState(Answer answer, String before) {
        String after = state();
        if (answer.status() >= 400 && !after.equals(before)) {
            throw new AssertionError("Refused with " + answer + ", and yet\n" + before + "\nbecame\n" + after);
        }
    }
}
