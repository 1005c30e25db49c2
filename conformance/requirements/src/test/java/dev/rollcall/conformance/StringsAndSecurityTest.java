package dev.rollcall.conformance;

import static dev.rollcall.conformance.server.Scim.userBody;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.conformance.server.Answer;
import dev.rollcall.conformance.server.Scim;
import dev.rollcall.conformance.server.ScimServer;
import dev.rollcall.conformance.server.StrictServer;
import dev.rollcall.scim.protocol.Options;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 7644 §5 to §7: strings, tenants, security. */
@ExtendWith(StrictServer.class)
class StringsAndSecurityTest {
    @ParameterizedTest
    @CsvSource({"ａｎｎ,ann", "ANN,ann", "Ann\u0065\u0301,anné", "STRASSE,straße", "ΣΊΣΥΦΟΣ,σίσυφος", "ﾊﾝｶｸ,ハンカク"})
    @Tag("R-7644-5-01")
    @Tag("R-7644-7.8-01")
    @Tag("R-7643-4.1.1-02")
    void user_names_are_prepared_before_they_are_compared(String one, String same, Scim scim) {
        scim.user(one);
        Answer again = scim.post("/Users", userBody(same, ""));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.scimType()).isEqualTo("uniqueness");
        byte[] search = Scim.json("{'schemas':['" + Scim.MESSAGES + "SearchRequest'],'filter':'userName eq \\\"" + same
                        + "\\\"'}")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(scim.send("POST", "/Users/.search", search).at("/totalResults"))
                .isEqualTo("1");
    }

    @Test
    @Tag("R-7644-5-01")
    @Tag("R-7644-7.8-01")
    void case_is_folded_alike_in_every_country(Scim scim) {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            scim.user("TITI");
            assertThat(scim.post("/Users", userBody("titi", "")).status()).isEqualTo(409);
            assertThat(scim.get("/Users?filter=USERNAME eq 'titi'").at("/totalResults"))
                    .isEqualTo("1");
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ann lee", "ann\\u0007", "\\u200Bann", "ann\\u2028", "a\\uFDD0", "♚", "henry\\u2163"})
    @Tag("R-7644-5-02")
    @Tag("R-7644-5-01")
    void a_user_name_that_precis_forbids_is_refused(String name, Scim scim) {
        Answer answer = scim.post("/Users", userBody(name, ""));
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.scimType()).isEqualTo("invalidValue");
        assertThat(answer.detail()).contains("userName");
    }

    @Test
    @Tag("R-7644-5-02")
    void and_is_taken_by_default() {
        try (ScimServer server = ScimServer.start(b -> b.options(Options.DEFAULT))) {
            Scim scim = server.newTenant();
            scim.user("Ann Lee");
            assertThat(scim.post("/Users", userBody("ann lee", "")).status()).isEqualTo(409);
        }
    }

    @Test
    @Tag("R-7644-L-01")
    @Tag("R-7643-9.2-02")
    void json_has_limits(Scim scim) {
        String deep = "[".repeat(5000) + "]".repeat(5000);
        String number = "9".repeat(100_000);
        for (String member : List.of("'emails':" + deep, "'x':" + deep, "'title':" + number, "'x':1e999999999")) {
            Answer answer = scim.post("/Users", userBody("ann", member));
            assertThat(answer.status()).as(member.substring(0, 12)).isEqualTo(400);
            assertThat(answer.text().length()).isLessThan(2000);
        }
        assertThat(scim.post("/Users", userBody("ann", "'title':'a','title':'b'"))
                        .scimType())
                .isEqualTo("invalidSyntax");
        assertThat(scim.get("/Users").at("/totalResults")).isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x\\\" or \\\"1\\\" eq \\\"1", "%", "_", "*)(uid=*", "'; DROP TABLE users; --", "\\\\"})
    @Tag("R-7643-9.2-02")
    void what_looks_like_another_language_is_only_text(String text, Scim scim) {
        scim.user("ann");
        byte[] search = ("{\"schemas\":[\"" + Scim.MESSAGES + "SearchRequest\"],\"filter\":\"userName co \\\""
                        + text.replace("\\", "\\\\").replace("\\\\\"", "\\\\\\\"") + "\\\"\"}")
                .getBytes(StandardCharsets.UTF_8);
        Answer answer = scim.send("POST", "/Users/.search", search);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.at("/totalResults")).isEqualTo("0");
    }
}
