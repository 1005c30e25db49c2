package dev.rollcall.conformance;

import static dev.rollcall.conformance.server.Scim.USER;
import static dev.rollcall.conformance.server.Scim.groupBody;
import static dev.rollcall.conformance.server.Scim.userBody;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.conformance.server.Answer;
import dev.rollcall.conformance.server.Scim;
import dev.rollcall.conformance.server.ScimServer;
import dev.rollcall.conformance.server.StrictServer;
import dev.rollcall.scim.protocol.BulkLimits;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 7644 §3.7: bulk. */
@ExtendWith(StrictServer.class)
class BulkTest {
    private static String operation(String method, String path, String bulkId, String data) {
        return "{'method':'" + method + "','path':'" + path + "'"
                + (bulkId.isEmpty() ? "" : ",'bulkId':'" + bulkId + "'")
                + (data.isEmpty() ? "" : ",'data':" + data) + "}";
    }

    private static Answer bulk(Scim scim, String more, String... operations) {
        return scim.post(
                "/Bulk",
                "{'schemas':['" + Scim.MESSAGES + "BulkRequest']," + more + "'Operations':["
                        + String.join(",", operations) + "]}");
    }

    private static String user(String bulkId, String userName) {
        return operation("POST", "/Users", bulkId, userBody(userName, ""));
    }

    private static List<String> statuses(Answer answer) {
        return answer.all("Operations.status");
    }

    private static String idOf(Answer bulk, int index) {
        String location = bulk.at("/Operations/" + index + "/location");
        return location.substring(location.lastIndexOf('/') + 1);
    }

    @Test
    @Tag("R-7644-3.7-02")
    @Tag("R-7644-3.7-10")
    @Tag("R-7644-3.7-11")
    @Tag("R-7644-3.7-15")
    @Tag("R-7644-3.7.3-01")
    void each_operation_has_its_result_in_order(Scim scim) {
        String bob = scim.user("bob");
        String cid = scim.user("cid");
        String eve = scim.user("eve");
        Answer answer = bulk(
                scim,
                "",
                user("q1", "ann"),
                operation("PUT", "/Users/" + bob, "", userBody("bob", "'title':'Guide'")),
                operation(
                        "PATCH",
                        "/Users/" + cid,
                        "",
                        "{'schemas':['" + Scim.MESSAGES
                                + "PatchOp'],'Operations':[{'op':'add','path':'title','value':'Chief'}]}"),
                operation("DELETE", "/Users/" + eve, "", ""));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.all("schemas")).containsExactly(Scim.MESSAGES + "BulkResponse");
        assertThat(statuses(answer)).containsExactly("201", "200", "200", "204");
        assertThat(answer.json().at("/Operations/0/status").isTextual()).isTrue();
        assertThat(answer.all("Operations.method")).containsExactly("POST", "PUT", "PATCH", "DELETE");
        assertThat(answer.at("/Operations/0/bulkId")).isEqualTo("q1");
        for (int i = 0; i < 3; i++) {
            Answer read = scim.get("/Users/" + idOf(answer, i));
            assertThat(answer.at("/Operations/" + i + "/version")).isEqualTo(read.version());
        }
        assertThat(scim.get("/Users/" + bob).at("/title")).isEqualTo("Guide");
        assertThat(scim.get("/Users/" + cid).at("/title")).isEqualTo("Chief");
        assertThat(scim.get("/Users/" + eve).status()).isEqualTo(404);
    }

    @Test
    @Tag("R-7644-3.7-01")
    void bulk_that_is_switched_off_is_501() {
        try (ScimServer server = ScimServer.start(b -> b.bulk(BulkLimits.OFF))) {
            Scim scim = server.newTenant();
            assertThat(bulk(scim, "", user("q", "ann")).status()).isEqualTo(501);
            JsonNode config = scim.get("/ServiceProviderConfig").json().path("bulk");
            assertThat(config.path("supported").asBoolean(true)).isFalse();
            assertThat(config.path("maxOperations").isIntegralNumber()).isTrue();
            assertThat(config.path("maxPayloadSize").isIntegralNumber()).isTrue();
        }
    }

    @Test
    @Tag("R-7644-3.7-03")
    void methods_are_those_that_write(Scim scim) {
        String ann = scim.user("ann");
        Answer answer =
                bulk(scim, "", operation("GET", "/Users/" + ann, "", ""), operation("delete", "/Users/" + ann, "", ""));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(statuses(answer)).containsExactly("400", "204");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'schemas':['urn:ietf:params:scim:api:messages:2.0:BulkRequest']}",
                "{'schemas':['urn:ietf:params:scim:api:messages:2.0:BulkRequest'],'Operations':{}}",
                "{'schemas':['urn:ietf:params:scim:api:messages:2.0:PatchOp'],'Operations':[]}",
                "{'Operations':[]}",
                "[]",
                "{'schemas':['urn:ietf:params:scim:api:messages:2.0:BulkRequest'],'Operations':['x']}"
            })
    @Tag("R-7644-3.7-02")
    @Tag("R-7644-3.7-04")
    void an_envelope_of_another_form_is_refused(String body, Scim scim) {
        Answer answer = scim.post("/Bulk", body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.scimType()).isEqualTo("invalidSyntax");
    }

    @Test
    @Tag("R-7644-3.7-04")
    void an_operation_needs_its_parts(Scim scim) {
        String ann = scim.user("ann");
        for (String wrong : List.of(
                "{'path':'/Users','bulkId':'a','data':" + userBody("x", "") + "}",
                "{'method':'POST','bulkId':'a','data':" + userBody("x", "") + "}",
                "{'method':'POST','path':'/Users','data':" + userBody("x", "") + "}",
                "{'method':'POST','path':'/Users','bulkId':'a'}",
                "{'method':'PUT','path':'/Users/" + ann + "'}",
                "{'method':'PATCH','path':'/Users/" + ann + "'}")) {
            Answer answer = bulk(scim, "", wrong);
            boolean whole = answer.status() == 400;
            assertThat(whole || statuses(answer).equals(List.of("400")))
                    .as(wrong + answer)
                    .isTrue();
        }
        assertThat(scim.get("/Users").at("/totalResults")).isEqualTo("1");
    }

    @Test
    @Tag("R-7644-3.7-05")
    void a_post_goes_to_an_endpoint_and_the_others_to_a_resource(Scim scim) {
        String ann = scim.user("ann");
        Answer answer = bulk(
                scim,
                "",
                operation("POST", "/Users/" + ann, "a", userBody("x", "")),
                operation("PUT", "/Users", "", userBody("x", "")),
                operation("DELETE", "/Users", "", ""),
                operation("POST", "/Nothing", "b", userBody("x", "")));
        assertThat(statuses(answer)).hasSize(4).allMatch(s -> s.startsWith("4"));
        assertThat(scim.get("/Users").all("Resources.userName")).containsExactly("ann");
    }

    @Test
    @Tag("R-7644-3.7-06")
    void the_data_of_a_patch_is_a_whole_message(Scim scim) {
        String ann = scim.user("ann");
        Answer answer =
                bulk(scim, "", operation("PATCH", "/Users/" + ann, "", "[{'op':'add','path':'title','value':'x'}]"));
        assertThat(statuses(answer)).containsExactly("400");
        assertThat(scim.get("/Users/" + ann).has("title")).isFalse();
    }

    @Test
    @Tag("R-7644-3.7-07")
    void a_version_is_a_condition(Scim scim) {
        String ann = scim.user("ann");
        String version = scim.get("/Users/" + ann).version().replace("\"", "\\\"");
        String put = "{'method':'PUT','path':'/Users/" + ann + "','version':'%s','data':"
                + userBody("ann", "'title':'%s'") + "}";
        Answer answer = bulk(scim, "", put.formatted(version, "one"), put.formatted(version, "two"));
        assertThat(statuses(answer)).containsExactly("200", "412");
        assertThat(scim.get("/Users/" + ann).at("/title")).isEqualTo("one");
    }

    @Test
    @Tag("R-7644-3.7-08")
    @Tag("R-7644-3.7-09")
    @Tag("R-7644-3.7-12")
    @Tag("R-7644-3.7-11")
    @Tag("R-7644-3.7-15")
    void a_failure_has_its_error_and_the_others_go_on(Scim scim) {
        String ann = scim.user("ann");
        Answer answer = bulk(
                scim,
                "",
                user("a", "ANN"),
                operation("DELETE", "/Users/none", "", ""),
                operation("PUT", "/Users/" + ann, "", "{'schemas':['" + USER + "']}"),
                user("b", "bob"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(statuses(answer)).containsExactly("409", "404", "400", "201");
        JsonNode operations = answer.json().path("Operations");
        assertThat(operations.get(0).path("bulkId").asText()).isEqualTo("a");
        assertThat(operations.get(0).has("location")).isFalse();
        assertThat(operations.get(0).at("/response/scimType").asText()).isEqualTo("uniqueness");
        assertThat(operations.get(1).path("location").asText()).isEqualTo(scim.baseUrl() + "/Users/none");
        assertThat(operations.get(2).path("location").asText()).isEqualTo(scim.baseUrl() + "/Users/" + ann);
        for (int i = 0; i < 3; i++) {
            JsonNode error = operations.get(i).path("response");
            assertThat(error.path("schemas").toString()).isEqualTo("[\"" + Scim.MESSAGES + "Error\"]");
            assertThat(error.path("status").asText())
                    .isEqualTo(operations.get(i).path("status").asText());
        }
        assertThat(scim.get("/Users").at("/totalResults")).isEqualTo("2");
    }

    @ParameterizedTest
    @CsvSource({"1,2", "2,4", "3,5", "9,5"})
    @Tag("R-7644-3.7-13")
    void processing_stops_at_that_many_errors(int accepted, int processed, Scim scim) {
        String gone = operation("DELETE", "/Users/none", "", "");
        Answer answer = bulk(
                scim,
                "'failOnErrors':" + accepted + ",",
                user("a", "ann"),
                gone,
                user("b", "bob"),
                gone,
                user("c", "cid"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(statuses(answer))
                .isEqualTo(List.of("201", "404", "201", "404", "201").subList(0, processed));
        assertThat(scim.get("/Users").at("/totalResults"))
                .isEqualTo(Integer.toString(List.of(0, 1, 1, 2, 2, 3).get(processed)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "'failOnErrors':0,", "'failOnErrors':-1,"})
    @Tag("R-7644-3.7-14")
    void without_a_number_of_errors_nothing_stops(String more, Scim scim) {
        String gone = operation("DELETE", "/Users/none", "", "");
        Answer answer = bulk(scim, more, gone, gone, gone, user("a", "ann"));
        assertThat(statuses(answer)).containsExactly("404", "404", "404", "201");
        assertThat(answer.has("failOnErrors")).isFalse();
    }

    @Test
    @Tag("R-7644-3.7.4-01")
    @Tag("R-7644-3.7.4-02")
    @Tag("R-7644-3.7.4-03")
    void both_limits_are_published_and_kept() {
        try (ScimServer server = ScimServer.start(b -> b.bulk(new BulkLimits(true, 2, 2000)))) {
            Scim scim = server.newTenant();
            JsonNode config = scim.get("/ServiceProviderConfig").json().path("bulk");
            assertThat(config.path("maxOperations").asInt()).isEqualTo(2);
            assertThat(config.path("maxPayloadSize").asInt()).isEqualTo(2000);

            Answer many = bulk(scim, "", user("a", "a"), user("b", "b"), user("c", "c"));
            assertThat(many.status()).isEqualTo(413);
            assertThat(many.detail()).contains("2");
            Answer large = bulk(
                    scim, "", operation("POST", "/Users", "a", userBody("a", "'title':'" + "x".repeat(2000) + "'")));
            assertThat(large.status()).isEqualTo(413);
            assertThat(large.detail()).contains("2000");
            assertThat(scim.get("/Users").at("/totalResults")).isEqualTo("0");
            assertThat(statuses(bulk(scim, "", user("a", "a"), user("b", "b")))).containsExactly("201", "201");
        }
    }

    @Test
    @Tag("R-7644-3.7-17")
    void an_operation_reaches_no_further_than_a_request(ScimServer server) {
        Scim acme = server.newTenant();
        String ann = acme.user("ann");
        Scim other = server.newTenant();
        Answer answer = bulk(
                other,
                "",
                operation("DELETE", "/Users/" + ann, "", ""),
                operation("POST", "/Groups", "g", groupBody("G", ann)),
                operation("POST", "/Users", "u", userBody("x", "'unknown':1")));
        assertThat(statuses(answer)).containsExactly("404", "400", "400");
        assertThat(acme.get("/Users/" + ann).status()).isEqualTo(200);
    }
}
