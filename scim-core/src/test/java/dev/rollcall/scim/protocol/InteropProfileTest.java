package dev.rollcall.scim.protocol;

import static dev.rollcall.scim.protocol.Server.userBody;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.codec.Quirk;
import dev.rollcall.scim.codec.Restriction;
import dev.rollcall.scim.codec.Tolerance;
import dev.rollcall.scim.store.memory.InMemoryStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The SCIM interoperability profile, where it departs from the RFCs. */
class InteropProfileTest {
    private static final String NAME = "'name':{'givenName':'M','familyName':'S'}";

    private static Server with(Options options) {
        return new Server(InMemoryStore.create(), builder -> builder.options(options));
    }

    private static Server with(Restriction only) {
        return with(Options.STRICT.withTolerance(Tolerance.STRICT.with(only)));
    }

    @Test
    void the_configuration_says_that_it_holds_and_only_then() {
        assertThat(claims(Options.INTEROP)).isTrue();
        assertThat(claims(Options.STRICT)).isFalse();
        assertThat(claims(Options.DEFAULT)).isFalse();
        assertThat(claims(Options.INTEROP.withTolerance(Tolerance.INTEROP.with(Quirk.UNKNOWN_ATTRIBUTES))))
                .isFalse();
    }

    private static boolean claims(Options options) {
        return with(options)
                .get("/ServiceProviderConfig")
                .json()
                .path("interopProfileConformant")
                .asBoolean();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'op':'replace','value':{'title':'T'}}",
                "{'op':'add','value':{'title':'T'}}",
                "{'op':'remove'}",
            })
    void an_operation_without_path_is_refused(String operation) {
        Server server = with(Restriction.PATH_IN_EVERY_OPERATION);
        Server.Answer answer = server.patch("/Users/" + server.user("mira"), operation);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.scimType()).isEqualTo("invalidSyntax");
        assertThat(answer.detail()).contains("Operations[0]").contains("path");
    }

    @Test
    void replace_of_a_complex_attribute_replaces_all_of_it_and_add_merges() {
        Server server = with(Restriction.REPLACE_WHOLE_COMPLEX);
        String path = "/Users/" + server.user("mira", NAME);
        assertThat(server.patch(path, "{'op':'replace','path':'name','value':{'FAMILYNAME':'T'}}")
                        .json()
                        .path("name")
                        .toString())
                .isEqualTo("{\"familyName\":\"T\"}");
        assertThat(server.patch(path, "{'op':'add','path':'name','value':{'givenName':'N'}}")
                        .json()
                        .path("name")
                        .toString())
                .isEqualTo("{\"familyName\":\"T\",\"givenName\":\"N\"}");
        Server letter = with(Options.STRICT);
        assertThat(letter.patch(
                                "/Users/" + letter.user("mira", NAME),
                                "{'op':'replace','path':'name','value':{'familyName':'T'}}")
                        .all("name.givenName"))
                .containsExactly("M");
    }

    @Test
    void replace_of_an_extension_leaves_its_other_attributes() {
        Server server = with(Options.INTEROP);
        String uri = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
        String path = "/Users/" + server.user("mira", "'" + uri + "':{'department':'D','division':'V'}");
        Server.Answer patched = server.patch(path, "{'op':'replace','path':'" + uri + "','value':{'department':'E'}}");
        assertThat(patched.json().path(uri).toString()).isEqualTo("{\"division\":\"V\",\"department\":\"E\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'op':'add','path':'noSuch','value':1}",
                "{'op':'add','path':'name.noSuch','value':1}",
                "{'op':'add','path':'emails[type eq ~work~].noSuch','value':1}",
                "{'op':'add','path':'name','value':{'noSuch':1}}",
                "{'op':'add','path':'urn:none:noSuch','value':1}",
            })
    void an_unknown_attribute_is_a_matter_of_syntax(String operation) {
        Server server = with(Options.INTEROP);
        String path = "/Users/" + server.user("mira", "'emails':[{'type':'work','value':'a@b'}]");
        Server.Answer answer = server.patch(path, operation.replace("~", "\\'"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.scimType()).isEqualTo("invalidSyntax");
    }

    @Test
    void unknown_attributes_and_schemas_in_a_body_are_refused() {
        Server server = with(Options.INTEROP);
        assertThat(server.post("/Users", userBody("mira", "'noSuch':1")).scimType())
                .isEqualTo("invalidSyntax");
        assertThat(server.post("/Users", userBody("mira", "'urn:none:User':{'a':1}"))
                        .scimType())
                .isEqualTo("invalidSyntax");
    }

    @Test
    void identity_by_name_and_lookups_of_the_profiles_hold() {
        Server server = with(Options.INTEROP);
        String id = server.user("Mira@example.com", "'externalId':'X1','emails':[{'type':'work','value':'m@x'}]");
        String group = server.group("G", id);
        for (String filter : new String[] {
            "userName eq \"mira@EXAMPLE.com\"",
            "externalId eq \"X1\"",
            "emails[value eq \"m@x\"]",
            "emails[type eq \"work\" and value eq \"m@x\"]"
        }) {
            assertThat(server.get("/Users?filter=" + filter).all("Resources.id"))
                    .containsExactly(id);
        }
        assertThat(server.get("/Users?filter=externalId eq \"x1\"").all("Resources.id"))
                .isEmpty();
        assertThat(server.get("/Groups?filter=members[value eq \"" + id + "\"]").all("Resources.id"))
                .containsExactly(group);
        assertThat(server.get("/Users?filter=noSuch eq \"x\"").scimType()).isEqualTo("invalidFilter");
        assertThat(server.post("/Users", userBody("MIRA@example.com", "")).scimType())
                .isEqualTo("uniqueness");
    }
}
