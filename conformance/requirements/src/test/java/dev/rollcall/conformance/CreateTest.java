package dev.rollcall.conformance;

import static dev.rollcall.conformance.server.Refusals.refused;
import static dev.rollcall.conformance.server.Scim.ENTERPRISE;
import static dev.rollcall.conformance.server.Scim.GROUP;
import static dev.rollcall.conformance.server.Scim.USER;
import static dev.rollcall.conformance.server.Scim.groupBody;
import static dev.rollcall.conformance.server.Scim.userBody;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.conformance.server.Answer;
import dev.rollcall.conformance.server.Scim;
import dev.rollcall.conformance.server.SharedServer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 7644 §3.3. */
class CreateTest {
    @RegisterExtension
    static final SharedServer SERVER = SharedServer.withThings();

    /** Of a tenant in which nothing is ever created. */
    private static Scim fresh;

    @BeforeAll
    static void tenant(Scim scim) {
        fresh = scim;
    }

    @Test
    @Tag("R-7644-3.3-04")
    @Tag("R-7644-3.3-06")
    void post_answers_201_with_the_location_in_header_and_body(Scim scim) {
        Answer created = scim.post("/Users", userBody("bjensen", ""));

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("Location"))
                .isEqualTo(scim.baseUrl() + "/Users/" + created.id())
                .isEqualTo(created.at("/meta/location"));
        String path = created.header("Location").substring(scim.baseUrl().length());
        assertThat(scim.get(path).at("/userName")).isEqualTo("bjensen");

        Answer group = scim.post("/Groups", groupBody("Staff", created.id()));
        assertThat(group.status()).isEqualTo(201);
        assertThat(group.header("Location"))
                .isEqualTo(scim.baseUrl() + "/Groups/" + group.id())
                .isEqualTo(group.at("/meta/location"));
    }

    @Test
    @Tag("R-7644-3.3-05")
    @Tag("R-7644-3.3-12")
    void the_answer_is_the_resource_as_it_is_stored_with_its_version(Scim scim) {
        String body = "{'schemas':['" + USER + "','" + ENTERPRISE + "'],'userName':'anna','externalId':'x1',"
                + "'name':{'familyName':'Berg'},'emails':[{'value':'a@x.example','type':'work','primary':true}],"
                + "'" + ENTERPRISE + "':{'department':'Sales'}}";

        Answer created = scim.post("/Users", body);

        assertThat(created.text()).isEqualTo(scim.get("/Users/" + created.id()).text());
        assertThat(created.at("/externalId")).isEqualTo("x1");
        assertThat(created.at("/name/familyName")).isEqualTo("Berg");
        assertThat(created.all("emails.value")).containsExactly("a@x.example");
        assertThat(created.json().path(ENTERPRISE).path("department").asText()).isEqualTo("Sales");
        assertThat(created.header("ETag"))
                .isNotBlank()
                .isEqualTo(created.version())
                .isEqualTo(scim.get("/Users/" + created.id()).header("ETag"));
    }

    @Test
    @Tag("R-7644-3.3-01")
    @Tag("R-7644-3.3-08")
    void what_is_read_only_is_passed_over(Scim scim) {
        String group = scim.group("Staff");

        Answer created = scim.post(
                "/Users",
                "{'schemas':['" + USER + "','" + ENTERPRISE + "'],'userName':'anna','id':'mine',"
                        + "'meta':{'resourceType':'Group','created':'2001-01-01T00:00:00Z','version':'mine',"
                        + "'location':'https://evil.example/'},'groups':[{'value':'" + group + "'}],"
                        + "'" + ENTERPRISE + "':{'manager':{'value':'m1','displayName':'Mine'}}}");

        assertThat(created.status()).as(created.text()).isEqualTo(201);
        assertThat(created.id()).isNotEqualTo("mine");
        assertThat(created.at("/meta/resourceType")).isEqualTo("User");
        assertThat(created.at("/meta/created")).doesNotStartWith("2001");
        assertThat(created.version()).isNotEqualTo("mine");
        assertThat(created.at("/meta/location")).isEqualTo(scim.baseUrl() + "/Users/" + created.id());
        assertThat(created.has("groups")).isFalse();
        assertThat(created.text()).doesNotContain("Mine");
        assertThat(scim.get("/Users/mine").status()).isEqualTo(404);
        assertThat(scim.get("/Groups/" + group).has("members")).isFalse();
        assertThat(scim.post("/Things", SharedServer.thingBody("anvil", "'stock':'7'"))
                        .has("stock"))
                .isFalse();
    }

    @Test
    @Tag("R-7644-3.3-08")
    void the_endpoint_decides_the_type(Scim scim) {
        assertThat(scim.post("/Users", userBody("anna", "")).at("/meta/resourceType"))
                .isEqualTo("User");
        assertThat(scim.post("/Groups", groupBody("Staff")).at("/meta/resourceType"))
                .isEqualTo("Group");
        assertThat(scim.post("/Things", SharedServer.thingBody("anvil", "")).at("/meta/resourceType"))
                .isEqualTo("Thing");
    }

    @Test
    @Tag("R-7644-3.3-02")
    void who_is_not_said_to_be_inactive_is_active(Scim scim) {
        Answer created = scim.post("/Users", userBody("anna", ""));

        assertThat(created.json().path("active").isBoolean()).isTrue();
        assertThat(created.json().path("active").booleanValue()).isTrue();
        assertThat(scim.post("/Users", userBody("bert", "'active':false"))
                        .json()
                        .path("active")
                        .booleanValue())
                .isFalse();
        assertThat(created.has("title")).isFalse();
    }

    @Test
    @Tag("R-7644-3.3-07")
    @Tag("DEC-01")
    void a_name_that_is_taken_is_a_conflict(Scim scim) {
        scim.user("anna");

        for (String name : List.of("anna", "ANNA", "Anna")) {
            assertThat(refused(scim.post("/Users", userBody(name, "'title':'Dean'")), 409, "uniqueness")
                            .detail())
                    .contains("userName");
        }
        assertThat(scim.get("/Users").all("Resources.userName")).containsExactly("anna");
        assertThat(scim.post("/Users", userBody("anna2", "")).status()).isEqualTo(201);
    }

    @Test
    @Tag("R-7644-3.3-09")
    void the_id_is_for_the_server_to_choose(Scim scim) {
        String anna = scim.user("anna");

        for (String id : List.of(anna, "new")) {
            assertThat(scim.post("/Users/" + id, userBody("bert", "")).status()).isEqualTo(405);
        }
        assertThat(scim.get("/Users").all("Resources.userName")).containsExactly("anna");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'userName':'anna'}",
                "{'schemas':[],'userName':'anna'}",
                "{'schemas':null,'userName':'anna'}",
                "{'schemas':['" + ENTERPRISE + "'],'userName':'anna'}",
                "{'schemas':['" + GROUP + "'],'userName':'anna'}",
                "{'schemas':['" + GROUP + "'],'displayName':'anna'}",
                "{'schemas':['" + USER + "','" + GROUP + "'],'userName':'anna'}",
                "{'schemas':['" + USER + "','urn:example:nothing'],'userName':'anna'}",
                "{'schemas':['User'],'userName':'anna'}",
                "{'schemas':[5],'userName':'anna'}"
            })
    @Tag("R-7644-3.3-10")
    void a_body_says_what_it_is(String body) {
        Answer answer = fresh.post("/Users", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.scimType()).isIn("invalidSyntax", "invalidValue");
        assertThat(fresh.get("/Users").all("Resources.id")).isEmpty();
    }

    @Test
    @Tag("R-7644-3.3-10")
    void a_missing_schema_is_an_error_of_syntax(Scim scim) {
        refused(scim.post("/Users", "{'userName':'anna'}"), 400, "invalidSyntax");
        refused(scim.post("/Users", "{'schemas':[],'userName':'anna'}"), 400, "invalidSyntax");
        refused(scim.post("/Users", "{'schemas':['" + ENTERPRISE + "'],'userName':'anna'}"), 400, "invalidSyntax");
    }

    @Test
    @Tag("R-7644-3.3-13")
    void of_many_who_create_the_same_name_at_once_one_succeeds(Scim scim) throws Exception {
        int callers = 8;
        ExecutorService pool = Executors.newFixedThreadPool(callers);
        try {
            for (int round = 0; round < 5; round++) {
                String body = userBody("same" + round, "");
                List<Callable<Integer>> calls = new ArrayList<>();
                for (int i = 0; i < callers; i++) {
                    calls.add(() -> scim.post("/Users", body).status());
                }
                List<Integer> statuses = new ArrayList<>();
                for (Future<Integer> call : pool.invokeAll(calls)) {
                    statuses.add(call.get());
                }
                assertThat(statuses).containsOnly(201, 409);
                assertThat(statuses.stream().filter(status -> status == 201)).hasSize(1);
            }
            assertThat(scim.get("/Users").json().at("/totalResults").intValue()).isEqualTo(5);
        } finally {
            pool.shutdownNow();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",'userName':null", ",'userName':''", ",'userName':'  '", ",'userName':[]"})
    @Tag("R-7644-3.3-14")
    void what_is_required_has_a_value(String userName) {
        refused(fresh.post("/Users", "{'schemas':['" + USER + "']" + userName + "}"), 400, "invalidValue");
        assertThat(fresh.get("/Users").all("Resources.id")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'owners':[{'value':'mira'}]",
                "'name':'anvil'",
                "'name':'anvil','owners':[]",
                "'name':'anvil','owners':null",
                "'name':null,'owners':[{'value':'mira'}]",
                "'name':'anvil','owners':[{'share':3}]",
                "'name':'anvil','owners':[{'value':null}]"
            })
    @Tag("R-7644-3.3-14")
    void so_it_is_with_several_values_and_their_parts(String members) {
        refused(
                fresh.post("/Things", "{'schemas':['" + SharedServer.THING + "']," + members + "}"),
                400,
                "invalidValue");
        assertThat(fresh.get("/Things").all("Resources.id")).isEmpty();
    }
}
