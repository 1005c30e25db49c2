package dev.rollcall.scim.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.store.memory.InMemoryStore;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forms that RFC 7643 §2.3 and §4.1 give to values: kept under STRICT, forgiven by default where providers differ. */
class ValueFormsTest {
    private final Server strict = new Server(InMemoryStore.create(), b -> b.options(Options.STRICT));
    private final Server lenient = new Server(InMemoryStore.create());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'profileUrl':'two words'               | profileUrl: must be an absolute or relative URI",
                "'photos':[{'value':'a b'}]             | photos[0].value: must be an absolute or relative URI",
                "'preferredLanguage':'en_US'            | preferredLanguage: must be languages as in Accept-Language",
                "'locale':'de CH'                       | locale: must be a language tag",
                "'timezone':'Mitteleuropa'              | timezone: must be the IANA name",
                "'addresses':[{'country':'USA'}]        | addresses[0].country: must be a country code",
                "'x509Certificates':[{'value':'AAAA'}]  | x509Certificates[0].value: must be exactly one X.509 certificate"
            })
    void a_wrong_form_is_refused_under_strict_and_kept_by_default(String attribute, String detail) {
        Server.Answer refused = strict.post("/Users", Server.userBody("a", attribute));
        assertThat(refused.scimType()).isEqualTo("invalidValue");
        assertThat(refused.detail()).contains(detail);
        Server.Answer kept = lenient.post("/Users", Server.userBody("a", attribute));
        assertThat(kept.status()).as(kept.text()).isEqualTo(201);
        String name = attribute.substring(1, attribute.indexOf("':"));
        assertThat(lenient.get("/Users/" + kept.id()).json().has(name)).isTrue();
        Server.Answer patched = strict.patch("/Users/" + strict.user("b"), "{'op':'add','value':{" + attribute + "}}");
        assertThat(patched.scimType()).isEqualTo("invalidValue");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'profileUrl':'../people/mira'",
                "'profileUrl':'urn:example:1'",
                "'preferredLanguage':'en-US,en;q=0.8'",
                "'locale':'de_CH'",
                "'locale':'de-CH'",
                "'timezone':'America/Los_Angeles'",
                "'addresses':[{'country':'US'}]",
                "'addresses':[{'type':'den'}]"
            })
    void a_right_form_is_taken_under_strict(String attribute) {
        Server.Answer answer = strict.post("/Users", Server.userBody("a", attribute));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }
}
