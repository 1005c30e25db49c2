package dev.rollcall.conformance;

import static dev.rollcall.conformance.server.Scim.userBody;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.conformance.server.Answer;
import dev.rollcall.conformance.server.Scim;
import dev.rollcall.conformance.server.ScimServer;
import dev.rollcall.conformance.server.StrictServer;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** RFC 7644 §3.11. */
@ExtendWith(StrictServer.class)
class MeTest {
    @Test
    @Tag("R-7644-3.11-01")
    @Tag("R-7644-3.11-05")
    void credentials_of_nobody_in_particular_get_501_and_a_user_without_resource_404(ScimServer server) {
        assertThat(server.client("me-1.okta").get("/Me").status()).isEqualTo(501);
        assertThat(server.client("me-1.okta.nobody").get("/Me").status()).isEqualTo(404);
        String id = server.client("me-1.okta").user("anna");
        assertThat(server.client("me-1.entra." + id).get("/Me").status()).isEqualTo(404);
    }

    @Test
    @Tag("R-7644-3.11-03")
    @Tag("R-7644-3.11-04")
    void a_user_works_on_its_own_resource_under_the_permanent_url(ScimServer server) {
        Scim provider = server.client("me-2.okta");
        String id = provider.user("anna");
        Scim anna = server.client("me-2.okta." + id);
        String url = server.baseUrl() + "/Users/" + id;
        for (Answer answer : List.of(
                anna.get("/Me"),
                anna.put("/Me", userBody("anna", "'title':'Dean'")),
                anna.patch("/Me", "{'op':'replace','path':'title','value':'Rector'}"))) {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Location")).isEqualTo(url);
            assertThat(answer.at("/meta/location")).isEqualTo(url);
            assertThat(answer.id()).isEqualTo(id);
        }
        assertThat(provider.get("/Users/" + id).at("/title")).isEqualTo("Rector");
        assertThat(anna.post("/Me", userBody("bert", "")).status()).isEqualTo(405);
        assertThat(anna.delete("/Me").status()).isEqualTo(204);
        assertThat(provider.get("/Users/" + id).status()).isEqualTo(404);
    }
}
