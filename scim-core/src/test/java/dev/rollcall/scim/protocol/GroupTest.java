package dev.rollcall.scim.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.store.Store;
import dev.rollcall.scim.store.memory.InMemoryStore;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Members and groups, on every kind of store. */
class GroupTest {
    private static final String STORES = "dev.rollcall.scim.protocol.Stores#all";

    @ParameterizedTest
    @MethodSource(STORES)
    void a_member_is_shown_with_its_type_and_url_whatever_the_client_said_of_it(Store store) {
        Server server = new Server(store);
        String mira = server.user("mira");
        Server.Answer created = server.post(
                "/Groups",
                "{'schemas':['urn:ietf:params:scim:schemas:core:2.0:Group'],'displayName':'G','members':[{'value':'"
                        + mira
                        + "','type':'Group','$ref':'https://wrong.example.com','display':'x'},{'value':'nobody'}]}");
        assertThat(created.all("members.value")).containsExactly(mira);
        assertThat(created.all("members.type")).containsExactly("User");
        assertThat(created.all("members.$ref")).containsExactly(Server.BASE + "/Users/" + mira);
    }

    @Test
    void a_member_is_shown_by_the_name_that_it_has_now() {
        Server server = new Server(InMemoryStore.create());
        String mira = server.user("mira", "'displayName':'Mira'");
        String group = "/Groups/" + server.group("G", mira, server.user("nameless"));
        assertThat(server.get(group).all("members.display")).containsExactly("Mira");
        server.patch("/Users/" + mira, "{'op':'replace','path':'displayName','value':'Mirabel'}");
        assertThat(server.get(group).all("members.display")).containsExactly("Mirabel");
    }

    @ParameterizedTest
    @MethodSource(STORES)
    void a_user_shows_its_groups_direct_and_nested_also_in_circles(Store store) {
        Server server = new Server(store);
        String mira = server.user("mira");
        String inner = server.group("Inner", mira);
        String outer = server.group("Outer", inner);
        server.patch("/Groups/" + inner, "{'op':'add','path':'members','value':[{'value':'" + outer + "'}]}");

        Server.Answer user = server.get("/Users/" + mira);
        assertThat(user.all("groups.value")).containsExactly(inner, outer);
        assertThat(user.all("groups.type")).containsExactly("direct", "indirect");
        assertThat(user.all("groups.display")).containsExactly("Inner", "Outer");
        assertThat(user.all("groups.$ref")).contains(Server.BASE + "/Groups/" + inner);
        assertThat(server.get("/Users").all("Resources.groups.value")).containsExactly(inner, outer);
        assertThat(server.get("/Users/" + mira + "?excludedAttributes=groups").all("groups.value"))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource(STORES)
    void a_deleted_member_leaves_its_groups_which_get_a_new_version(Store store) {
        Server server = new Server(store);
        String mira = server.user("mira");
        String ada = server.user("ada");
        String group = server.group("G", mira, ada);
        String version = server.get("/Groups/" + group).headers().get("ETag");
        server.delete("/Users/" + mira);
        Server.Answer after = server.get("/Groups/" + group);
        assertThat(after.all("members.value")).containsExactly(ada);
        assertThat(after.headers().get("ETag")).isNotEqualTo(version);
    }

    @ParameterizedTest
    @MethodSource(STORES)
    void a_group_that_contains_itself_can_be_deleted(Store store) {
        Server server = new Server(store);
        String group = server.group("G");
        server.patch("/Groups/" + group, "{'op':'add','path':'members','value':[{'value':'" + group + "'}]}");
        assertThat(server.get("/Groups/" + group).all("members.type")).containsExactly("Group");
        assertThat(server.delete("/Groups/" + group).status()).isEqualTo(204);
    }

    @ParameterizedTest
    @MethodSource(STORES)
    void members_are_added_removed_and_replaced(Store store) {
        Server server = new Server(store);
        String a = server.user("a");
        String b = server.user("b");
        String c = server.user("c");
        String group = server.group("G", a, b);
        String path = "/Groups/" + group;

        server.patch(path, "{'op':'remove','path':'members[value eq \\'" + a + "\\']'}".replace("\\'", "\\\""));
        assertThat(server.get(path).all("members.value")).containsExactly(b);
        server.patch(path, "{'op':'add','path':'members','value':[{'value':'" + c + "'},{'value':'" + b + "'}]}");
        assertThat(server.get(path).all("members.value")).containsExactlyInAnyOrder(b, c);
        server.patch(path, "{'op':'replace','path':'members','value':[{'value':'" + a + "'}]}");
        assertThat(server.get(path).all("members.value")).containsExactly(a);
        server.patch(path, "{'op':'replace','value':{'displayName':'H'}}");
        assertThat(server.get(path).all("members.value")).containsExactly(a);
        server.patch(path, "{'op':'remove','path':'members[type eq \\\"User\\\"]'}");
        assertThat(server.get(path).all("members.value")).isEmpty();
        server.put(path, Server.groupBody("G", b, c));
        assertThat(server.get(path).all("members.value")).containsExactlyInAnyOrder(b, c);
        server.put(path, Server.groupBody("G"));
        assertThat(server.get(path).json().has("members")).isFalse();
    }

    @ParameterizedTest
    @MethodSource(STORES)
    void what_changes_no_member_changes_no_version(Store store) {
        Server server = new Server(store);
        String a = server.user("a");
        String group = server.group("G", a);
        String path = "/Groups/" + group;
        Server.Answer before = server.get(path);
        server.patch(path, "{'op':'add','path':'members','value':[{'value':'" + a + "'}]}");
        server.patch(path, "{'op':'remove','path':'members[value eq \\\"nobody\\\"]'}");
        server.patch(path, "{'op':'replace','path':'members','value':[{'value':'" + a + "'}]}");
        server.patch(path, "{'op':'add','path':'members','value':[{'value':'nobody'}]}");
        server.put(path, Server.groupBody("G", a));
        assertThat(server.get(path).json()).isEqualTo(before.json());
        server.patch(path, "{'op':'remove','path':'members','value':[{'value':'" + a + "'}]}");
        assertThat(server.get(path).headers().get("ETag"))
                .isNotEqualTo(before.headers().get("ETag"));
    }

    @ParameterizedTest
    @MethodSource(STORES)
    void what_a_member_element_says_is_immutable(Store store) {
        Server server = new Server(store);
        String a = server.user("a");
        String path = "/Groups/" + server.group("G", a);
        String selected = "members[value eq \\\"" + a + "\\\"]";
        assertThat(server.patch(path, "{'op':'replace','path':'" + selected + ".value','value':'b'}")
                        .scimType())
                .isEqualTo("mutability");
        assertThat(server.patch(
                                path,
                                "{'op':'replace','path':'members[value eq \\\"x\\\"]','value':{'value':'" + a + "'}}")
                        .scimType())
                .isEqualTo("noTarget");
    }

    @ParameterizedTest
    @MethodSource(STORES)
    void filters_reach_members_and_groups(Store store) {
        Server server = new Server(store);
        String a = server.user("a");
        String b = server.user("b");
        String g = server.group("G", a);
        String h = server.group("H", a, g);
        String empty = server.group("E");
        String outer = server.group("O", h);
        String outermost = server.group("P", outer);

        assertThat(server.get("/Groups?filter=members eq \"" + a + "\"").all("Resources.id"))
                .containsExactly(g, h);
        assertThat(server.get("/Groups?filter=members[value eq \"" + a + "\" and type eq \"User\"]")
                        .all("Resources.id"))
                .containsExactly(g, h);
        assertThat(server.get("/Groups?filter=members.value eq \"" + a + "\" and members.type eq \"Group\"")
                        .all("Resources.id"))
                .containsExactly(h);
        assertThat(server.get("/Groups?filter=members[value eq \"" + a + "\" and type eq \"Group\"]")
                        .all("Resources.id"))
                .isEmpty();
        assertThat(server.get("/Groups?filter=members.value eq \"nobody\"").all("Resources.id"))
                .isEmpty();
        assertThat(server.get("/Groups?filter=members.value ne \"" + h + "\"").all("Resources.id"))
                .containsExactlyInAnyOrder(g, h, empty, outermost);
        assertThat(server.get("/Users?filter=groups.value ne \"" + g + "\" and userName eq \"b\"")
                        .all("Resources.id"))
                .containsExactly(b);
        assertThat(server.get("/Users/" + a).all("groups.value")).containsExactlyInAnyOrder(g, h, outer, outermost);
        assertThat(server.get("/Users?filter=groups[value eq \"" + outermost + "\" and type eq \"indirect\"]")
                        .all("Resources.id"))
                .containsExactly(a);
        assertThat(server.get("/Groups?filter=not (members pr)").all("Resources.id"))
                .containsExactly(empty);
        assertThat(server.get("/Users?filter=groups.value eq \"" + g + "\"").all("Resources.id"))
                .containsExactly(a);
        assertThat(server.get("/Users?filter=groups[display eq \"h\" and type eq \"direct\"]")
                        .all("Resources.id"))
                .containsExactly(a);
        assertThat(server.get("/Users?filter=not (groups pr)").all("Resources.id"))
                .containsExactly(b);
    }

    @ParameterizedTest
    @MethodSource(STORES)
    void a_unique_group_name_is_an_option(Store store) {
        Server server = new Server(store, b -> b.options(Options.DEFAULT.withUniqueGroupDisplayName(true)));
        server.group("Payroll");
        Server.Answer again = server.post("/Groups", Server.groupBody("PAYROLL"));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.scimType()).isEqualTo("uniqueness");
    }

    @ParameterizedTest
    @MethodSource(STORES)
    void a_patch_of_a_large_group_is_answered_without_it(Store store) {
        Server server = new Server(store, b -> b.paging(new Paging(10, 10, 2)));
        String path = "/Groups/" + server.group("G", server.user("a"));
        String add = "{'op':'add','path':'members','value':[{'value':'%s'}]}";
        assertThat(server.patch(path, add.formatted(server.user("b"))).all("members.value"))
                .as("as many as are shown")
                .hasSize(2);
        Server.Answer larger = server.patch(path, add.formatted(server.user("c")));
        assertThat(larger.status()).isEqualTo(204);
        assertThat(larger.text()).isEmpty();
        assertThat(server.get(path).all("members.value")).hasSize(3);
    }

    @ParameterizedTest
    @MethodSource(STORES)
    void members_that_are_nobody_are_named_up_to_ten(Store store) {
        Server server = new Server(store, b -> b.options(Options.STRICT));
        for (int more : List.of(0, 1)) {
            String[] nobody =
                    IntStream.range(0, 10 + more).mapToObj(i -> "nobody-" + i).toArray(String[]::new);
            Server.Answer answer = server.post("/Groups", Server.groupBody("G", nobody));
            assertThat(answer.scimType()).isEqualTo("invalidValue");
            assertThat(answer.detail())
                    .contains("nobody-0")
                    .contains("nobody-9")
                    .doesNotContain("nobody-10");
            assertThat(answer.detail().contains(" and 1 more")).isEqualTo(more == 1);
            assertThat(answer.detail().contains("more")).isEqualTo(more == 1);
        }
    }

    @Test
    void a_member_can_go_although_two_groups_have_had_one_name_since_before_it_had_to_be_unique() {
        Store store = InMemoryStore.create();
        Server before = new Server(store);
        String mira = before.user("mira");
        String group = before.group("Sales", mira);
        before.group("Sales", mira);
        Server now = new Server(store, b -> b.options(Options.DEFAULT.withUniqueGroupDisplayName(true)));
        assertThat(now.delete("/Users/" + mira).status()).isEqualTo(204);
        Server.Answer left = now.get("/Groups/" + group);
        assertThat(left.all("members.value")).isEmpty();
        assertThat(left.headers()).containsEntry("ETag", "W/\"2\"");
    }
}
