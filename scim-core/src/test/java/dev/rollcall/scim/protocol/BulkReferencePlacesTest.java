package dev.rollcall.scim.protocol;

import static dev.rollcall.scim.protocol.BulkRequests.bulk;
import static dev.rollcall.scim.protocol.BulkRequests.id;
import static dev.rollcall.scim.protocol.BulkRequests.operation;
import static dev.rollcall.scim.protocol.BulkRequests.patch;
import static dev.rollcall.scim.protocol.BulkRequests.postUser;
import static dev.rollcall.scim.protocol.BulkRequests.statuses;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.codec.Quirk;
import dev.rollcall.scim.codec.Tolerance;
import dev.rollcall.scim.schema.Attribute;
import dev.rollcall.scim.schema.AttributeType;
import dev.rollcall.scim.schema.Returned;
import dev.rollcall.scim.schema.Schema;
import dev.rollcall.scim.store.memory.InMemoryStore;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a text of a bulk request is a reference, and where it only looks like one (RFC 7644 §3.7.2). */
class BulkReferencePlacesTest {
    private static final Schema DESK = Schema.of(
            "urn:example:Desk",
            "Desk",
            null,
            List.of(
                    Attribute.named("owner", AttributeType.REFERENCE)
                            .referenceTypes(List.of("User"))
                            .build(),
                    Attribute.named("pin", AttributeType.STRING)
                            .returned(Returned.NEVER)
                            .build()));

    private final Server server = new Server(
            InMemoryStore.create(),
            b -> b.extension("User", DESK)
                    .options(Options.DEFAULT.withTolerance(Tolerance.DEFAULT.with(Quirk.LENIENT_JSON_STRING_VALUE))));
    private final String user = server.user("mira", "'emails':[{'value':'m@x'}]");

    private static String wrapped(String json) {
        return "{'op':'add','value':'" + json.replace("'", "\\\"") + "'}";
    }

    private String title() {
        return server.get("/Users/" + user).json().path("title").asText();
    }

    @ParameterizedTest
    @CsvSource({"../Users/bulkId%3Aa, ../Users/", "/bulkId:a, /", "/bulkId%3Aa, /", "bulkId:a, ''"})
    void a_link_can_end_with_a_reference_in_either_spelling(String link, String front) {
        Server.Answer answer = server.post(
                "/Bulk", bulk(postUser("b", "b", "'urn:example:Desk':{'owner':'" + link + "'}"), postUser("a", "a")));
        assertThat(statuses(answer)).containsExactly("201", "201");
        assertThat(server.get("/Users/" + id(answer, 0))
                        .json()
                        .path("urn:example:Desk")
                        .path("owner")
                        .asText())
                .isEqualTo(front + id(answer, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bulkId%3Aa", "xbulkId%3Aa/..", "bulkId%3Aa/"})
    void a_link_with_something_like_a_reference_elsewhere_stays(String link) {
        Server.Answer answer = server.post(
                "/Bulk", bulk(postUser("b", "b", "'urn:example:Desk':{'owner':'" + link + "'}"), postUser("a", "a")));
        assertThat(server.get("/Users/" + id(answer, 0))
                        .json()
                        .path("urn:example:Desk")
                        .path("owner")
                        .asText())
                .isEqualTo(link);
    }

    @Test
    void the_key_of_a_value_without_path_is_a_path_and_can_hold_one() {
        Server.Answer answer = server.post(
                "/Bulk",
                bulk(
                        patch(
                                "/Users/" + user,
                                "{'op':'add','path':'emails','value':[{'value':'bulkId:a','type':'work'}]}",
                                "{'op':'replace','value':{'emails[value eq \\\"bulkId:a\\\"].type':'home'}}"),
                        postUser("a", "a")));
        assertThat(statuses(answer)).containsExactly("200", "201");
        Server.Answer after = server.get("/Users/" + user);
        assertThat(after.all("emails.value")).containsExactly("m@x", id(answer, 1));
        assertThat(after.all("emails.type")).containsExactly("home");
    }

    @Test
    void json_in_a_string_without_a_reference_is_left_as_it_is() {
        Server.Answer answer = server.post(
                "/Bulk",
                bulk(
                        patch(
                                "/Users/" + user,
                                wrapped("{'title':'T'}"),
                                "{'op':'add','path':'nickName','value':'bulkId:a'}"),
                        postUser("a", "a")));
        assertThat(statuses(answer)).containsExactly("200", "201");
        assertThat(title()).isEqualTo("T");
    }

    @Test
    void a_reference_in_json_in_a_string_that_leads_nowhere_is_409() {
        Server.Answer answer = server.post(
                "/Bulk", bulk(patch("/Users/" + user, wrapped("{'title':'bulkId:none'}")), postUser("a", "a")));
        assertThat(statuses(answer)).containsExactly("409", "201");
        assertThat(title()).isEmpty();
    }

    @Test
    void what_only_begins_like_json_in_a_string_is_refused_as_in_a_single_request() {
        for (String text : List.of("{'title':'bulkId:a'} {}", "{'title':'bulkId:a'", "just a text")) {
            Server.Answer single = server.patch("/Users/" + user, wrapped(text));
            Server.Answer answer = server.post(
                    "/Bulk",
                    bulk(
                            patch("/Users/" + user, wrapped(text), "{'op':'add','path':'nickName','value':'bulkId:a'}"),
                            postUser("a", "a" + text.length())));
            assertThat(statuses(answer)).containsExactly("400", "201");
            assertThat(single.status()).isEqualTo(400);
            assertThat(operation(answer, 0).path("response").path("detail").asText())
                    .isEqualTo(single.detail());
            assertThat(title()).isEmpty();
        }
    }

    @Test
    void json_in_a_string_is_for_patches_alone() {
        String text = "{\\\"x\\\":\\\"bulkId:a\\\"}";
        Server.Answer answer = server.post(
                "/Bulk", bulk(postUser("b", "b", "'emails':[{'value':'" + text + "'}]"), postUser("a", "a")));
        assertThat(statuses(answer)).containsExactly("201", "201");
        assertThat(server.get("/Users/" + id(answer, 0)).all("emails.value")).containsExactly("{\"x\":\"bulkId:a\"}");
    }

    @Test
    void the_data_of_a_delete_mean_nothing() {
        Server.Answer answer = server.post(
                "/Bulk", bulk("{'method':'DELETE','path':'/Users/" + user + "','data':{'title':'bulkId:none'}}"));
        assertThat(statuses(answer)).containsExactly("204");
    }

    @Test
    void what_is_never_returned_is_never_a_reference_although_it_could_be_read() {
        Server.Answer answer =
                server.post("/Bulk", bulk(postUser("b", "b", "'urn:example:Desk':{'pin':'bulkId:none'}")));
        assertThat(statuses(answer)).containsExactly("201");
    }

    @Test
    void a_version_means_nothing_for_what_is_yet_to_be_made() {
        Server.Answer answer =
                server.post("/Bulk", bulk(postUser("a", "a").replace("'method'", "'version':'W/\\\"7\\\"','method'")));
        assertThat(statuses(answer)).containsExactly("201");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'noSuch':'\\ud800'", "'no\\u0000Such':1", "'noSuch':'\\u0000'", "'title':'\\u0000'"})
    void a_text_that_is_no_unicode_spoils_its_operation_and_no_other(String member) {
        Server.Answer answer = server.post("/Bulk", bulk(postUser("b", "b", member), postUser("a", "a")));
        assertThat(statuses(answer)).containsExactly("400", "201");
    }
}
