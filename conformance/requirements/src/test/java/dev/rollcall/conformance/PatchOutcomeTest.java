package dev.rollcall.conformance;

import static dev.rollcall.conformance.server.SharedServer.thing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.conformance.server.Answer;
import dev.rollcall.conformance.server.Refusals;
import dev.rollcall.conformance.server.Scim;
import dev.rollcall.conformance.server.ScimServer;
import dev.rollcall.conformance.server.SharedServer;
import dev.rollcall.scim.protocol.Paging;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What PATCH leaves behind, and what it answers (RFC 7644 §3.5.2). */
class PatchOutcomeTest {
    @RegisterExtension
    static final SharedServer SERVER = SharedServer.withThings();

    private static final String OPERATION = "{'op':'replace','path':'title','value':'Dean'}";

    private static ScimServer server;

    @BeforeAll
    static void server(ScimServer shared) {
        server = shared;
    }

    private static Scim client() {
        return server.newTenant();
    }

    @Test
    @Tag("R-7644-3.5.2-15")
    void operations_apply_one_after_the_other(Scim scim) {
        String user = "/Users/" + scim.user("anna", "'title':'a'");

        Answer done = scim.patch(
                user,
                "{'op':'remove','path':'title'},"
                        + "{'op':'add','path':'emails','value':[{'value':'a@x.example','type':'work'}]},"
                        + "{'op':'replace','path':'emails[type eq \\'work\\'].value','value':'b@x.example'},"
                        + "{'op':'add','path':'nickName','value':'first'},"
                        + "{'op':'replace','path':'nickName','value':'second'}");

        assertThat(done.status()).isEqualTo(200);
        assertThat(done.has("title")).isFalse();
        assertThat(done.all("emails.value")).containsExactly("b@x.example");
        assertThat(done.at("/nickName")).isEqualTo("second");
        Refusals.patch(
                scim,
                user,
                "{'op':'remove','path':'emails'},{'op':'replace','path':'emails[type eq \\'work\\'].value','value':'c'}",
                400,
                "noTarget");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'op':'add','path':'title','value':{'a':1}}|invalidValue",
                "{'op':'replace','path':'emails[type eq \\'other\\'].value','value':'x'}|noTarget",
                "{'op':'replace','path':'id','value':'x'}|mutability",
                "{'op':'remove','path':'userName'}|mutability",
                "{'op':'add','path':'shoeSize','value':'x'}|invalidPath",
                "{'op':'jump','path':'title','value':'x'}|invalidSyntax",
                "{'op':'remove'}|noTarget",
                "{'op':'add','path':'emails','value':[{'value':'y','primary':true},{'value':'z','primary':true}]}|invalidValue"
            })
    @Tag("R-7644-3.5.2-17")
    @Tag("R-7644-3.5.2-18")
    @Tag("R-7644-3.5.2-26")
    void one_operation_that_fails_undoes_all_and_is_named(String failing) {
        Scim scim = client();
        String user = "/Users/" + scim.user("anna", "'title':'Dean','emails':[{'value':'a','type':'work'}]");
        String operation = failing.substring(0, failing.lastIndexOf('|'));
        String scimType = failing.substring(failing.lastIndexOf('|') + 1);
        String good = "{'op':'replace','path':'nickName','value':'Anni'},{'op':'remove','path':'title'}";

        Answer middle = Refusals.patch(
                scim, user, good + "," + operation + ",{'op':'add','path':'displayName','value':'A'}", 400, scimType);

        boolean whole = scimType.equals("invalidValue") && operation.contains("primary");
        assertThat(middle.detail()).contains(whole ? "emails" : "Operations[2]");
    }

    @Test
    @Tag("R-7644-3.5.2-17")
    @Tag("R-7644-3.5.2-18")
    @Tag("R-7644-3.5.2-21")
    @Tag("DEC-01")
    void a_name_that_is_taken_undoes_all(Scim scim) {
        scim.user("anna");
        String bert = "/Users/" + scim.user("bert", "'title':'Dean'");

        Refusals.patch(
                scim,
                bert,
                "{'op':'replace','path':'title','value':'Clerk'},{'op':'replace','path':'userName','value':'ANNA'}",
                409,
                "uniqueness");
        assertThat(scim.patch(bert, "{'op':'replace','path':'userName','value':'BERT'}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    @Tag("R-7644-3.5.2-21")
    void what_comes_out_is_checked_as_a_whole(Scim scim) {
        String anvil = "/Things/" + thing(scim, "anvil", "");

        Refusals.patch(
                scim,
                anvil,
                "{'op':'add','path':'owners','value':[{'value':'a','primary':true},{'value':'b','primary':true}]}",
                400,
                "invalidValue");
        Refusals.patch(scim, anvil, "{'op':'replace','path':'owners','value':[{'share':3}]}", 400, "invalidValue");
        Refusals.patch(scim, anvil, "{'op':'replace','path':'name','value':''}", 400, "invalidValue");
        Refusals.patch(scim, anvil, "{'op':'replace','value':{'name':null}}", 400, "invalidValue");
    }

    @Test
    @Tag("R-7644-3.5.2-19")
    void success_shows_the_whole_resource_and_its_version(Scim scim) {
        Answer created = scim.post("/Users", Scim.userBody("anna", "'nickName':'Anni'"));
        String user = "/Users/" + created.id();

        Answer done = scim.patch(user, OPERATION);

        assertThat(done.status()).isEqualTo(200);
        assertThat(done.text()).isEqualTo(scim.get(user).text());
        assertThat(done.at("/nickName")).isEqualTo("Anni");
        assertThat(done.header("ETag")).isEqualTo(done.version()).isNotEqualTo(created.version());
        assertThat(scim.patch(user + "?excludedAttributes=title", OPERATION).has("title"))
                .isFalse();
    }

    @Test
    @Tag("R-7644-3.5.2-19")
    @Tag("R-7644-3.5.2-20")
    @Tag("DEC-13")
    void a_large_group_is_shown_to_who_names_attributes_and_has_a_version_for_all() {
        try (ScimServer few = ScimServer.start(rollcall -> rollcall.paging(new Paging(10, 10, 2)))) {
            Scim scim = few.newTenant();
            String group = "/Groups/" + scim.group("Staff", scim.user("a"), scim.user("b"));
            String third = scim.user("c");
            assertThat(scim.patch(group, "{'op':'replace','path':'displayName','value':'S'}")
                            .status())
                    .isEqualTo(200);

            Answer silent = scim.patch(group, "{'op':'add','path':'members','value':[{'value':'" + third + "'}]}");
            assertThat(silent.status()).isEqualTo(204);
            assertThat(silent.text()).isEmpty();
            assertThat(silent.header("ETag")).isEqualTo(scim.get(group).version());
            assertThat(scim.get(group).all("members.value")).hasSize(3);

            Answer named = scim.patch(
                    group + "?attributes=displayName", "{'op':'replace','path':'displayName','value':'All'}");
            assertThat(named.status()).isEqualTo(200);
            assertThat(named.at("/displayName")).isEqualTo("All");
            assertThat(named.has("members")).isFalse();
            assertThat(scim.patch(group + "?excludedAttributes=members", "{'op':'remove','path':'externalId'}")
                            .at("/displayName"))
                    .isEqualTo("All");
        }
    }

    @Test
    @Tag("R-7644-3.5.2-22")
    void who_is_not_there_cannot_be_changed(Scim scim) {
        String anna = scim.user("anna");

        assertThat(scim.patch("/Users/unknown", OPERATION).status()).isEqualTo(404);
        assertThat(scim.patch("/Groups/" + anna, "{'op':'replace','path':'displayName','value':'x'}")
                        .status())
                .isEqualTo(404);
        assertThat(scim.patch("/Users/" + anna.toUpperCase(Locale.ROOT), OPERATION)
                        .status())
                .isEqualTo(404);
        assertThat(scim.get("/Users").all("Resources.title")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'op':'replace','path':'title','value':'Dean'}",
                "{'op':'add','path':'title','value':'Dean'}",
                "{'op':'remove','path':'nickName'}",
                "{'op':'add','path':'emails','value':[{'value':'a','type':'work'}]}",
                "{'op':'add','path':'emails','value':[]}",
                "{'op':'replace','value':{'title':'Dean','emails':[{'value':'a','type':'work'}]}}",
                "{'op':'replace','path':'title','value':'Other'},{'op':'replace','path':'title','value':'Dean'}",
                "{'op':'add','path':'nickName','value':'A'},{'op':'remove','path':'nickName'}"
            })
    @Tag("R-7644-3.5.2-23")
    @Tag("R-7644-3.5.2.1-08")
    void what_changes_nothing_succeeds_and_leaves_version_and_time(String operations) {
        Scim scim = client();
        Answer before =
                scim.post("/Users", Scim.userBody("anna", "'title':'Dean','emails':[{'value':'a','type':'work'}]"));

        Answer after = scim.patch("/Users/" + before.id(), operations);

        assertThat(after.status()).isEqualTo(200);
        assertThat(after.version()).isEqualTo(before.version()).isEqualTo(after.header("ETag"));
        assertThat(after.at("/meta/lastModified")).isEqualTo(before.at("/meta/lastModified"));
    }
}
