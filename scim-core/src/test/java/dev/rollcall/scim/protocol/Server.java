package dev.rollcall.scim.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rollcall.scim.Rollcall;
import dev.rollcall.scim.RollcallBuilder;
import dev.rollcall.scim.store.Store;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

/** A service and a client of it, without HTTP; the clock goes on by a second with each look at it. */
final class Server {
    static final String BASE = "https://scim.example.com/v2";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final AtomicLong seconds =
            new AtomicLong(Instant.parse("2026-01-01T00:00:00Z").getEpochSecond());
    private final InstantSource clock = () -> Instant.ofEpochSecond(seconds.incrementAndGet());
    private final ScimService service;
    private final Caller caller = Caller.ofProvider("acme", "okta", "rck-okta");

    Server(Store store) {
        this(store, builder -> builder);
    }

    Server(Store store, UnaryOperator<RollcallBuilder> more) {
        this.service =
                more.apply(Rollcall.builder().store(store).clock(clock)).build().scim();
    }

    /** An answer with its body read. */
    record Answer(int status, Map<String, String> headers, String text) {
        JsonNode json() {
            try {
                return JSON.readTree(text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String id() {
            return json().path("id").asText();
        }

        String scimType() {
            return json().path("scimType").asText();
        }

        String detail() {
            return json().path("detail").asText();
        }

        /** The values at a path such as {@code members.value}, of all elements. */
        List<String> all(String path) {
            List<JsonNode> nodes = List.of(json());
            for (String name : path.split("\\.")) {
                List<JsonNode> next = new ArrayList<>();
                nodes.forEach(node -> {
                    JsonNode child = node.path(name);
                    if (child.isArray()) {
                        child.forEach(next::add);
                    } else if (!child.isMissingNode()) {
                        next.add(child);
                    }
                });
                nodes = next;
            }
            return nodes.stream().map(JsonNode::asText).toList();
        }
    }

    ScimService service() {
        return service;
    }

    Answer call(String method, String target, String body, Map<String, String> headers) {
        return call(caller, method, target, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    Answer call(Caller as, String method, String target, byte[] body, Map<String, String> headers) {
        String[] parts = target.split("\\?", 2);
        Map<String, List<String>> query = new LinkedHashMap<>();
        if (parts.length > 1) {
            for (String parameter : parts[1].split("&")) {
                String[] pair = parameter.split("=", 2);
                query.computeIfAbsent(pair[0], k -> new ArrayList<>()).add(pair.length > 1 ? pair[1] : "");
            }
        }
        List<String> path =
                Arrays.stream(parts[0].split("/")).filter(s -> !s.isEmpty()).toList();
        ScimResponse response = service.handle(
                new ScimRequest(method, path, query, headers, new ByteArrayInputStream(body), BASE, "request-1", as));
        if (response.cause() != null) {
            throw new AssertionError("The server failed at " + method + " " + target, response.cause());
        }
        return new Answer(response.status(), response.headers(), text(response));
    }

    private static String text(ScimResponse response) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            if (response.content() != null) {
                response.content().writeTo(bytes);
            }
            return bytes.toString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** JSON with single quotes for double ones, which is easier to read in Java. */
    static String json(String text) {
        return text.replace('\'', '"');
    }

    Answer get(String target) {
        return call("GET", target, "", Map.of());
    }

    Answer delete(String target) {
        return call("DELETE", target, "", Map.of());
    }

    Answer post(String target, String body) {
        return call("POST", target, json(body), Map.of());
    }

    Answer put(String target, String body) {
        return call("PUT", target, json(body), Map.of());
    }

    Answer patch(String target, String operations) {
        return call(
                "PATCH",
                target,
                json("{'schemas':['urn:ietf:params:scim:api:messages:2.0:PatchOp'],'Operations':[" + operations + "]}"),
                Map.of());
    }

    Answer as(Caller other, String method, String target, String body) {
        return call(other, method, target, json(body).getBytes(StandardCharsets.UTF_8), Map.of());
    }

    static String userBody(String userName, String more) {
        return "{'schemas':['urn:ietf:params:scim:schemas:core:2.0:User'],'userName':'" + userName + "'"
                + (more.isEmpty() ? "" : "," + more) + "}";
    }

    static String groupBody(String displayName, String... members) {
        String list = String.join(
                ",", Arrays.stream(members).map(m -> "{'value':'" + m + "'}").toList());
        return "{'schemas':['urn:ietf:params:scim:schemas:core:2.0:Group'],'displayName':'" + displayName
                + "','members':[" + list + "]}";
    }

    String user(String userName) {
        return user(userName, "");
    }

    String user(String userName, String more) {
        return created(post("/Users", userBody(userName, more)));
    }

    String group(String displayName, String... members) {
        return created(post("/Groups", groupBody(displayName, members)));
    }

    private static String created(Answer answer) {
        if (answer.status() != 201) {
            throw new AssertionError("Not created: " + answer);
        }
        return answer.id();
    }
}
