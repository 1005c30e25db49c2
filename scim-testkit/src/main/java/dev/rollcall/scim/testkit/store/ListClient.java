package dev.rollcall.scim.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rollcall.scim.Rollcall;
import dev.rollcall.scim.protocol.Caller;
import dev.rollcall.scim.protocol.ScimRequest;
import dev.rollcall.scim.protocol.ScimResponse;
import dev.rollcall.scim.protocol.ScimService;
import dev.rollcall.scim.schema.Attribute;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.SchemaRegistry;
import dev.rollcall.scim.store.Store;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** A client of a server on the store under test. */
final class ListClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> ORDERS = List.of(
            "userName", "title", "nickName", "active", "emails", "emails.type", "externalId", "id", "meta.created");
    private static final List<String> FILTERS = List.of(
            "title pr",
            "title eq \"t1\"",
            "active eq false",
            "userName sw \"n\"",
            "displayName eq \"same\"",
            "externalId eq \"t1\"");

    private final ScimService service;
    private final ResourceType type;
    private final String endpoint;
    private final Caller caller;

    ListClient(Store store, SchemaRegistry registry, ResourceType type, String tenant) {
        this.service = Rollcall.builder().store(store).schemas(registry).build().scim();
        this.type = type;
        this.endpoint = type.endpoint().substring(1);
        this.caller = Caller.ofProvider(tenant, "okta", "client");
    }

    /** A query over the type or over everything, perhaps with a filter, perhaps with an order. */
    String query(SplittableRandom random) {
        StringBuilder query = new StringBuilder(random.nextInt(3) == 0 ? "?" : endpoint + "?");
        if (random.nextBoolean()) {
            query.append("&filter=").append(pick(random, known(FILTERS)));
        }
        if (random.nextInt(3) > 0) {
            query.append("&sortBy=").append(pick(random, known(ORDERS)));
            query.append(random.nextBoolean() ? "&sortOrder=descending" : "");
        }
        return query.toString();
    }

    private static String pick(SplittableRandom random, List<String> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** Those that begin with an attribute of the type, down to its sub-attribute. */
    private List<String> known(List<String> paths) {
        return paths.stream()
                .filter(path -> isKnown(path.split(" ")[0].split("\\.")))
                .toList();
    }

    private boolean isKnown(String... names) {
        Attribute top = type.find(names[0]);
        return top != null && (names.length == 1 || top.sub(names[1]) != null);
    }

    /** Makes a resource, whose values others have too, and gives the id. */
    String create(SplittableRandom random, int number) {
        List<String> members = new ArrayList<>(List.of(
                "\"schemas\":[\"" + type.schema().id() + "\"]",
                "\"" + Samples.naming(type) + "\":\"" + pick(random, List.of("n", "N", "ä", "z")) + number + "\""));
        if (isKnown("active")) {
            members.add("\"active\":" + random.nextBoolean());
        }
        for (String name : List.of("title", "nickName", "externalId")) {
            if (random.nextBoolean() && isKnown(name)) {
                members.add(
                        "\"" + name + "\":\"" + pick(random, List.of("t1", "T1", "t2", "Ä", "😀", "\uFFFD")) + "\"");
            }
        }
        if (random.nextBoolean()
                && isKnown("displayName")
                && !Samples.naming(type).name().equals("displayName")) {
            members.add("\"displayName\":\"same\"");
        }
        if (random.nextBoolean() && isKnown("emails", "type")) {
            members.add("\"emails\":[{\"value\":\"" + pick(random, List.of("a@x", "b@x", "c@x"))
                    + "\",\"type\":\"work\",\"primary\":" + random.nextBoolean() + "}" + more(random) + "]");
        }
        JsonNode made = send("POST", endpoint, "{" + String.join(",", members) + "}");
        return made.path("id").asText();
    }

    /** Perhaps a second address. */
    private String more(SplittableRandom random) {
        return random.nextBoolean() ? ",{\"value\":\"d@x\"}" : "";
    }

    void delete(String id) {
        send("DELETE", endpoint + "/" + id, "");
    }

    JsonNode list(String target) {
        return send("GET", target, "");
    }

    /** The pages from a cursor on, in the direction of the member; something happens behind each. */
    List<JsonNode> walk(String query, String cursor, String member, Runnable between) {
        List<JsonNode> pages = new ArrayList<>();
        String next = cursor;
        do {
            JsonNode page = list(query + "&cursor=" + next);
            pages.add(page);
            next = page.path(member).asText();
            between.run();
            assertThat(pages).hasSizeLessThan(500);
        } while (!next.isEmpty());
        return pages;
    }

    static List<String> ids(JsonNode page) {
        List<String> ids = new ArrayList<>();
        page.path("Resources").forEach(resource -> ids.add(resource.path("id").asText()));
        return ids;
    }

    static List<String> allIds(List<JsonNode> pages) {
        return pages.stream().flatMap(page -> ids(page).stream()).toList();
    }

    private JsonNode send(String method, String target, String body) {
        String[] parts = target.split("\\?", 2);
        Map<String, List<String>> query = new LinkedHashMap<>();
        for (String parameter : parts.length > 1 ? parts[1].split("&") : new String[0]) {
            String[] pair = parameter.split("=", 2);
            if (!pair[0].isEmpty()) {
                query.put(pair[0], List.of(pair.length > 1 ? pair[1] : ""));
            }
        }
        List<String> path =
                Arrays.stream(parts[0].split("/")).filter(s -> !s.isEmpty()).toList();
        ScimResponse response = service.handle(new ScimRequest(
                method,
                path,
                query,
                Map.of(),
                new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)),
                "https://scim.example.com/v2",
                "contract",
                caller));
        JsonNode json = read(response);
        assertThat(response.status()).as("%s %s: %s", method, target, json).isBetween(200, 299);
        return json;
    }

    private static JsonNode read(ScimResponse response) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            if (response.content() != null) {
                response.content().writeTo(bytes);
            }
            return JSON.readTree(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
