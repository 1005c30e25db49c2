package dev.rollcall.conformance;

import static dev.rollcall.conformance.server.Scim.USER;
import static dev.rollcall.conformance.server.Scim.userBody;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.conformance.server.Answer;
import dev.rollcall.conformance.server.Scim;
import dev.rollcall.conformance.server.StrictServer;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 7643 §4.1: users. */
@ExtendWith(StrictServer.class)
class UserTest {
    /** A certificate that somebody made for himself. */
    private static final String CERTIFICATE =
            "MIIBMTCB2KADAgECAgkA5XKWqgoVgLAwCgYIKoZIzj0EAwIwDDEKMAgGA1UEAxMBYTAgFw0yNjExMjQxMjMzMjNaGA"
                    + "8yMTI2MTAzMTEyMzMyM1owDDEKMAgGA1UEAxMBYTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABMAW6M1UIj7wIfMM"
                    + "qsUw2bAlxGbdaTz7zkMhMNVlm7sVEZ49hi9ZvhCncXac73qCS2OtOlvcMohyhcn2LXC7XlajITAfMB0GA1UdDgQWBB"
                    + "TUMpr+lzPRts0UQ+PgrtlTWX8qyDAKBggqhkjOPQQDAgNIADBFAiEA9JIzctvVwAlEWU7l30kEWS+lGUMPSIt3/bhO"
                    + "cAfEcu4CIDQOSb4FvrcmXstytK5zrtLb9PUPD6g78pU6LgUHv7W7";

    @Test
    @Tag("R-7643-4.1-01")
    @Tag("R-7643-4.1.1-01")
    void a_user_has_a_user_name(Scim scim) {
        for (String member : List.of("", ",'userName':null", ",'userName':''", ",'userName':'  '")) {
            Answer answer = scim.post("/Users", "{'schemas':['" + USER + "']" + member + "}");
            assertThat(answer.status()).as(member).isEqualTo(400);
            assertThat(answer.scimType()).isEqualTo("invalidValue");
        }
        String id = scim.user("ann");
        Answer put = scim.put("/Users/" + id, "{'schemas':['" + USER + "']}");
        assertThat(put.status()).isEqualTo(400);
        assertThat(put.scimType()).isEqualTo("invalidValue");
        Answer removed = scim.patch("/Users/" + id, "{'op':'remove','path':'userName'}");
        assertThat(removed.status()).isEqualTo(400);
        assertThat(removed.scimType()).isEqualTo("mutability");
        assertThat(scim.get("/Users/" + id).at("/userName")).isEqualTo("ann");
    }

    @Test
    @Tag("R-7643-4.1.1-02")
    @Tag("R-7643-4.1.1-03")
    @Tag("R-7643-7-15")
    @Tag("R-7643-7-06")
    @Tag("R-7643-7-14")
    void a_user_name_is_unique_whatever_its_case(Scim scim) {
        String id = scim.user("Ann.Straße");
        for (String same : List.of("ann.straße", "ANN.STRASSE", "Ann.Straße")) {
            Answer answer = scim.post("/Users", userBody(same, ""));
            assertThat(answer.status()).as(same).isEqualTo(409);
            assertThat(answer.scimType()).isEqualTo("uniqueness");
        }
        assertThat(scim.get("/Users/" + id).at("/userName")).isEqualTo("Ann.Straße");
        assertThat(scim.get("/Users?filter=userName eq 'ANN.STRASSE'").at("/totalResults"))
                .isEqualTo("1");
        assertThat(scim.put("/Users/" + id, userBody("ann.straße", "")).status())
                .isEqualTo(200);
    }

    @Test
    @Tag("R-7643-4.1.1-04")
    @Tag("R-7643-4.1.1-05")
    void a_name_is_returned_as_it_was_given(Scim scim) {
        String id = scim.user(
                "ann",
                "'displayName':'Ann Lee','name':{'formatted':'Ms Ann Lee','givenName':'Ann','familyName':'Lee'}");
        JsonNode user = scim.get("/Users/" + id).json();
        assertThat(user.at("/name/formatted").asText()).isEqualTo("Ms Ann Lee");
        assertThat(user.at("/name/givenName").asText()).isEqualTo("Ann");
        assertThat(user.at("/displayName").asText()).isEqualTo("Ann Lee");
    }

    @Test
    @Tag("R-7643-4.1.1-06")
    void a_profile_is_a_url(Scim scim) {
        String id = scim.user("ann", "'profileUrl':'https://example.com/~ann'");
        assertThat(scim.get("/Users/" + id).at("/profileUrl")).isEqualTo("https://example.com/~ann");
        assertThat(scim.post("/Users", userBody("bob", "'profileUrl':'not a url'"))
                        .scimType())
                .isEqualTo("invalidValue");
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "preferredLanguage|en-US,en;q=0.8|R",
                "preferredLanguage|fr-CH, fr;q=0.9, *;q=0.5|R",
                "locale|en-US|R",
                "locale|zh-Hant-TW|R",
                "locale|en_US|R",
                "timezone|America/Los_Angeles|R",
                "timezone|Europe/Zurich|R"
            },
            delimiter = '|')
    @Tag("R-7643-4.1.1-07")
    @Tag("R-7643-4.1.1-08")
    @Tag("R-7643-4.1.1-09")
    void languages_and_places_have_their_usual_forms(String attribute, String value, String right, Scim scim) {
        String id = scim.user("ann", "'" + attribute + "':'" + value + "'");
        assertThat(scim.get("/Users/" + id).at("/" + attribute)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "preferredLanguage|en_US",
                "preferredLanguage|en;q=7",
                "locale|en US",
                "locale|!",
                "timezone|Mars/Olympus",
                "timezone|PST please"
            },
            delimiter = '|')
    @Tag("R-7643-4.1.1-07")
    @Tag("R-7643-4.1.1-08")
    @Tag("R-7643-4.1.1-09")
    void other_forms_are_refused(String attribute, String value, Scim scim) {
        Answer answer = scim.post("/Users", userBody("ann", "'" + attribute + "':'" + value + "'"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.scimType()).isEqualTo("invalidValue");
        assertThat(answer.detail()).contains(attribute);
    }

    @Test
    @Tag("R-7643-4.1.1-10")
    void active_is_a_boolean_that_is_kept(Scim scim) {
        String id = scim.user("ann", "'active':false");
        assertThat(scim.get("/Users/" + id).json().path("active").isBoolean()).isTrue();
        assertThat(scim.get("/Users?filter=active eq false").all("Resources.id"))
                .containsExactly(id);
        assertThat(scim.post("/Users", userBody("bob", "'active':'no'")).scimType())
                .isEqualTo("invalidValue");
    }

    @Test
    @Tag("R-7643-4.1.2-02")
    void any_type_is_accepted(Scim scim) {
        String id = scim.user("ann", "'emails':[{'value':'a@example.com','type':'boat'}]");
        assertThat(scim.get("/Users/" + id).all("emails.type")).containsExactly("boat");
    }

    @Test
    @Tag("R-7643-4.1.2-03")
    void a_phone_number_of_any_form_is_kept(Scim scim) {
        for (String number : List.of("tel:+1-201-555-0123", "+41 44 555 01 23", "ext. 7")) {
            String id = scim.user("u" + number.length(), "'phoneNumbers':[{'value':'" + number + "','type':'work'}]");
            assertThat(scim.get("/Users/" + id).all("phoneNumbers.value")).containsExactly(number);
        }
    }

    @Test
    @Tag("R-7643-4.1.2-05")
    void a_photo_is_a_uri(Scim scim) {
        String id = scim.user("ann", "'photos':[{'value':'https://example.com/a.png','type':'thumbnail'}]");
        assertThat(scim.get("/Users/" + id).all("photos.value")).containsExactly("https://example.com/a.png");
        assertThat(scim.post("/Users", userBody("bob", "'photos':[{'value':'not a uri'}]"))
                        .scimType())
                .isEqualTo("invalidValue");
        for (JsonNode attribute : scim.get("/Schemas/" + USER).json().path("attributes")) {
            if (attribute.path("name").asText().equals("photos")) {
                assertThat(attribute.toString()).contains("\"canonicalValues\":[\"photo\",\"thumbnail\"]");
            }
        }
    }

    @Test
    @Tag("R-7643-4.1.2-06")
    void a_country_is_a_code_of_two_letters(Scim scim) {
        String id = scim.user("ann", "'addresses':[{'country':'CH','type':'work'}]");
        assertThat(scim.get("/Users/" + id).all("addresses.country")).containsExactly("CH");
        for (String wrong : List.of("USA", "Switzerland", "C", "12")) {
            Answer answer = scim.post("/Users", userBody("bob", "'addresses':[{'country':'" + wrong + "'}]"));
            assertThat(answer.status()).as(wrong).isEqualTo(400);
            assertThat(answer.detail()).contains("country");
        }
    }

    @Test
    @Tag("R-7643-4.1.2-07")
    void an_address_has_parts_and_no_value(Scim scim) {
        String id = scim.user(
                "ann",
                "'addresses':[{'formatted':'Main St 1','streetAddress':'Main St 1','locality':'Bern','region':'BE',"
                        + "'postalCode':'3000','country':'CH','type':'work','primary':true}]");
        assertThat(scim.get("/Users/" + id).json().at("/addresses/0").size()).isEqualTo(8);
        assertThat(scim.post("/Users", userBody("bob", "'addresses':[{'value':'x'}]"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    @Tag("R-7643-4.1.2-08")
    @Tag("R-7643-7-07")
    @Tag("R-7644-3.5.2-10")
    void groups_of_a_user_are_read_only(Scim scim) {
        String group = scim.group("Guides");
        String groups = "'groups':[{'value':'" + group + "'}]";
        Answer post = scim.post("/Users", userBody("ann", groups));
        assertThat(post.status()).isEqualTo(201);
        assertThat(post.has("groups")).isFalse();
        assertThat(scim.put("/Users/" + post.id(), userBody("ann", groups)).has("groups"))
                .isFalse();
        Answer patch =
                scim.patch("/Users/" + post.id(), "{'op':'add','path':'groups','value':[{'value':'" + group + "'}]}");
        assertThat(patch.status()).isEqualTo(400);
        assertThat(patch.scimType()).isEqualTo("mutability");
        assertThat(scim.get("/Groups/" + group).has("members")).isFalse();
    }

    @Test
    @Tag("R-7643-4.1.2-09")
    @Tag("R-7643-4.1.2-10")
    @Tag("R-7643-4.2-05")
    @Tag("DEC-14")
    void groups_shows_direct_and_nested_groups(Scim scim) {
        String user = scim.user("ann");
        String inner = scim.group("Inner", user);
        String outer = scim.group("Outer", inner);
        // A circle must not make the server run in it.
        scim.patch("/Groups/" + inner, "{'op':'add','path':'members','value':[{'value':'" + outer + "'}]}");
        JsonNode groups = scim.get("/Users/" + user).json().path("groups");
        assertThat(groups).hasSize(2);
        for (JsonNode group : groups) {
            boolean direct = group.path("value").asText().equals(inner);
            assertThat(group.path("type").asText()).isEqualTo(direct ? "direct" : "indirect");
            assertThat(group.path("value").asText()).isIn(inner, outer);
            assertThat(group.path("$ref").asText())
                    .isEqualTo(scim.baseUrl() + "/Groups/" + group.path("value").asText());
            assertThat(group.path("display").asText()).isEqualTo(direct ? "Inner" : "Outer");
        }
    }

    @Test
    @Tag("R-7643-4.1.2-11")
    void a_certificate_is_binary(Scim scim) {
        String id = scim.user("ann", "'x509Certificates':[{'value':'" + CERTIFICATE + "'}]");
        assertThat(scim.get("/Users/" + id).all("x509Certificates.value")).containsExactly(CERTIFICATE);
        assertThat(scim.post("/Users", userBody("bob", "'x509Certificates':[{'value':'AQID'}]"))
                        .scimType())
                .isEqualTo("invalidValue");
    }

    @Test
    @Tag("R-7643-4.1.2-12")
    void roles_and_entitlements_are_objects_with_a_value(Scim scim) {
        String id = scim.user(
                "ann", "'roles':[{'value':'admin','primary':true}],'entitlements':[{'value':'seat','type':'paid'}]");
        assertThat(scim.get("/Users/" + id).all("roles.value")).containsExactly("admin");
        assertThat(scim.get("/Users/" + id).all("entitlements.value")).containsExactly("seat");
        assertThat(scim.post("/Users", userBody("bob", "'roles':['admin']")).scimType())
                .isEqualTo("invalidValue");
    }
}
