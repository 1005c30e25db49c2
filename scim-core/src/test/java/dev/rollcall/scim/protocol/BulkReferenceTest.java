package dev.rollcall.scim.protocol;

import static dev.rollcall.scim.protocol.BulkRequests.bulk;
import static dev.rollcall.scim.protocol.BulkRequests.delete;
import static dev.rollcall.scim.protocol.BulkRequests.id;
import static dev.rollcall.scim.protocol.BulkRequests.manager;
import static dev.rollcall.scim.protocol.BulkRequests.operation;
import static dev.rollcall.scim.protocol.BulkRequests.patch;
import static dev.rollcall.scim.protocol.BulkRequests.post;
import static dev.rollcall.scim.protocol.BulkRequests.postGroup;
import static dev.rollcall.scim.protocol.BulkRequests.postUser;
import static dev.rollcall.scim.protocol.BulkRequests.put;
import static dev.rollcall.scim.protocol.BulkRequests.statuses;
import static dev.rollcall.scim.protocol.Server.userBody;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.codec.Quirk;
import dev.rollcall.scim.codec.Tolerance;
import dev.rollcall.scim.protocol.password.PasswordPolicy;
import dev.rollcall.scim.schema.Attribute;
import dev.rollcall.scim.schema.AttributeType;
import dev.rollcall.scim.schema.ResourceTypeDefinition;
import dev.rollcall.scim.schema.Schema;
import dev.rollcall.scim.store.Store;
import dev.rollcall.scim.store.memory.InMemoryStore;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** References to resources that the same request makes (RFC 7644 §3.7.1, §3.7.2). */
class BulkReferenceTest {
    private static final String STORES = "dev.rollcall.scim.protocol.Stores#all";
    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    private static final PasswordPolicy ANY_PASSWORD =
            PasswordPolicy.builder().minLength(1).build();

    private static String addMember(String id) {
        return "{'op':'add','path':'members','value':[{'value':'" + id + "'}]}";
    }

    private static String managerOf(Server server, String user) {
        return server.get("/Users/" + user)
                .json()
                .path(ENTERPRISE)
                .path("manager")
                .path("value")
                .asText();
    }

    private static List<String> membersOf(Server server, String group) {
        return server.get("/Groups/" + group).all("members.value");
    }

    @ParameterizedTest
    @MethodSource(STORES)
    void a_resource_can_be_referred_to_after_it_was_made_and_before(Store store) {
        Server server = new Server(store, b -> b.options(Options.STRICT));
        Server.Answer answer = server.post(
                "/Bulk",
                bulk(
                        postGroup("before", "Before", "bulkId:alice"),
                        post(
                                "/Users",
                                "bob",
                                "{'schemas':['urn:ietf:params:scim:schemas:core:2.0:User','" + ENTERPRISE
                                        + "'],'userName':'bob'," + manager("bulkId:alice") + "}"),
                        postUser("alice", "alice"),
                        postGroup("after", "After", "bulkId:alice", "bulkId:bob")));
        assertThat(statuses(answer)).containsExactly("201", "201", "201", "201");
        assertThat(answer.all("Operations.bulkId")).containsExactly("before", "bob", "alice", "after");
        String alice = id(answer, 2);
        assertThat(membersOf(server, id(answer, 0))).containsExactly(alice);
        assertThat(managerOf(server, id(answer, 1))).isEqualTo(alice);
        assertThat(membersOf(server, id(answer, 3))).containsExactlyInAnyOrder(alice, id(answer, 1));
    }

    @ParameterizedTest
    @MethodSource(STORES)
    void the_path_of_an_operation_can_be_a_reference(Store store) {
        Server server = new Server(store);
        Server.Answer answer = server.post(
                "/Bulk",
                bulk(
                        patch("/Users/bulkId:a", "{'op':'add','path':'title','value':'T'}"),
                        put("/Users/bulkId:b", userBody("b2", "")),
                        delete("/Users/bulkId%3Ac"),
                        postUser("a", "a"),
                        postUser("b", "b"),
                        postUser("c", "c")));
        assertThat(statuses(answer)).containsExactly("200", "200", "204", "201", "201", "201");
        assertThat(operation(answer, 0).path("location"))
                .isEqualTo(operation(answer, 3).path("location"));
        assertThat(operation(answer, 2).path("location"))
                .isEqualTo(operation(answer, 5).path("location"));
        assertThat(server.get("/Users/" + id(answer, 3)).json().path("title").asText())
                .isEqualTo("T");
        assertThat(server.get("/Users").all("Resources.userName")).containsExactlyInAnyOrder("a", "b2");
    }

    @ParameterizedTest
    @MethodSource(STORES)
    void values_and_filters_of_a_patch_can_be_references(Store store) {
        Server server = new Server(store);
        String group = server.group("G", server.user("old"));
        Server.Answer answer = server.post(
                "/Bulk",
                bulk(
                        patch("/Groups/" + group, addMember("bulkId:a"), addMember("bulkId:b"), addMember("bulkId:c")),
                        patch(
                                "/Groups/" + group,
                                "{'op':'remove','path':'members[value eq \\\"bulkId:a\\\"]'}",
                                "{'op':'remove','path':'members','value':[{'value':'bulkId:b'}]}"),
                        patch("/Users/bulkId:a", "{'op':'add','path':'" + ENTERPRISE + ":manager','value':'bulkId:b'}"),
                        patch("/Users/bulkId:b", "{'op':'add','value':{" + manager("bulkId:c") + "}}"),
                        patch("/Users/bulkId:c", "{'op':'add','value':{'" + ENTERPRISE + ":manager':'bulkId:a'}}"),
                        patch(
                                "/Groups/" + group,
                                "{'op':'add','value':{'members[value eq \\\"bulkId:a\\\"]':{'value':'bulkId:a'}}}"),
                        patch("/Groups/" + group, "{'op':'remove','path':'members[value eq bulkId:a]'}"),
                        postUser("a", "a"),
                        postUser("b", "b"),
                        postUser("c", "c")));
        assertThat(statuses(answer)).containsOnly("200", "201");
        assertThat(managerOf(server, id(answer, 7))).isEqualTo(id(answer, 8));
        assertThat(managerOf(server, id(answer, 8))).isEqualTo(id(answer, 9));
        assertThat(managerOf(server, id(answer, 9))).isEqualTo(id(answer, 7));
        assertThat(membersOf(server, group)).hasSize(2).contains(id(answer, 9));
    }

    @Test
    void json_in_a_string_is_read_for_references_too() {
        Server server = new Server(
                InMemoryStore.create(),
                b -> b.options(Options.DEFAULT.withTolerance(Tolerance.DEFAULT.with(Quirk.LENIENT_JSON_STRING_VALUE))));
        String user = server.user("mira");
        Server.Answer answer = server.post(
                "/Bulk",
                bulk(
                        patch(
                                "/Users/" + user,
                                "{'op':'add','value':'{\\\"" + ENTERPRISE
                                        + "\\\":{\\\"manager\\\":{\\\"value\\\":\\\"bulkId:a\\\"}}}'}"),
                        patch("/Users/" + user, "{'op':'add','path':'title','value':'{\\\"bulkId:a\\\"} is JSON'}"),
                        postUser("a", "a")));
        assertThat(statuses(answer)).containsExactly("200", "200", "201");
        assertThat(managerOf(server, user)).isEqualTo(id(answer, 2));
        assertThat(server.get("/Users/" + user).json().path("title").asText()).isEqualTo("{\"bulkId:a\"} is JSON");
    }

    @Test
    void the_end_of_a_reference_can_be_one_and_a_text_that_speaks_of_one_is_none() {
        Schema schema = Schema.of(
                "urn:example:Desk",
                "Desk",
                null,
                List.of(
                        Attribute.named("owner", AttributeType.REFERENCE)
                                .referenceTypes(List.of("User"))
                                .build(),
                        Attribute.named("note", AttributeType.STRING).build()));
        Server server = new Server(InMemoryStore.create(), b -> b.extension("User", schema));
        String speaking = "see bulkId:a and https://x/Users/bulkId:a";
        Server.Answer answer = server.post(
                "/Bulk",
                bulk(
                        postUser(
                                "b",
                                "b",
                                "'title':'" + speaking + "','nickName':'bulkId: a way to name'",
                                "'displayName':'xbulkId:a','profileUrl':'https://x/bulkId:a'",
                                "'urn:example:Desk':{'owner':'../Users/bulkId:a','note':'../Users/bulkId:a'}"),
                        post(
                                "/Groups",
                                "g",
                                "{'schemas':['urn:ietf:params:scim:schemas:core:2.0:Group'],'displayName':'G','members':"
                                        + "[{'value':'bulkId:a','$ref':'" + Server.BASE + "/Users/bulkId%3Aa'}]}"),
                        postUser("a", "a")));
        assertThat(statuses(answer)).containsExactly("201", "201", "201");
        var user = server.get("/Users/" + id(answer, 0)).json();
        assertThat(user.path("title").asText()).isEqualTo(speaking);
        assertThat(user.path("nickName").asText()).isEqualTo("bulkId: a way to name");
        assertThat(user.path("displayName").asText()).isEqualTo("xbulkId:a");
        assertThat(user.path("profileUrl").asText()).isEqualTo("https://x/bulkId:a");
        assertThat(user.path("urn:example:Desk").path("owner").asText()).isEqualTo("../Users/" + id(answer, 2));
        assertThat(user.path("urn:example:Desk").path("note").asText()).isEqualTo("../Users/bulkId:a");
    }

    @Test
    void a_password_is_never_a_reference_and_never_told() {
        List<String> heard = new ArrayList<>();
        Server server = new Server(
                InMemoryStore.create(),
                b -> b.passwords(change -> heard.add(change.password().text()), ANY_PASSWORD));
        String user = server.user("mira");
        Server.Answer answer = server.post(
                "/Bulk",
                bulk(
                        postUser("a", "a", "'password':'bulkId:a'"),
                        postUser("b", "b", "'password':'bulkId:s3cret'"),
                        patch("/Users/" + user, "{'op':'replace','value':'bulkId:s3cret','path':'password'}"),
                        patch("/Users/" + user, "{'op':'replace','value':{'password':'bulkId:a'}}")));
        assertThat(statuses(answer)).containsExactly("201", "201", "200", "200");
        assertThat(answer.text()).doesNotContain("s3cret");
        assertThat(heard).containsExactly("bulkId:a", "bulkId:s3cret", "bulkId:s3cret", "bulkId:a");
    }

    @Test
    void a_bulkId_can_be_any_text() {
        Server server = new Server(InMemoryStore.create());
        for (String bulkId : List.of("with space", "ü/%41", "a:b", "bulkId:x")) {
            Server.Answer answer = server.post(
                    "/Bulk", bulk(postGroup("g", "G", "bulkId:" + bulkId), postUser(bulkId, "user of " + bulkId)));
            assertThat(statuses(answer)).containsExactly("201", "201");
            assertThat(membersOf(server, id(answer, 0))).containsExactly(id(answer, 1));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'method':'DELETE','path':'/Users/bulkId:%s'}",
                "{'method':'PATCH','path':'/Users/bulkId:%s','data':{}}",
                "{'method':'POST','path':'/Groups','bulkId':'g','data':{'schemas':['urn:ietf:params:scim:schemas:core:2.0:Group'],'displayName':'G','members':[{'value':'bulkId:%s'}]}}",
                "{'method':'PATCH','path':'/Users/USER','data':{'Operations':[{'op':'add','path':'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager','value':'bulkId:%s'}]}}",
                "{'method':'PATCH','path':'/Users/USER','data':{'Operations':[{'op':'add','path':'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.$ref','value':'../Users/bulkId:%s'}]}}",
                "{'method':'PATCH','path':'/Groups/GROUP','data':{'Operations':[{'op':'remove','path':'members[value eq \\\"bulkId:%s\\\"]'}]}}",
            })
    void a_reference_that_leads_nowhere_is_409_and_nothing_of_it_is_stored(String operation) {
        Server server = new Server(InMemoryStore.create());
        String user = server.user("mira");
        String group = server.group("G", user);
        String placed = operation.replace("USER", user).replace("GROUP", group);
        for (String bulkId : List.of("unknown", "", "failed", "put")) {
            Server.Answer answer = server.post(
                    "/Bulk",
                    bulk(
                            postUser("failed", "mira"),
                            put("/Users/" + user, userBody("mira", "")).replace("'method'", "'bulkId':'put','method'"),
                            placed.replace("%s", bulkId)));
            assertThat(statuses(answer)).containsExactly("409", "200", "409");
            assertThat(operation(answer, 2).path("response").path("detail").asText())
                    .contains("\"bulkId:" + bulkId + "\"")
                    .contains(bulkId.equals("failed") ? "Operations[0]" : "no");
        }
        assertThat(server.get("/Users").text() + server.get("/Groups").text()).doesNotContain("bulkId");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void an_operation_that_waits_keeps_its_place_among_those_on_the_same_resource(boolean delete) {
        Server server = new Server(InMemoryStore.create());
        String user = server.user("mira");
        Server.Answer answer = server.post(
                "/Bulk",
                bulk(
                        patch("/Users/" + user, "{'op':'add','value':{'title':'1'," + manager("bulkId:a") + "}}"),
                        delete
                                ? delete("/Users/" + user)
                                : patch("/Users/" + user, "{'op':'add','path':'title','value':'2'}"),
                        postUser("a", "a")));
        assertThat(statuses(answer)).containsExactly("200", delete ? "204" : "200", "201");
        if (!delete) {
            assertThat(server.get("/Users/" + user).json().path("title").asText())
                    .isEqualTo("2");
        }
    }

    @Test
    void what_waits_for_something_that_is_not_done_any_more_is_not_done_either() {
        Server server = new Server(InMemoryStore.create());
        Server.Answer answer = server.post(
                "/Bulk",
                bulk(
                        1,
                        List.of(
                                postGroup("g", "G", "bulkId:late"),
                                postUser("a", "a"),
                                delete("/Users/none"),
                                postUser("late", "late"))));
        assertThat(statuses(answer)).containsExactly("201", "404");
        assertThat(answer.all("Operations.method")).containsExactly("POST", "DELETE");
        assertThat(server.get("/Groups").json().path("totalResults").asInt()).isZero();
    }

    @Test
    void data_and_text_of_any_depth_fail_for_their_operation_alone() {
        Server server = new Server(InMemoryStore.create());
        String deep = "[".repeat(1_020) + "]".repeat(1_020);
        String wrapped = "{\\u0022bulkId:x\\u0022:" + "[".repeat(5_000);
        Server.Answer answer = server.post(
                "/Bulk",
                bulk(
                        "{'method':'PUT','path':'/Users/1','data':{'a':" + deep + "}}",
                        patch("/Users/1", "{'op':'add','value':'" + wrapped + "'}"),
                        postUser("x", "mira")));
        assertThat(statuses(answer)).containsExactly("400", "400", "201");
    }

    @Test
    void a_name_that_a_secret_shares_with_a_reference_still_holds_references() {
        Schema thing = Schema.builder("urn:example:Thing")
                .attribute(
                        "credential",
                        AttributeType.COMPLEX,
                        a -> a.subAttribute("value", AttributeType.STRING, s -> s.writeOnly()))
                .attribute("owner", AttributeType.COMPLEX, a -> a.subAttribute("value", AttributeType.STRING))
                .build();
        Server server = new Server(
                InMemoryStore.create(),
                b -> b.schema(thing)
                        .resourceType(ResourceTypeDefinition.builder("Thing")
                                .endpoint("/Things")
                                .schema(thing)
                                .build()));
        Server.Answer answer = server.post(
                "/Bulk",
                bulk(
                        postUser("u", "mira"),
                        post("/Things", "t", "{'schemas':['urn:example:Thing'],'owner':{'value':'bulkId:u'}}")));
        assertThat(statuses(answer)).containsExactly("201", "201");
        assertThat(server.get("/Things").all("Resources.owner.value")).containsExactly(id(answer, 0));
    }

    @Test
    void an_endpoint_that_is_none_is_named_as_the_operation_has_it() {
        Server.Answer answer = new Server(InMemoryStore.create()).post("/Bulk", bulk(post("/Me", "x", "{}")));
        assertThat(operation(answer, 0).path("response").path("detail").asText())
                .startsWith("There is no endpoint /Me;");
    }
}
