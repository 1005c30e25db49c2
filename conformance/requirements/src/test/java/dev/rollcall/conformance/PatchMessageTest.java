package dev.rollcall.conformance;

import static dev.rollcall.conformance.server.Refusals.refused;
import static dev.rollcall.conformance.server.Scim.ENTERPRISE;
import static dev.rollcall.conformance.server.Scim.MESSAGES;
import static dev.rollcall.conformance.server.Scim.USER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.conformance.server.Answer;
import dev.rollcall.conformance.server.Refusals;
import dev.rollcall.conformance.server.Scim;
import dev.rollcall.conformance.server.ScimServer;
import dev.rollcall.conformance.server.SharedServer;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a PATCH request is, and what is answered to it (RFC 7644 §3.5.2). */
class PatchMessageTest {
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
    @Tag("R-7644-3.5.2-01")
    @Tag("R-7644-3.5-02")
    void patch_is_said_to_be_supported_and_is(Scim scim) {
        String user = "/Users/" + scim.user("anna");

        assertThat(scim.get("/ServiceProviderConfig")
                        .json()
                        .at("/patch/supported")
                        .booleanValue())
                .isTrue();
        assertThat(scim.patch(user, OPERATION).at("/title")).isEqualTo("Dean");
    }

    @Test
    @Tag("R-7644-3.5.2-02")
    void a_patch_says_that_it_is_one(Scim scim) {
        String user = "/Users/" + scim.user("anna");

        for (String schemas : List.of("", "'schemas':[],", "'schemas':['" + USER + "'],", "'schemas':null,")) {
            refused(scim.patchBody(user, "{" + schemas + "'Operations':[" + OPERATION + "]}"), 400, "invalidSyntax");
        }
        assertThat(scim.get(user).has("title")).isFalse();
    }

    @Test
    @Tag("R-7644-3.5.2-03")
    void a_patch_has_operations_under_that_name_in_any_case(Scim scim) {
        String user = "/Users/" + scim.user("anna");
        String schemas = "{'schemas':['" + MESSAGES + "PatchOp']";

        for (String rest : List.of(
                "",
                ",'Operations':[]",
                ",'Operations':null",
                ",'Operations':" + OPERATION,
                ",'Operation':[" + OPERATION + "]",
                ",'Operations':['replace']",
                ",'Operations':'replace'")) {
            refused(scim.patchBody(user, schemas + rest + "}"), 400, "invalidSyntax");
        }
        assertThat(scim.get(user).has("title")).isFalse();

        for (String name : List.of("Operations", "operations", "OPERATIONS")) {
            Answer done = scim.patchBody(
                    user, schemas + ",'" + name + "':[{'OP':'replace','Path':'title','VALUE':'" + name + "'}]}");
            assertThat(done.at("/title")).isEqualTo(name);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'op':'move','path':'title','from':'nickName'}",
                "{'op':'copy','path':'title','from':'nickName'}",
                "{'op':'test','path':'title','value':'x'}",
                "{'op':'','path':'title','value':'x'}",
                "{'path':'title','value':'x'}",
                "{'op':null,'path':'title','value':'x'}",
                "{'op':1,'path':'title','value':'x'}",
                "{'op':['add'],'path':'title','value':'x'}",
                "{'op':'add','op':'replace','path':'title','value':'x'}"
            })
    @Tag("R-7644-3.5.2-04")
    void an_operation_adds_removes_or_replaces(String operation) {
        Scim scim = client();
        String user = "/Users/" + scim.user("anna");

        Refusals.patch(scim, user, operation, 400, "invalidSyntax");
    }

    @Test
    @Tag("R-7644-3.5.2-06")
    void values_have_no_index(Scim scim) {
        String user = "/Users/" + scim.user("anna", "'emails':[{'value':'a@x.example','type':'work'}]");

        for (String path :
                List.of("emails[0]", "emails[0].value", "emails.0", "emails[-1]", "emails[*].value", "/emails/0")) {
            Refusals.patch(scim, user, "{'op':'replace','path':'" + path + "','value':'b'}", 400, "invalidPath");
        }
    }

    @Test
    @Tag("R-7644-3.5.2-07")
    @Tag("R-7644-3.5.2.2-01")
    void only_remove_needs_a_path(Scim scim) {
        String user = "/Users/" + scim.user("anna");

        assertThat(scim.patch(user, "{'op':'add','value':{'title':'a'}}").at("/title"))
                .isEqualTo("a");
        assertThat(scim.patch(user, "{'op':'replace','value':{'title':'b'}}").at("/title"))
                .isEqualTo("b");
        Refusals.patch(scim, user, "{'op':'remove'}", 400, "noTarget");
        Refusals.patch(scim, user, "{'op':'remove','value':{'title':'b'}}", 400, "noTarget");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "title x",
                "title.",
                ".title",
                "name..givenName",
                "name.givenName.x",
                "ti tle",
                "emails[",
                "emails]",
                "emails[type eq 'work'].",
                "emails[type eq 'work'].value.x",
                "emails[type eq 'work']value",
                "emails[type eq 'work'][value pr]",
                "title[value eq 'x']",
                "name[givenName eq 'x'].familyName",
                "emails.value[value eq 'x']",
                "title eq 'Dean'",
                "emails[type eq 'work'] and title pr",
                "title,nickName"
            })
    @Tag("R-7644-3.5.2-08")
    void what_is_no_path_is_refused(String path) {
        Scim scim = client();
        String user = "/Users/"
                + scim.user("anna", "'title':'Dean','name':{'givenName':'x'},'emails':[{'value':'x','type':'work'}]");

        Answer refused = Refusals.patch(
                scim,
                user,
                "{'op':'replace','path':'" + path.replace("'", "\\'") + "','value':'y'}",
                400,
                path.equals("emails[") ? "invalidFilter" : "invalidPath");
        assertThat(refused.detail()).contains("Operations[0]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "emails[type like 'work'].value", "emails[type eq work].value", "emails[colour eq 'red'].value",
                "emails[type eq 'work' and].value", "emails[(type eq 'work'].value", "emails[primary gt true].value",
                "emails[type eq 'work'", "emails[type].value"
            })
    @Tag("R-7644-3.5.2-08")
    void a_wrong_filter_in_a_path_is_refused(String path) {
        Scim scim = client();
        String user = "/Users/" + scim.user("anna", "'emails':[{'value':'x','type':'work'}]");

        Refusals.patch(
                scim,
                user,
                "{'op':'replace','path':'" + path.replace("'", "\\'") + "','value':'y'}",
                400,
                "invalidFilter");
    }

    @Test
    @Tag("R-7644-3.5.2-28")
    void paths_have_no_case_and_may_be_qualified(Scim scim) {
        String user = "/Users/" + scim.user("anna");

        for (String path : List.of("TITLE", "Title", USER + ":title", USER.toUpperCase(Locale.ROOT) + ":TITLE")) {
            assertThat(scim.patch(user, replace(path, path)).at("/title")).isEqualTo(path);
        }
        for (String path : List.of("name.givenName", "NAME.GIVENNAME", USER + ":name.givenName")) {
            assertThat(scim.patch(user, replace(path, path)).at("/name/givenName"))
                    .isEqualTo(path);
        }
        for (String path : List.of(ENTERPRISE + ":department", ENTERPRISE.toUpperCase(Locale.ROOT) + ":Department")) {
            assertThat(scim.patch(user, replace(path, path))
                            .json()
                            .path(ENTERPRISE)
                            .path("department")
                            .asText())
                    .isEqualTo(path);
        }
        assertThat(scim.patch(user, replace(ENTERPRISE + ":manager.value", "m1"))
                        .json()
                        .path(ENTERPRISE)
                        .path("manager")
                        .path("value")
                        .asText())
                .isEqualTo("m1");
    }

    private static String replace(String path, String value) {
        return "{'op':'replace','path':'" + path + "','value':'" + value + "'}";
    }
}
