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

/** A service with a user and a group in it, in a tenant of its own for each input. */
final class Service {
    /** Tenants in one store: more would fill the memory, and fewer would cost a new service each. */
    private static final int TENANTS = 1_000;

    private static ScimService shared = service();
    private static int tenants;

    private final ScimService scim;
    private final Caller caller;
    final String user;
    final String group;

    /** A new tenant, under the options named. */
    Service(boolean strict) {
        if (++tenants % TENANTS == 0) {
            shared = service();
        }
        this.scim = shared;
        this.caller = Caller.ofProvider((strict ? "strict-" : "tolerant-") + tenants, "okta", "fuzz");
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

    private static ScimService service() {
        return Rollcall.builder()
                .store(InMemoryStore.create())
                .options(caller -> caller.tenant().startsWith("strict") ? Options.STRICT : Options.DEFAULT)
                .build()
                .scim();
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
