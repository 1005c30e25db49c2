package dev.rollcall.scim.protocol;

import static dev.rollcall.scim.protocol.Server.userBody;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.store.memory.InMemoryStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The resource that a caller itself is (RFC 7644 §3.11). */
class MeTest {
    private static final String PATCH = "{'schemas':['urn:ietf:params:scim:api:messages:2.0:PatchOp'],'Operations':["
            + "{'op':'replace','path':'title','value':'P'}]}";
    private final Server server = new Server(InMemoryStore.create());
    private final String id = server.user("mira");
    private final Caller mira = new Caller("acme", "okta", "mira", id);

    @Test
    void it_is_read_changed_and_deleted_under_its_permanent_url() {
        String url = Server.BASE + "/Users/" + id;
        for (Server.Answer answer : java.util.List.of(
                server.as(mira, "GET", "/Me", ""),
                server.as(mira, "PUT", "/Me", userBody("mira", "'title':'T'")),
                server.as(mira, "PATCH", "/Me", PATCH))) {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.id()).isEqualTo(id);
            assertThat(answer.headers()).containsEntry("Location", url).containsEntry("Content-Location", url);
            assertThat(answer.json().path("meta").path("location").asText()).isEqualTo(url);
        }
        assertThat(server.get("/Users/" + id).json().path("title").asText()).isEqualTo("P");
        assertThat(server.as(mira, "DELETE", "/Me", "").status()).isEqualTo(204);
        assertThat(server.get("/Users/" + id).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "PATCH", "DELETE"})
    void who_has_no_resource_finds_nothing(String method) {
        String body = method.equals("PATCH") ? PATCH : userBody("x", "");
        assertThat(server.as(new Caller("acme", "okta", "ghost", "none"), method, "/Me", body)
                        .status())
                .isEqualTo(404);
        assertThat(server.as(new Caller("acme", "other", "mira", id), method, "/Me", body)
                        .status())
                .as("owned by another provider")
                .isEqualTo(404);
        assertThat(server.as(new Caller("globex", "okta", "mira", id), method, "/Me", body)
                        .status())
                .as("in another tenant")
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "PATCH", "DELETE", "POST"})
    void credentials_of_nobody_in_particular_have_none(String method) {
        Server.Answer answer = server.call(method, "/Me", Server.json(PATCH), java.util.Map.of());
        assertThat(answer.status()).isEqualTo(501);
    }

    @Test
    void who_is_a_user_makes_no_other_there_and_nothing_lies_below() {
        Server.Answer posted = server.as(mira, "POST", "/Me", userBody("new", ""));
        assertThat(posted.status()).isEqualTo(405);
        assertThat(posted.headers()).containsEntry("Allow", "GET, PUT, PATCH, DELETE");
        assertThat(server.as(mira, "GET", "/Me/" + id, "").status()).isEqualTo(404);
        assertThat(server.as(mira, "POST", "/Me/.search", "{}").status()).isEqualTo(404);
    }

    @Test
    void conditions_and_projection_hold_as_anywhere() {
        Server.Answer read = server.as(mira, "GET", "/Me?attributes=userName", "");
        assertThat(read.json().has("meta")).isFalse();
        String tag = read.headers().get("ETag");
        assertThat(server.call(mira, "GET", "/Me", new byte[0], java.util.Map.of("If-None-Match", tag))
                        .status())
                .isEqualTo(304);
        assertThat(server.call(mira, "DELETE", "/Me", new byte[0], java.util.Map.of("If-Match", "W/\"other\""))
                        .status())
                .isEqualTo(412);
    }
}
