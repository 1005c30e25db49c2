package dev.rollcall.scim.protocol;

import static dev.rollcall.scim.protocol.Server.groupBody;
import static dev.rollcall.scim.protocol.Server.userBody;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.codec.Tolerance;
import dev.rollcall.scim.store.memory.InMemoryStore;
import org.junit.jupiter.api.Test;

/**
 * What breaks other servers in practice, and needs no tolerance to be right: all of it under the letter of the RFCs, with
 * unknown members passed over.
 */
class ProviderHabitsTest {
    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    private final Server server =
            new Server(InMemoryStore.create(), b -> b.options(Options.DEFAULT.withTolerance(Tolerance.STRICT)));

    private String ref(String id) {
        return "{'value':'" + id + "'}";
    }

    @Test
    void a_filter_in_a_members_path_removes_only_whom_it_selects() {
        String a = server.user("a");
        String b = server.user("b");
        String c = server.user("c");
        String path = "/Groups/" + server.group("G", a, b, c);
        server.patch(path, "{'op':'remove','path':'members[value eq \\\"" + b + "\\\"]'}");
        assertThat(server.get(path).all("members.value")).containsExactlyInAnyOrder(a, c);
        server.patch(path, "{'op':'remove','path':'members[value eq \\\"" + a + "\\\" or value eq \\\"x\\\"]'}");
        assertThat(server.get(path).all("members.value")).containsExactly(c);
    }

    @Test
    void a_replace_that_does_not_name_members_leaves_them() {
        String a = server.user("a");
        String group = server.group("G", a);
        server.patch("/Groups/" + group, "{'op':'replace','value':{'id':'" + group + "','displayName':'H'}}");
        assertThat(server.get("/Groups/" + group).all("members.value")).containsExactly(a);
        assertThat(server.get("/Groups/" + group).json().path("displayName").asText())
                .isEqualTo("H");
    }

    @Test
    void members_without_path_are_replaced_and_added() {
        String a = server.user("a");
        String b = server.user("b");
        String path = "/Groups/" + server.group("G", a);
        server.patch(path, "{'op':'add','value':{'members':[" + ref(b) + "]}}");
        assertThat(server.get(path).all("members.value")).containsExactlyInAnyOrder(a, b);
        server.patch(path, "{'op':'replace','value':{'members':[" + ref(b) + "]}}");
        assertThat(server.get(path).all("members.value")).containsExactly(b);
        server.patch(path, "{'op':'replace','path':'members','value':[]}");
        assertThat(server.get(path).json().has("members")).isFalse();
    }

    @Test
    void a_sub_attribute_of_a_selected_element_keeps_its_siblings() {
        String path = "/Users/"
                + server.user(
                        "a", "'addresses':[{'type':'work','streetAddress':'S','postalCode':'1'},{'type':'home'}]");
        server.patch(path, "{'op':'replace','path':'addresses[type eq \\\"work\\\"].postalCode','value':'2'}");
        assertThat(server.get(path).json().path("addresses").get(0).toString())
                .isEqualTo(Server.json("{'streetAddress':'S','postalCode':'2','type':'work'}"));
    }

    @Test
    void an_absent_extension_is_made_by_a_patch_and_schemas_follows() {
        String path = "/Users/" + server.user("a");
        server.patch(path, "{'op':'replace','path':'" + ENTERPRISE + ":department','value':'R'}");
        Server.Answer with = server.get(path);
        assertThat(with.json().path(ENTERPRISE).path("department").asText()).isEqualTo("R");
        assertThat(with.all("schemas")).containsExactly("urn:ietf:params:scim:schemas:core:2.0:User", ENTERPRISE);
        server.patch(path, "{'op':'remove','path':'" + ENTERPRISE + ":department'}");
        assertThat(server.get(path).all("schemas")).containsExactly("urn:ietf:params:scim:schemas:core:2.0:User");
    }

    @Test
    void inactive_users_are_found_and_nothing_found_is_an_empty_list() {
        String id = server.user("a", "'active':false");
        assertThat(server.get("/Users?filter=userName eq \"A\"").all("Resources.id"))
                .containsExactly(id);
        assertThat(server.get("/Users?filter=userName eq \"B\"").status()).isEqualTo(200);
        assertThat(server.get("/Users?filter=userName eq \"B\"")
                        .json()
                        .path("totalResults")
                        .asInt())
                .isZero();
    }

    @Test
    void unknown_and_empty_parameters_are_passed_over() {
        assertThat(server.get("/Users?aadOptscim062020&whatever=1&attributes=&excludedAttributes=")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void adding_twice_and_removing_who_is_absent_are_no_errors() {
        String a = server.user("a");
        String b = server.user("b");
        String path = "/Groups/" + server.group("G", a);
        assertThat(server.patch(path, "{'op':'add','path':'members','value':[" + ref(a) + "," + ref(a) + "]}")
                        .status())
                .isEqualTo(200);
        assertThat(server.patch(path, "{'op':'remove','path':'members[value eq \\\"" + b + "\\\"]'}")
                        .status())
                .isEqualTo(200);
        assertThat(server.get(path).all("members.value")).containsExactly(a);
    }

    @Test
    void empty_texts_and_nulls_clear_and_never_come_back() {
        String path = "/Users/" + server.user("a", "'title':'T','nickName':'N','emails':[{'value':'x','type':'work'}]");
        server.patch(
                path,
                "{'op':'replace','path':'title','value':''},{'op':'replace','path':'nickName','value':null},"
                        + "{'op':'replace','path':'emails[type eq \\\"work\\\"].value','value':''}");
        assertThat(server.get(path).json().has("title")).isFalse();
        assertThat(server.get(path).json().has("nickName")).isFalse();
        assertThat(server.get(path).all("emails.value")).isEmpty();
        assertThat(server.get(path).text()).doesNotContain("null").doesNotContain("emails");
    }

    @Test
    void what_is_ignored_is_not_parsed() {
        Server.Answer put = server.put(
                "/Users/" + server.user("a"),
                userBody("a", "'meta':{'created':'04-12-2018 00:00:00','version':7},'groups':'x','id':{'a':[]}"));
        assertThat(put.status()).isEqualTo(200);
    }

    @Test
    void externalId_is_kept_shown_and_found_in_exact_case() {
        String id = server.user("a", "'externalId':'Ext-1'");
        assertThat(server.get("/Users?filter=externalId eq \"Ext-1\"").all("Resources.externalId"))
                .containsExactly("Ext-1");
        assertThat(server.get("/Users?filter=externalId eq \"ext-1\"").all("Resources.id"))
                .doesNotContain(id);
    }

    @Test
    void a_manager_comes_back_as_an_object_with_a_link_under_its_extension() {
        String boss = server.user("boss", "'displayName':'The Boss'");
        String id = server.user("a", "'" + ENTERPRISE + "':{'manager':{'value':'" + boss + "','$ref':'wrong'}}");
        assertThat(server.get("/Users/" + id)
                        .json()
                        .path(ENTERPRISE)
                        .path("manager")
                        .toString())
                .isEqualTo(Server.json("{'value':'" + boss + "','$ref':'" + Server.BASE + "/Users/" + boss
                        + "','displayName':'The Boss'}"));
        server.delete("/Users/" + boss);
        assertThat(server.get("/Users/" + id)
                        .json()
                        .path(ENTERPRISE)
                        .path("manager")
                        .toString())
                .isEqualTo(Server.json("{'value':'" + boss + "'}"));
    }

    @Test
    void an_operation_that_is_not_understood_is_refused() {
        String path = "/Users/" + server.user("a");
        assertThat(server.patch(path, "{'op':'disable','path':'active'}").scimType())
                .isEqualTo("invalidSyntax");
        assertThat(server.patch(path, "{'op':'replace','path':'activ','value':false}")
                        .scimType())
                .isEqualTo("invalidPath");
        assertThat(server.patch(path, "{'op':'replace','path':'active','value':{'a':1}}")
                        .scimType())
                .isEqualTo("invalidValue");
    }

    @Test
    void operations_on_one_attribute_are_all_applied_in_order() {
        String path = "/Users/" + server.user("a");
        server.patch(
                path,
                "{'op':'add','path':'emails','value':[{'value':'x'}]},{'op':'add','path':'emails','value':[{'value':'y'}]},"
                        + "{'op':'replace','path':'emails','value':[{'value':'z'}]},"
                        + "{'op':'add','path':'emails','value':[{'value':'w'}]}");
        assertThat(server.get(path).all("emails.value")).containsExactly("z", "w");
    }

    @Test
    void a_member_needs_no_type_and_an_unknown_one_spoils_nothing() {
        String a = server.user("a");
        String inner = server.group("Inner");
        String path = "/Groups/" + server.group("G");
        server.patch(
                path, "{'op':'add','path':'members','value':[" + ref(a) + "," + ref("none") + "," + ref(inner) + "]}");
        assertThat(server.get(path).all("members.type")).containsExactlyInAnyOrder("User", "Group");
    }

    @Test
    void a_password_is_in_no_answer_and_in_no_filter() {
        Server.Answer created =
                server.post("/Users?attributes=password,userName", userBody("a", "'password':'s3cret'"));
        String path = "/Users/" + created.id();
        assertThat(created.text()).doesNotContain("s3cret");
        assertThat(server.patch(path, "{'op':'replace','value':{'password':'s3cret2'}}")
                        .text())
                .doesNotContain("s3cret2");
        assertThat(server.get("/Users?filter=password eq \"s3cret2\"").scimType())
                .isEqualTo("sensitive");
        assertThat(server.get(path + "?attributes=password").json().has("password"))
                .isFalse();
    }

    @Test
    void texts_are_not_checked_for_a_form_that_clients_do_not_keep() {
        Server lenient = new Server(InMemoryStore.create());
        String id = lenient.user(
                "upd-1",
                "'emails':[{'value':'upd-2'}],'profileUrl':'upd-3','phoneNumbers':[{'value':'tel:+1-555'}],"
                        + "'addresses':[{'country':'Germany'}],'locale':'en_US','timezone':'upd-4'");
        Server.Answer user = lenient.get("/Users/" + id);
        assertThat(user.all("emails.value")).containsExactly("upd-2");
        assertThat(user.json().path("profileUrl").asText()).isEqualTo("upd-3");
        assertThat(user.all("addresses.country")).containsExactly("Germany");
    }

    @Test
    void a_deleted_users_name_is_free_and_its_memberships_are_gone() {
        String a = server.user("a");
        String group = server.group("G", a);
        server.delete("/Users/" + a);
        String again = server.user("A");
        assertThat(server.get("/Groups/" + group).json().has("members")).isFalse();
        assertThat(server.get("/Users/" + again).json().has("groups")).isFalse();
        assertThat(server.post("/Groups", groupBody("H", a)).all("members.value"))
                .isEmpty();
    }
}
