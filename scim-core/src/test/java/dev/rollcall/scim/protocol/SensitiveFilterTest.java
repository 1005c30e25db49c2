package dev.rollcall.scim.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.store.memory.InMemoryStore;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may not stand in the filter of a URL (RFC 7644 §7.5.2). */
class SensitiveFilterTest {
    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
    private final Server server = new Server(
            InMemoryStore.create(),
            b -> b.options(Options.DEFAULT.withSensitiveInUrls(
                    Set.of("EMAILS.value", "name", ENTERPRISE + ":employeeNumber"))));

    private static Server.Answer search(Server server, String place, String filter) {
        return server.post(
                place + "/.search",
                "{'schemas':['urn:ietf:params:scim:api:messages:2.0:SearchRequest'],'filter':'"
                        + filter.replace("\"", "\\\"") + "'}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "emails.value eq \"x\"",
                "emails co \"x\"",
                "emails[value eq \"x\"]",
                "emails[type eq \"work\" and (value sw \"x\" or type pr)]",
                "emails[not (value pr)]",
                "title pr and not (name.familyName eq \"x\")",
                "title pr or name pr",
                ENTERPRISE + ":employeeNumber eq \"1\"",
                "employeeNumber eq \"1\"",
            })
    void a_listed_attribute_is_refused_in_a_url_and_taken_in_a_body(String filter) {
        for (String place : new String[] {"/Users", "/"}) {
            Server.Answer got = server.get(place + "?filter=" + filter.replace("+", "%2B"));
            assertThat(got.status()).isEqualTo(403);
            assertThat(got.scimType()).isEqualTo("sensitive");
            assertThat(got.json().path("status").asText()).isEqualTo("403");
            assertThat(got.detail()).contains(".search").doesNotContain("\"x\"");
        }
        assertThat(search(server, "/Users", filter).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"emails.type eq \"work\"", "emails[type eq \"work\"]", "userName eq \"x\"", "nickName pr"})
    void others_are_free(String filter) {
        assertThat(server.get("/Users?filter=" + filter).status()).isEqualTo(200);
    }

    @Test
    void an_extension_that_is_listed_stands_for_all_that_is_in_it() {
        Server listed = new Server(
                InMemoryStore.create(), b -> b.options(Options.DEFAULT.withSensitiveInUrls(Set.of(ENTERPRISE))));
        for (String path : new String[] {"department", ENTERPRISE + ":manager.value", ENTERPRISE + ":department"}) {
            assertThat(listed.get("/Users?filter=" + path + " eq \"x\"").scimType())
                    .isEqualTo("sensitive");
        }
        assertThat(listed.get("/Users?filter=title eq \"x\"").status()).isEqualTo(200);
    }

    @Test
    void a_part_that_a_list_does_not_have_is_as_wrong_as_in_a_body() {
        String filter = "phoneNumbers[noSuch eq \"x\"]";
        Server.Answer got = server.get("/Users?filter=" + filter);
        assertThat(got.scimType()).isEqualTo("invalidFilter");
        assertThat(got.detail()).isEqualTo(search(server, "/Users", filter).detail());
    }

    @Test
    void a_password_is_refused_in_both_with_the_reason_that_fits() {
        for (Options options : new Options[] {Options.DEFAULT, Options.STRICT, Options.INTEROP}) {
            Server any = new Server(InMemoryStore.create(), b -> b.options(options));
            for (String filter : new String[] {"password eq \"x\"", "password pr", "not (password sw \"x\")"}) {
                assertThat(any.get("/Users?filter=" + filter).scimType()).isEqualTo("sensitive");
                Server.Answer searched = search(any, "/Users", filter);
                assertThat(searched.status()).isEqualTo(400);
                assertThat(searched.scimType()).isEqualTo("invalidFilter");
            }
        }
    }
}
