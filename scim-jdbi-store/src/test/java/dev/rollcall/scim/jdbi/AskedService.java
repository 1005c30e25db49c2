package dev.rollcall.scim.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rollcall.scim.protocol.Caller;
import dev.rollcall.scim.protocol.ScimRequest;
import dev.rollcall.scim.protocol.ScimResponse;
import dev.rollcall.scim.protocol.ScimService;
import dev.rollcall.scim.protocol.Settings;
import dev.rollcall.scim.store.Store;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** A service on one store, asked for lists in every way there is. */
record AskedService(String name, Store store, ScimService service) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** On the store, with all else as the settings say. */
    static AskedService of(String name, Store store, Settings s) {
        return new AskedService(
                name,
                store,
                new ScimService(new Settings(
                        s.registry(),
                        store,
                        s.options(),
                        s.limits(),
                        s.bulk(),
                        s.paging(),
                        s.cursors(),
                        s.clock(),
                        s.ids(),
                        s.listeners(),
                        s.refusals(),
                        s.derived(),
                        s.passwords(),
                        s.about())));
    }

    /**
     * What a list looks like.
     *
     * @param query the members of a search but those of paging
     */
    record Question(Caller caller, String endpoint, Map<String, String> query, int count) {}

    /** All that the answers say: the status, the list and its total, and the pages of each kind. */
    List<Object> answers(Question question) {
        JsonNode whole = search(question, Map.of("count", 1000));
        List<Object> answers = new ArrayList<>(List.of(whole.path("status").asText("200"), ids(whole), total(whole)));
        if (whole.has("status")) {
            answers.add(whole.path("detail").asText());
            return answers;
        }
        answers.add(total(search(question, Map.of("count", 0))));
        for (int start = 1; start <= ids(whole).size() + 1; start += question.count()) {
            JsonNode page = search(question, Map.of("startIndex", start, "count", question.count()));
            answers.add(List.of(ids(page), total(page)));
        }
        List<List<String>> forward = walk(question, "", "nextCursor");
        answers.add(forward);
        return answers;
    }

    private List<List<String>> walk(Question question, String cursor, String way) {
        List<List<String>> pages = new ArrayList<>();
        String next = cursor;
        String back = "";
        do {
            JsonNode page = search(question, Map.of("cursor", next, "count", question.count()));
            pages.add(ids(page));
            next = page.path(way).asText();
            back = page.path("previousCursor").asText();
        } while (!next.isEmpty());
        if (way.equals("nextCursor") && !back.isEmpty()) {
            List<List<String>> again = new ArrayList<>(walk(question, back, "previousCursor"));
            Collections.reverse(again);
            assertThat(again).as(name).isEqualTo(pages.subList(0, pages.size() - 1));
        }
        return pages;
    }

    private static List<String> ids(JsonNode page) {
        List<String> ids = new ArrayList<>();
        page.path("Resources").forEach(resource -> ids.add(resource.path("id").asText()));
        return ids;
    }

    private static int total(JsonNode page) {
        return page.path("totalResults").asInt(-1);
    }

    private JsonNode search(Question question, Map<String, Object> paging) {
        ObjectNode body = JSON.createObjectNode();
        body.putArray("schemas").add("urn:ietf:params:scim:api:messages:2.0:SearchRequest");
        body.putArray("attributes").add("id");
        question.query().forEach(body::put);
        paging.forEach(body::putPOJO);
        ScimResponse response = service.handle(new ScimRequest(
                "POST",
                question.endpoint().isEmpty() ? List.of(".search") : List.of(question.endpoint(), ".search"),
                Map.of(),
                Map.of(),
                new ByteArrayInputStream(bytes(body)),
                "https://scim.example.com/v2",
                "request",
                question.caller()));
        if (response.cause() != null) {
            throw new AssertionError(name + " failed", response.cause());
        }
        return read(response);
    }

    private static byte[] bytes(ObjectNode body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
