package dev.rollcall.conformance;

import static dev.rollcall.conformance.server.Scim.userBody;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.conformance.server.Answer;
import dev.rollcall.conformance.server.Scim;
import dev.rollcall.conformance.server.ScimServer;
import dev.rollcall.conformance.server.StrictServer;
import dev.rollcall.scim.protocol.Paging;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 7644 §3.14, RFC 9110 §13: versions and conditions. */
@ExtendWith(StrictServer.class)
class VersionTest {
    private static final String CHANGE = "{'op':'replace','path':'title','value':'Chief'}";

    @Test
    @Tag("R-7644-3.14-01")
    void the_configuration_says_that_there_are_entity_tags(Scim scim) {
        assertThat(scim.get("/ServiceProviderConfig")
                        .json()
                        .at("/etag/supported")
                        .asBoolean())
                .isTrue();
    }

    @Test
    @Tag("R-7644-3.14-02")
    void a_patch_without_a_body_has_the_entity_tag_too() {
        var paging = new Paging(100, 1000, 0);
        try (ScimServer server = ScimServer.start(b -> b.paging(paging))) {
            Scim scim = server.newTenant();
            String user = scim.user("ann");
            String group = "/Groups/" + scim.group("Guides");
            Answer patched = scim.patch(group, "{'op':'add','path':'members','value':[{'value':'" + user + "'}]}");
            assertThat(patched.status()).isEqualTo(204);
            assertThat(patched.text()).isEmpty();
            assertThat(patched.header("ETag")).isEqualTo(scim.get(group).version());
        }
    }

    @Test
    @Tag("R-7644-3.14-04")
    @Tag("R-9110-13.1.2-01")
    @Tag("R-9110-15.4.5-01")
    void a_reader_who_has_the_version_gets_304(Scim scim) {
        Answer created = scim.post("/Users", userBody("ann", ""));
        String user = "/Users/" + created.id();
        String strong = created.version().substring(2);
        for (String tags : List.of(created.version(), strong, "*", "\"other\", " + created.version())) {
            Answer same = scim.get(user, "If-None-Match: " + tags);
            assertThat(same.status()).as(tags).isEqualTo(304);
            assertThat(same.text()).isEmpty();
            assertThat(same.header("ETag")).isEqualTo(created.version());
            assertThat(same.header("Content-Location")).isEqualTo(scim.baseUrl() + user);
            assertThat(same.header("Cache-Control")).isEqualTo(scim.get(user).header("Cache-Control"));
            Answer head = scim.send("HEAD", user, null, "If-None-Match: " + tags);
            assertThat(head.status()).isEqualTo(304);
        }
        assertThat(scim.get(user, "If-None-Match: \"other\"").status()).isEqualTo(200);
        scim.patch(user, CHANGE);
        assertThat(scim.get(user, "If-None-Match: " + created.version()).status())
                .isEqualTo(200);
    }

    @Test
    @Tag("R-7644-3.14-05")
    @Tag("R-7644-3.14-06")
    @Tag("R-9110-13.1.1-03")
    @Tag("R-7644-3.5.1-15")
    @Tag("R-7644-3.6-08")
    @Tag("R-7644-3.12-06")
    @Tag("DEC-05")
    void a_write_to_another_version_is_412_and_does_nothing(Scim scim) {
        Answer created = scim.post("/Users", userBody("ann", ""));
        String user = "/Users/" + created.id();
        String current = scim.patch(user, CHANGE).version();
        String old = "If-Match: " + created.version();
        for (Answer refused : List.of(
                scim.put(user, userBody("bob", ""), old),
                scim.patch(user, "{'op':'remove','path':'title'}", old),
                scim.delete(user, old))) {
            assertThat(refused.status()).isEqualTo(412);
            assertThat(refused.at("/status")).isEqualTo("412");
            assertThat(refused.detail()).contains(current);
        }
        assertThat(scim.get(user).version()).isEqualTo(current);

        assertThat(scim.put(user, userBody("bob", ""), "If-Match: " + current).status())
                .isEqualTo(200);
        assertThat(scim.delete(user, "If-Match: " + scim.get(user).version()).status())
                .isEqualTo(204);
    }

    @Test
    @Tag("R-7644-3.14-07")
    @Tag("DEC-09")
    @Tag("R-9110-13.1.1-02")
    void tags_are_compared_by_their_opaque_part_and_any_of_a_list_will_do(Scim scim) {
        Answer created = scim.post("/Users", userBody("ann", ""));
        String user = "/Users/" + created.id();
        String strong = created.version().substring(2);
        for (String tags : List.of(strong, "W/" + strong, "\"x\", " + strong, "W/\"x\",W/" + strong + " , \"y\"")) {
            assertThat(scim.put(user, userBody("ann", ""), "If-Match: " + tags).status())
                    .as(tags)
                    .isEqualTo(200);
        }
    }

    @Test
    @Tag("R-9110-13.1.1-01")
    @Tag("R-9110-13.2.1-01")
    void a_star_matches_whatever_is_there(Scim scim) {
        String user = "/Users/" + scim.user("ann");
        assertThat(scim.patch(user, CHANGE, "If-Match: *").status()).isEqualTo(200);
        assertThat(scim.patch("/Users/none", CHANGE, "If-Match: *").status()).isEqualTo(404);
        assertThat(scim.put("/Users/none", userBody("x", ""), "If-Match: *").status())
                .isEqualTo(404);
    }

    @Test
    @Tag("R-9110-13.1.2-01")
    void a_write_that_must_not_find_a_version_is_412(Scim scim) {
        Answer created = scim.post("/Users", userBody("ann", ""));
        String user = "/Users/" + created.id();
        for (String tags : List.of("*", created.version())) {
            assertThat(scim.put(user, userBody("bob", ""), "If-None-Match: " + tags)
                            .status())
                    .isEqualTo(412);
            assertThat(scim.patch(user, CHANGE, "If-None-Match: " + tags).status())
                    .isEqualTo(412);
            assertThat(scim.delete(user, "If-None-Match: " + tags).status()).isEqualTo(412);
        }
        assertThat(scim.get(user).at("/userName")).isEqualTo("ann");
        assertThat(scim.patch(user, CHANGE, "If-None-Match: \"other\"").status())
                .isEqualTo(200);
    }

    @Test
    @Tag("R-9110-13.2.1-01")
    void other_errors_win_over_412(Scim scim) {
        String user = "/Users/" + scim.user("ann");
        String wrong = "If-Match: \"wrong\"";
        assertThat(scim.put(user, userBody("ann", ""), wrong, "Authorization: Bearer nobody")
                        .status())
                .isEqualTo(401);
        assertThat(scim.put(user, "{", wrong).status()).isEqualTo(400);
        assertThat(scim.patch(user, "{'op':'x'}", wrong).status()).isEqualTo(400);
        assertThat(scim.delete("/Users/none", wrong).status()).isEqualTo(404);
        assertThat(scim.put(user, userBody("ann", ""), wrong).status()).isEqualTo(412);
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "W/", "\"", "W/\"unclosed", "\"a\" \"b", ",,,", "'single'"})
    @Tag("R-9110-8.8.3-01")
    void what_is_no_entity_tag_matches_nothing(String tag, Scim scim) {
        String user = "/Users/" + scim.user("ann");
        assertThat(scim.patch(user, CHANGE, "If-Match: " + tag).status()).isEqualTo(412);
        assertThat(scim.get(user, "If-None-Match: " + tag).status()).isEqualTo(200);
    }

    @Test
    @Tag("R-7644-3.14-09")
    void of_two_writers_with_one_version_one_wins(Scim scim) throws Exception {
        for (int round = 0; round < 20; round++) {
            Answer created = scim.post("/Users", userBody("u" + round, ""));
            String user = "/Users/" + created.id();
            var start = new CountDownLatch(1);
            var pool = Executors.newFixedThreadPool(2);
            try {
                var writers = List.of("A", "B").stream()
                        .map(title -> pool.submit(() -> {
                            start.await();
                            return scim.patch(
                                            user,
                                            "{'op':'replace','path':'title','value':'" + title + "'}",
                                            "If-Match: " + created.version())
                                    .status();
                        }))
                        .toList();
                start.countDown();
                assertThat(List.of(writers.get(0).get(), writers.get(1).get())).containsExactlyInAnyOrder(200, 412);
            } finally {
                pool.shutdown();
            }
        }
    }
}
