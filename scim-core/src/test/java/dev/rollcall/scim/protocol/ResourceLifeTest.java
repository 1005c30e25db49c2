package dev.rollcall.scim.protocol;

import static dev.rollcall.scim.protocol.Server.groupBody;
import static dev.rollcall.scim.protocol.Server.userBody;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.store.Store;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Create, read, replace, patch, delete, on every kind of store. */
class ResourceLifeTest {
    private static final String STORES = "dev.rollcall.scim.protocol.Stores#all";

    @ParameterizedTest
    @MethodSource(STORES)
    void a_created_user_is_returned_with_id_metadata_location_and_version(Store store) {
        Server server = new Server(store);
        Server.Answer created = server.post(
                "/Users", userBody("mira", "'password':'s3cret','id':'mine','groups':[],'emails':[{'value':'m@x'}]"));

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.json().path("meta").path("resourceType").asText()).isEqualTo("User");
        assertThat(created.json().path("meta").path("created"))
                .isEqualTo(created.json().path("meta").path("lastModified"));
        assertThat(created.id()).isNotEmpty().isNotEqualTo("mine");
        assertThat(created.headers())
                .containsEntry("Location", Server.BASE + "/Users/" + created.id())
                .containsEntry(
                        "ETag", created.json().path("meta").path("version").asText())
                .containsEntry("Content-Type", "application/scim+json");
        assertThat(created.json().path("meta").path("location").asText())
                .isEqualTo(created.headers().get("Location"));
        assertThat(created.text()).doesNotContain("s3cret").doesNotContain("password");
        assertThat(created.json().path("active").asBoolean()).isTrue();
        assertThat(server.get("/Users/" + created.id()).json()).isEqualTo(created.json());
    }

    @ParameterizedTest
    @MethodSource(STORES)
    void a_taken_userName_is_refused_in_any_case_and_free_again_after_delete(Store store) {
        Server server = new Server(store);
        String id = server.user("mira@example.com");
        Server.Answer again = server.post("/Users", userBody("MIRA@example.com", ""));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.scimType()).isEqualTo("uniqueness");
        assertThat(again.detail()).contains("userName");
        assertThat(again.json().path("status").isTextual()).isTrue();

        assertThat(server.delete("/Users/" + id).status()).isEqualTo(204);
        assertThat(server.delete("/Users/" + id).status()).isEqualTo(404);
        assertThat(server.get("/Users/" + id).status()).isEqualTo(404);
        assertThat(server.user("MIRA@example.com")).isNotEqualTo(id);
    }

    @ParameterizedTest
    @MethodSource(STORES)
    void put_clears_what_it_leaves_out_but_keeps_active_and_metadata(Store store) {
        Server server = new Server(store);
        String id = server.user("mira", "'nickName':'Mi','active':false,'emails':[{'value':'m@x'}]");
        Server.Answer put = server.put("/Users/" + id, userBody("mira2", "'id':'other','title':'T'"));
        assertThat(put.status()).isEqualTo(200);
        assertThat(put.id()).isEqualTo(id);
        assertThat(put.json().has("nickName")).isFalse();
        assertThat(put.json().has("emails")).isFalse();
        assertThat(put.json().path("active").asBoolean(true)).isFalse();
        assertThat(put.json().path("title").asText()).isEqualTo("T");
        assertThat(server.put("/Users/none", userBody("x", "")).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @MethodSource(STORES)
    void a_put_of_what_is_there_already_changes_neither_version_nor_time(Store store) {
        Server server = new Server(store);
        Server.Answer created = server.post("/Users", userBody("mira", "'title':'T','password':'a'"));
        Server.Answer put = server.put("/Users/" + created.id(), userBody("mira", "'title':'T','password':'b'"));
        assertThat(put.json()).isEqualTo(created.json());
    }

    @ParameterizedTest
    @MethodSource(STORES)
    void a_patch_that_fails_in_its_last_operation_leaves_all_as_it_was(Store store) {
        Server server = new Server(store);
        server.user("taken");
        Server.Answer created = server.post("/Users", userBody("mira", "'title':'T'"));
        Server.Answer conflict = server.patch(
                "/Users/" + created.id(),
                "{'op':'replace','path':'title','value':'X'},{'op':'replace','path':'userName','value':'TAKEN'}");
        assertThat(conflict.status()).isEqualTo(409);
        Server.Answer wrong = server.patch(
                "/Users/" + created.id(),
                "{'op':'replace','path':'title','value':'X'},{'op':'remove','path':'userName'}");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(server.get("/Users/" + created.id()).json()).isEqualTo(created.json());
    }

    @ParameterizedTest
    @MethodSource(STORES)
    void a_failed_group_patch_leaves_its_members_as_they_were(Store store) {
        Server server = new Server(store, b -> b.options(Options.DEFAULT.withStrictMemberReferences(true)));
        String mira = server.user("mira");
        String group = server.group("G");
        Server.Answer refused = server.patch(
                "/Groups/" + group,
                "{'op':'add','path':'members','value':[{'value':'" + mira + "'},{'value':'nobody'}]}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.scimType()).isEqualTo("invalidValue");
        assertThat(refused.detail()).contains("nobody").doesNotContain(mira);
        assertThat(server.get("/Groups/" + group).json().has("members")).isFalse();
        assertThat(server.post("/Groups", groupBody("H", "nobody")).status()).isEqualTo(400);
        assertThat(server.patch("/Groups/" + group, "{'op':'remove','path':'members[value eq \\\"nobody\\\"]'}")
                        .status())
                .isEqualTo(200);
        assertThat(server.get("/Groups").json().path("totalResults").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource(STORES)
    void versions_decide_over_conditional_requests(Store store) {
        Server server = new Server(store);
        Server.Answer created = server.post("/Users", userBody("mira", ""));
        String path = "/Users/" + created.id();
        String old = created.headers().get("ETag");
        assertThat(server.call("GET", path, "", Map.of("If-None-Match", old)).status())
                .isEqualTo(304);

        server.patch(path, "{'op':'add','path':'title','value':'T'}");
        assertThat(server.call("GET", path, "", Map.of("If-None-Match", old)).status())
                .isEqualTo(200);
        String body = Server.json(userBody("mira", "'title':'U'"));
        assertThat(server.call("PUT", path, body, Map.of("If-Match", old)).status())
                .isEqualTo(412);
        String now = server.get(path).headers().get("ETag");
        assertThat(server.call("PUT", path, body, Map.of("If-Match", "\"zz\", " + now))
                        .status())
                .isEqualTo(200);
        assertThat(server.call("DELETE", path, "", Map.of("If-Match", now)).status())
                .isEqualTo(412);
        assertThat(server.call("DELETE", path, "", Map.of("If-Match", "*")).status())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @MethodSource(STORES)
    void the_shown_attributes_can_be_chosen_on_every_operation(Store store) {
        Server server = new Server(store);
        Server.Answer created = server.post(
                "/Users?attributes=name.givenName,urn:ietf:params:scim:schemas:core:2.0:User:TITLE,password,noSuch",
                userBody("mira", "'name':{'givenName':'M','familyName':'S'},'title':'T','password':'s3cret'"));
        assertThat(created.text())
                .isEqualTo(Server.json("{'schemas':['urn:ietf:params:scim:schemas:core:2.0:User'],'id':'" + created.id()
                        + "','name':{'givenName':'M'},'title':'T'}"));
        Server.Answer without = server.get(
                "/Users/" + created.id() + "?excludedAttributes=id,schemas,meta,name.familyName,name.givenName,active");
        assertThat(without.text())
                .isEqualTo(Server.json("{'schemas':['urn:ietf:params:scim:schemas:core:2.0:User'],'id':'" + created.id()
                        + "','userName':'mira','title':'T'}"));
        assertThat(server.get("/Users?attributes=id&excludedAttributes=title").status())
                .isEqualTo(400);
    }
}
