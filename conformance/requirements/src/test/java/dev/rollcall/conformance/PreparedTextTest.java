package dev.rollcall.conformance;

import static dev.rollcall.conformance.server.Scim.userBody;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.conformance.server.Answer;
import dev.rollcall.conformance.server.Scim;
import dev.rollcall.conformance.server.ScimServer;
import dev.rollcall.conformance.server.StrictServer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 7644 §5 and §7.8. */
@ExtendWith(StrictServer.class)
class PreparedTextTest {
    @ParameterizedTest
    @CsvSource({
        "anna@example.com, ANNA@Example.COM",
        "anna, \uFF41\uFF4E\uFF4E\uFF41",
        "\u00E9lise, E\u0301LISE",
        "\u03BF\u03B4\u03CC\u03C2, \u039F\u0394\u038C\u03A3",
        "title, TITLE",
    })
    @Tag("R-7643-4.1.1-02")
    @Tag("R-7644-5-01")
    @Tag("R-7644-7.8-01")
    void forms_of_one_name_are_one_name(String name, String other, Scim scim) {
        String id = scim.user(name);

        Answer again = scim.post("/Users", userBody(other, ""));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.scimType()).isEqualTo("uniqueness");
        assertThat(scim.search("/Users", "'filter':'userName eq \\'" + other + "\\''")
                        .all("Resources.id"))
                .containsExactly(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna berg", "henry\u2163", "a\u200Bb", "a\u05D0", "a\u00B7b"})
    @Tag("R-7644-5-02")
    void a_name_that_precis_forbids_is_refused(String name, Scim scim) {
        Answer refused = scim.post("/Users", userBody(name, ""));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.scimType()).isEqualTo("invalidValue");
        assertThat(refused.at("/detail")).contains("userName").contains("U+");
    }

    @Test
    @Tag("R-7643-4.1.1-14")
    @Tag("R-7644-5-01")
    @Tag("R-7644-7.7-01")
    void a_password_is_prepared_and_checked_before_the_host_gets_it() {
        List<String> set = new ArrayList<>();
        try (ScimServer server = ScimServer.start(rollcall ->
                rollcall.passwords(change -> set.add(change.password().text())))) {
            Scim scim = server.newTenant();
            scim.user("anna", "'password':'cafe\u0301\u3000au lait'");
            Answer refused = scim.post("/Users", userBody("bert", "'password':'short'"));

            assertThat(set).containsExactly("caf\u00E9 au lait");
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.scimType()).isEqualTo("invalidValue");
            assertThat(scim.get("/Users").all("Resources.userName")).containsExactly("anna");
        }
    }
}
