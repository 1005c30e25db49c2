package dev.rollcall.conformance;

import static dev.rollcall.conformance.server.Scim.userBody;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.conformance.server.Answer;
import dev.rollcall.conformance.server.Scim;
import dev.rollcall.conformance.server.ScimServer;
import dev.rollcall.conformance.server.StrictServer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** RFC 7643 §3.1: meta. */
@ExtendWith(StrictServer.class)
class MetaTest {
    @Test
    @Tag("R-7643-3.1-07")
    @Tag("R-7643-3.1-14")
    @Tag("R-7644-3.3-01")
    @Tag("R-7644-3.5.1-08")
    @Tag("R-7644-3.1-04")
    void id_and_meta_of_a_client_are_ignored(Scim scim) {
        String theirs = "'id':'mine','meta':{'resourceType':'X','created':'2000-01-01T00:00:00Z','version':'v0',"
                + "'location':'https://evil.example/','lastModified':'2000-01-01T00:00:00Z'}";
        Answer post = scim.post("/Users", userBody("ann", theirs));
        assertThat(post.status()).as(post.text()).isEqualTo(201);
        assertThat(post.id()).isNotEqualTo("mine");
        assertThat(post.at("/meta/resourceType")).isEqualTo("User");
        assertThat(post.at("/meta/created")).doesNotStartWith("2000");

        Answer put = scim.put("/Users/" + post.id(), userBody("ann", theirs));
        assertThat(put.status()).isEqualTo(200);
        assertThat(put.id()).isEqualTo(post.id());
        assertThat(put.json().path("meta")).isEqualTo(post.json().path("meta"));
    }

    @Test
    @Tag("R-7643-3.1-15")
    void meta_is_returned_by_default(Scim scim) {
        String id = scim.user("ann");
        assertThat(scim.get("/Users/" + id).has("meta")).isTrue();
        assertThat(scim.get("/Users/" + id + "?attributes=userName").has("meta"))
                .isFalse();
        assertThat(scim.get("/Users/" + id + "?excludedAttributes=meta").has("meta"))
                .isFalse();
        JsonNode part =
                scim.get("/Users/" + id + "?attributes=meta.version").json().path("meta");
        assertThat(part.size()).isEqualTo(1);
        assertThat(scim.patch("/Users/" + id, "{'op':'replace','path':'meta.version','value':'x'}")
                        .scimType())
                .isEqualTo("mutability");
    }

    @Test
    @Tag("R-7643-3.1-17")
    @Tag("R-7643-3.1-18")
    @Tag("R-7643-3.1-19")
    void created_stays_and_last_modified_follows_real_changes() {
        List<Instant> now = new ArrayList<>(List.of(Instant.parse("2026-01-01T00:00:00Z")));
        try (ScimServer server = ScimServer.start(b -> b.clock(() -> now.get(0)))) {
            Scim scim = server.newTenant();
            Answer created = scim.post("/Users", userBody("ann", "'title':'Guide'"));
            assertThat(created.at("/meta/created")).isEqualTo("2026-01-01T00:00:00Z");
            assertThat(created.at("/meta/lastModified")).isEqualTo(created.at("/meta/created"));

            now.set(0, Instant.parse("2026-01-02T00:00:00Z"));
            String user = "/Users/" + created.id();
            assertThat(scim.patch(user, "{'op':'replace','path':'title','value':'Guide'}")
                            .at("/meta/lastModified"))
                    .startsWith("2026-01-01");
            assertThat(scim.put(user, userBody("ann", "'title':'Guide'")).at("/meta/lastModified"))
                    .startsWith("2026-01-01");
            Answer changed = scim.patch(user, "{'op':'replace','path':'title','value':'Chief'}");
            assertThat(changed.at("/meta/lastModified")).startsWith("2026-01-02");
            assertThat(changed.at("/meta/created")).isEqualTo(created.at("/meta/created"));
        }
    }

    @Test
    @Tag("R-7643-3.1-20")
    void the_location_in_meta_is_that_of_the_header(Scim scim) {
        Answer created = scim.post("/Users", userBody("ann", ""));
        String location = scim.baseUrl() + "/Users/" + created.id();
        for (Answer answer : List.of(
                created,
                scim.get("/Users/" + created.id()),
                scim.put("/Users/" + created.id(), userBody("ann", "'title':'x'")),
                scim.patch("/Users/" + created.id(), "{'op':'remove','path':'title'}"))) {
            assertThat(answer.at("/meta/location"))
                    .isEqualTo(location)
                    .isEqualTo(answer.header("Content-Location"))
                    .isEqualTo(answer.header("Location"));
        }
    }

    @Test
    @Tag("R-7643-3.1-21")
    @Tag("R-7643-3.1-22")
    @Tag("R-7644-3.14-02")
    @Tag("R-7644-3.14-03")
    @Tag("R-7644-3.14-08")
    @Tag("R-7644-3.3-12")
    void the_version_in_meta_is_the_weak_entity_tag_of_the_header(Scim scim) {
        Answer created = scim.post("/Users", userBody("ann", ""));
        String user = "/Users/" + created.id();
        for (Answer answer : List.of(
                created,
                scim.get(user),
                scim.put(user, userBody("ann", "'title':'x'")),
                scim.patch(user, "{'op':'remove','path':'title'}"))) {
            assertThat(answer.version()).matches("W/\"[^\"]+\"").isEqualTo(answer.header("ETag"));
        }
        assertThat(scim.get(user + "?attributes=userName").header("ETag"))
                .isEqualTo(scim.get(user).version());
    }
}
