package dev.rollcall.scim.protocol;

import static dev.rollcall.scim.protocol.BulkRequests.bulk;
import static dev.rollcall.scim.protocol.BulkRequests.delete;
import static dev.rollcall.scim.protocol.BulkRequests.id;
import static dev.rollcall.scim.protocol.BulkRequests.operation;
import static dev.rollcall.scim.protocol.BulkRequests.patch;
import static dev.rollcall.scim.protocol.BulkRequests.post;
import static dev.rollcall.scim.protocol.BulkRequests.postUser;
import static dev.rollcall.scim.protocol.BulkRequests.put;
import static dev.rollcall.scim.protocol.BulkRequests.statuses;
import static dev.rollcall.scim.protocol.Server.userBody;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.scim.store.memory.InMemoryStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a bulk request is answered with (RFC 7644 §3.7, §3.7.3). */
class BulkTest {
    private static final String TITLE = "{'op':'replace','path':'title','value':'T'}";

    private final Server server = new Server(InMemoryStore.create());

    @Test
    void each_method_is_done_and_answered_with_a_string_status_location_and_version() {
        String put = server.user("put");
        String patch = server.user("patch");
        String delete = server.user("delete");
        Server.Answer answer = server.post(
                "/Bulk",
                bulk(
                        postUser("qwerty", "alice"),
                        put("/Users/" + put, userBody("put2", "")),
                        patch("/Users/" + patch, TITLE),
                        delete("/Users/" + delete)));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.all("schemas")).containsExactly("urn:ietf:params:scim:api:messages:2.0:BulkResponse");
        assertThat(statuses(answer)).containsExactly("201", "200", "200", "204");
        assertThat(answer.all("Operations.method")).containsExactly("POST", "PUT", "PATCH", "DELETE");
        assertThat(answer.all("Operations.bulkId")).containsExactly("qwerty");
        assertThat(answer.all("Operations.version")).containsExactly("W/\"1\"", "W/\"2\"", "W/\"2\"");
        assertThat(answer.all("Operations.location"))
                .containsExactly(
                        Server.BASE + "/Users/" + id(answer, 0),
                        Server.BASE + "/Users/" + put,
                        Server.BASE + "/Users/" + patch,
                        Server.BASE + "/Users/" + delete);
        assertThat(answer.all("Operations.response")).isEmpty();
        assertThat(answer.json().has("failOnErrors")).isFalse();
        assertThat(server.get("/Users/" + id(answer, 0)).json().path("userName").asText())
                .isEqualTo("alice");
        assertThat(server.get("/Users/" + put).json().path("userName").asText()).isEqualTo("put2");
        assertThat(server.get("/Users/" + patch).json().path("title").asText()).isEqualTo("T");
        assertThat(server.get("/Users/" + delete).status()).isEqualTo(404);
    }

    @Test
    void a_failed_operation_carries_the_whole_error_and_stops_no_other() {
        String user = server.user("taken");
        Server.Answer answer = server.post(
                "/Bulk",
                bulk(
                        postUser("a", "taken"),
                        put("/Users/none", userBody("x", "")),
                        patch("/Users/" + user, "{'op':'replace','path':'noSuch','value':1}"),
                        delete("/Users/none"),
                        postUser("b", "free")));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(statuses(answer)).containsExactly("409", "404", "400", "404", "201");
        assertThat(operation(answer, 0).has("location")).isFalse();
        assertThat(operation(answer, 0).path("bulkId").asText()).isEqualTo("a");
        assertThat(operation(answer, 1).path("location").asText()).isEqualTo(Server.BASE + "/Users/none");
        assertThat(operation(answer, 3).path("location").asText()).isEqualTo(Server.BASE + "/Users/none");
        for (int i = 0; i < 4; i++) {
            JsonNode error = operation(answer, i).path("response");
            assertThat(error.path("schemas").path(0).asText()).isEqualTo("urn:ietf:params:scim:api:messages:2.0:Error");
            assertThat(error.path("status").textValue())
                    .isEqualTo(statuses(answer).get(i));
            assertThat(error.path("detail").asText()).isNotEmpty();
            assertThat(operation(answer, i).has("version")).isFalse();
        }
        assertThat(operation(answer, 0).path("response").path("scimType").asText())
                .isEqualTo("uniqueness");
        assertThat(operation(answer, 2).path("response").path("scimType").asText())
                .isEqualTo("invalidPath");
    }

    @Test
    void the_job_is_200_although_everything_in_it_failed() {
        Server.Answer answer = server.post("/Bulk", bulk(delete("/Users/1"), delete("/Users/2")));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(statuses(answer)).containsExactly("404", "404");
    }

    @Test
    void an_operation_with_a_version_is_done_in_that_version_only() {
        String user = server.user("mira");
        String versioned = "'version':'W/\\\"1\\\"','method'";
        Server.Answer answer = server.post(
                "/Bulk",
                bulk(
                        patch("/Users/" + user, TITLE).replace("'method'", versioned),
                        patch("/Users/" + user, TITLE).replace("'method'", versioned),
                        put("/Users/" + user, userBody("x", "")).replace("'method'", versioned),
                        delete("/Users/" + user).replace("'method'", versioned),
                        delete("/Users/" + user).replace("'method'", "'version':'W/\\\"2\\\"','method'")));
        assertThat(statuses(answer)).containsExactly("200", "412", "412", "412", "204");
    }

    @Test
    void the_headers_of_the_request_are_no_conditions_of_its_operations() {
        String user = server.user("mira");
        Server.Answer answer = server.call(
                "POST", "/Bulk", Server.json(bulk(delete("/Users/" + user))), Map.of("If-Match", "W/\"7\""));
        assertThat(statuses(answer)).containsExactly("204");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'method':'GET','path':'/Users/1'} | invalidValue | GET",
                "{'path':'/Users/1'} | invalidSyntax | method",
                "{'method':7,'path':'/Users/1'} | invalidSyntax | must be a string",
                "{'method':null,'path':'/Users/1'} | invalidSyntax | missing",
                "{'version':{},'method':'DELETE','path':'/Users/1'} | invalidSyntax | must be a string",
                "{'version':{'method':[]},'method':'DELETE','path':'/Users/1'} | invalidSyntax | must be a string",
                "{'method':'DELETE','path':['/Users/1']} | invalidSyntax | must be a string",
                "{'method':'DELETE'} | invalidValue | and is missing",
                "{'method':'DELETE','path':'/Users'} | invalidValue | not \"/Users\"",
                "{'method':'DELETE','path':'/Users/1/2'} | invalidValue | path",
                "{'method':'DELETE','path':'/Users/1?x=y'} | invalidValue | without a query",
                "{'method':'DELETE','path':'/Users/1#x'} | invalidValue | without a query",
                "{'method':'DELETE','path':'?Users/1'} | invalidValue | without a query",
                "{'method':'DELETE','path':'#Users/1'} | invalidValue | without a query",
                "{'method':'DELETE','path':'/Users/%'} | invalidValue | path",
                "{'method':'PUT','path':'/Users/1'} | invalidSyntax | data",
                "{'method':'PATCH','path':'/Users/1','data':null} | invalidSyntax | data",
                "{'method':'PUT','path':'/Users','data':{}} | invalidValue | path",
                "{'method':'POST','path':'/Users/1','bulkId':'x','data':{}} | invalidValue | path",
                "{'method':'POST','path':'/Users','data':{}} | invalidSyntax | bulkId",
                "{'method':'POST','path':'/Users','bulkId':'','data':{}} | invalidSyntax | bulkId",
                "{'method':'POST','path':'/Users','bulkId':'x'} | invalidSyntax | data",
                "{'method':'POST','path':'/Users','bulkId':'x','data':[]} | invalidSyntax | object",
                "{'method':'DELETE','method':'DELETE','path':'/Users/1'} | invalidSyntax | twice",
                "{'method':'POST','path':'/Users','bulkId':'x','data':{'userName':'\\ud800'}} | invalidSyntax | surrogate",
            })
    void an_operation_that_makes_no_sense_fails_alone_and_says_why(String operation, String scimType, String word) {
        Server.Answer answer = server.post("/Bulk", bulk(operation, postUser("ok", "ok")));
        assertThat(statuses(answer)).containsExactly("400", "201");
        JsonNode error = operation(answer, 0).path("response");
        assertThat(error.path("scimType").asText()).isEqualTo(scimType);
        assertThat(error.path("detail").asText()).contains(word);
    }

    @ParameterizedTest
    @CsvSource({
        "/Users/%zz, /Users/%25zz",
        "/Users/a+b, /Users/a%2Bb",
        "Users/a%20b, /Users/a%20b",
        "/Users/1/2, /Users/1/2",
        "'', ''",
    })
    void an_operation_that_fails_is_placed_where_its_path_says_if_it_has_one(String path, String location) {
        Server.Answer answer = server.post("/Bulk", bulk(delete(path)));
        assertThat(operation(answer, 0).path("location").asText())
                .isEqualTo(location.isEmpty() ? "" : Server.BASE + location);
        assertThat(operation(answer, 0).has("location")).isEqualTo(!location.isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/Bulk", "/Nothing", "/Schemas", "/.search", "/Me"})
    void a_post_to_what_is_no_resource_endpoint_fails_alone(String path) {
        Server.Answer answer =
                server.post("/Bulk", bulk(post(path, "x", bulk(delete("/Users/1"))), postUser("b", "b")));
        assertThat(statuses(answer)).containsExactly("404", "201");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            []                                                              | The body must be an object
            {                                                               | JSON
            {'schemas':['${s}']}                                            | "Operations" is missing
            {'schemas':['${s}'],'Operations':[]}                            | "Operations" is missing
            {'schemas':['${s}'],'Operations':null}                          | "Operations" is missing
            {'schemas':['${s}'],'Operations':{}}                            | "Operations" must be an array
            {'schemas':['${s}'],'Operations':[%s,7]}                        | Operations[1] must be an object
            {'schemas':['${s}'],'Operations':[%s],'operations':[%s]}        | twice
            {'schemas':['${s}'],'Operations':[%s]}x                         | JSON
            {'schemas':['${s}'],'Operations':[%s]}{}                        | after its object
            {'schemas':['${s}'],'failOnErrors':'1','Operations':[%s]}       | "failOnErrors" must be
            {'schemas':['urn:x'],'Operations':[%s]}                         | BulkRequest
            {'schemas':'${s}','Operations':[%s]}                            | "schemas" must be an array
            {'schemas':['${s}',7],'Operations':[%s]}                        | An entry of "schemas"
            {'Operations':[%s]}                                             | BulkRequest
            """)
    void a_request_that_is_none_is_refused_as_a_whole(String body, String hint) {
        Server.Answer answer = server.post(
                "/Bulk",
                body.replace("${s}", "urn:ietf:params:scim:api:messages:2.0:BulkRequest")
                        .replace("%s", postUser("a", "alice")));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.scimType()).isEqualTo("invalidSyntax");
        assertThat(answer.detail()).contains(hint);
        assertThat(server.get("/Users").json().path("totalResults").asInt()).isZero();
    }

    @Test
    void two_operations_of_one_bulkId_refuse_the_whole_request() {
        Server.Answer answer = server.post("/Bulk", bulk(postUser("a", "alice"), postUser("a", "bob")));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.scimType()).isEqualTo("invalidSyntax");
        assertThat(answer.detail()).contains("Operations[1]", "\"a\"", "unique");
        assertThat(server.get("/Users").json().path("totalResults").asInt()).isZero();
    }

    @Test
    void names_of_the_envelope_have_no_case_and_methods_may_be_in_lower_case() {
        Server.Answer answer = server.post(
                "/Bulk",
                "{'SCHEMAS':['urn:ietf:params:scim:api:messages:2.0:bulkrequest'],'operations':[{'METHOD':'post',"
                        + "'Path':'Users','BULKID':'a','Data':" + userBody("alice", "") + ",'more':{}}],"
                        + "'more':{'operations':[{'x':[]}]}}");
        assertThat(statuses(answer)).containsExactly("201");
        assertThat(operation(answer, 0).path("method").asText()).isEqualTo("POST");
    }

    @ParameterizedTest
    @CsvSource({"-1, 5", "0, 5", "1, 2", "2, 4", "3, 5", "4, 5", "2147483648, 5", "99999999999, 5", "null, 5"})
    void processing_stops_when_as_many_errors_as_said_have_come(String failOnErrors, int done) {
        Server.Answer answer = server.post(
                "/Bulk",
                bulk(
                                postUser("a", "a"),
                                delete("/Users/none"),
                                postUser("b", "b"),
                                delete("/Users/none2"),
                                delete("/Users/none3"))
                        .replace("'Operations'", "'failOnErrors':" + failOnErrors + ",'Operations'"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(statuses(answer))
                .isEqualTo(List.of("201", "404", "201", "404", "404").subList(0, done));
        assertThat(server.get("/Users").all("Resources.userName"))
                .isEqualTo(done > 2 ? List.of("a", "b") : List.of("a"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void a_failure_at_operation_700_of_1000_leaves_what_the_rfc_says(int failOnErrors) {
        List<String> operations = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            operations.add(i == 699 ? postUser("b699", "u0") : postUser("b" + i, "u" + i));
        }
        Server.Answer answer = server.post("/Bulk", bulk(failOnErrors, operations));
        int done = failOnErrors == 1 ? 700 : 1000;
        List<String> expected =
                IntStream.range(0, done).mapToObj(i -> i == 699 ? "409" : "201").toList();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(statuses(answer)).isEqualTo(expected);
        assertThat(answer.all("Operations.bulkId"))
                .isEqualTo(IntStream.range(0, done).mapToObj(i -> "b" + i).toList());
        assertThat(server.get("/Users?count=0").json().path("totalResults").asInt())
                .isEqualTo(done - 1);
        assertThat(server.get("/Users?filter=userName eq \"u698\"").all("Resources.userName"))
                .containsExactly("u698");
        assertThat(server.get("/Users?filter=userName eq \"u700\"").all("Resources.userName"))
                .hasSize(failOnErrors == 1 ? 0 : 1);
    }

    @Test
    void other_methods_than_post_are_405() {
        Server.Answer answer = server.get("/Bulk");
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.headers()).containsEntry("Allow", "POST");
    }
}
