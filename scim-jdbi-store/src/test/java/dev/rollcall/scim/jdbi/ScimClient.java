package dev.rollcall.scim.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.Rollcall;
import dev.rollcall.scim.protocol.Caller;
import dev.rollcall.scim.protocol.Options;
import dev.rollcall.scim.protocol.ScimRequest;
import dev.rollcall.scim.protocol.ScimResponse;
import dev.rollcall.scim.protocol.ScimService;
import dev.rollcall.scim.store.Store;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server on a store, without HTTP, and a client of it. Bodies have single quotes. Thread-safe. */
record ScimClient(ScimService scim) {
    static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");
    private static final Caller CALLER = Caller.ofProvider("acme", "okta", "okta");

    static ScimClient of(Store store, Options options) {
        return new ScimClient(
                Rollcall.builder().store(store).options(options).build().scim());
    }

    /** An answer with its body as text. */
    record Answer(int status, String body) {
        String first(Pattern pattern) {
            Matcher found = pattern.matcher(body);
            assertThat(found.find()).as(body).isTrue();
            return found.group(1);
        }

        /** What the group of the pattern is, each time. */
        List<String> all(Pattern pattern) {
            return pattern.matcher(body).results().map(found -> found.group(1)).toList();
        }
    }

    Answer call(String method, String path, Map<String, String> query, String body) {
        Map<String, List<String>> parameters = new HashMap<>();
        query.forEach((name, value) -> parameters.put(name, List.of(value)));
        ScimResponse response = scim.handle(new ScimRequest(
                method,
                Arrays.stream(path.split("/")).filter(s -> !s.isEmpty()).toList(),
                parameters,
                Map.of(),
                new ByteArrayInputStream(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8)),
                "http://localhost/scim/v2",
                "r",
                CALLER));
        assertThat(response.cause()).isNull();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            if (response.content() != null) {
                response.content().writeTo(out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Answer(response.status(), out.toString(StandardCharsets.UTF_8));
    }

    Answer get(String path, Map<String, String> query) {
        return call("GET", path, query, "");
    }

    /** Makes a resource of a core schema; gives its id. */
    String create(String endpoint, String type, String attributes) {
        String body = "{'schemas':['urn:ietf:params:scim:schemas:core:2.0:" + type + "']," + attributes + "}";
        Answer created = call("POST", endpoint, Map.of(), body);
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        return created.first(ID);
    }

    /** Changes a resource, of which only the id comes back; gives the status. */
    int patch(String path, String operation) {
        String body = "{'schemas':['urn:ietf:params:scim:api:messages:2.0:PatchOp'],'Operations':[" + operation + "]}";
        return call("PATCH", path, Map.of("attributes", "id"), body).status();
    }
}
