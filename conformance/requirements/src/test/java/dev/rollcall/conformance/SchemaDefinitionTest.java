package dev.rollcall.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.conformance.server.Gauges;
import dev.rollcall.conformance.server.Scim;
import dev.rollcall.conformance.server.StrictServer;
import dev.rollcall.scim.schema.InvalidSchemaException;
import dev.rollcall.scim.schema.Schema;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 7643 §2.1, §2.2: names and characteristics of attributes. */
@ExtendWith(StrictServer.class)
class SchemaDefinitionTest {
    private static Schema parse(String attributes) {
        String json = Scim.json("{'schemas':['urn:ietf:params:scim:schemas:core:2.0:Schema'],'id':'urn:example:T',"
                + "'name':'T','attributes':[" + attributes + "]}");
        return Schema.parse(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "aB9", "a-b_c$d", "$ref"})
    @Tag("R-7643-2.1-02")
    @Tag("R-7643-2.1-03")
    void a_name_begins_with_a_letter(String name) {
        assertThatCode(() -> parse("{'name':'" + name + "','type':'" + (name.equals("$ref") ? "reference" : "string")
                        + "'" + (name.equals("$ref") ? ",'referenceTypes':['uri']" : "") + "}"))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1a", "a b", "a.b", "a:b", "ä", "-a", "_a", "a[b]"})
    @Tag("R-7643-2.1-02")
    void a_schema_with_another_name_is_refused(String name) {
        assertThatThrownBy(() -> parse("{'name':'" + name + "','type':'string'}"))
                .isInstanceOf(InvalidSchemaException.class)
                .hasMessageContaining("urn:example:T");
    }

    @Test
    @Tag("R-7643-2.2-01")
    @Tag("R-7643-2.2-02")
    @Tag("R-7643-2.2-03")
    @Tag("R-7643-2.2-04")
    @Tag("R-7643-2.2-05")
    @Tag("R-7643-2.2-06")
    @Tag("R-7643-2.2-07")
    void what_a_schema_does_not_say_has_its_default(Scim scim) {
        JsonNode label = null;
        for (JsonNode attribute : scim.get("/Schemas/" + Gauges.SCHEMA).json().path("attributes")) {
            label = attribute.path("name").asText().equals("label") ? attribute : label;
        }
        assertThat(label).isNotNull();
        assertThat(label.path("required").asBoolean(true)).isFalse();
        assertThat(label.path("canonicalValues").isEmpty()).isTrue();
        assertThat(label.path("caseExact").asBoolean(true)).isFalse();
        assertThat(label.path("mutability").asText()).isEqualTo("readWrite");
        assertThat(label.path("returned").asText()).isEqualTo("default");
        assertThat(label.path("uniqueness").asText()).isEqualTo("none");
        assertThat(label.path("type").asText()).isEqualTo("string");
        assertThat(label.path("multiValued").asBoolean(true)).isFalse();

        String first = scim.post("/Gauges", Gauges.body("a", "'label':'Same'")).id();
        scim.post("/Gauges", Gauges.body("b", "'label':'same'"));
        assertThat(scim.get("/Gauges?filter=label eq 'SAME'").at("/totalResults"))
                .isEqualTo("2");
        assertThat(scim.get("/Gauges/" + first).at("/label")).isEqualTo("Same");
    }

    @ParameterizedTest
    @ValueSource(strings = {"money", "object", "String", "date", "array"})
    @Tag("R-7643-2.3-01")
    @Tag("R-7643-7-03")
    void there_are_no_other_data_types(String type) {
        assertThatThrownBy(() -> parse("{'name':'x','type':'" + type + "'}"))
                .isInstanceOf(InvalidSchemaException.class)
                .hasMessageContaining(type)
                .hasMessageContaining("dateTime");
    }

    @Test
    @Tag("R-7643-7-03")
    void all_eight_data_types_are_there(Scim scim) {
        assertThat(scim.get("/Schemas/" + Gauges.SCHEMA).all("attributes.type"))
                .contains("string", "boolean", "decimal", "integer", "dateTime", "binary", "reference", "complex");
    }

    @Test
    @Tag("R-7643-2.3.8-02")
    void a_complex_attribute_has_no_complex_sub_attribute() {
        assertThatThrownBy(() -> parse("{'name':'a','type':'complex','subAttributes':[{'name':'b','type':'complex',"
                        + "'subAttributes':[{'name':'c','type':'string'}]}]}"))
                .isInstanceOf(InvalidSchemaException.class)
                .hasMessageContaining("a.b");
    }

    @Test
    @Tag("R-7643-7-04")
    void a_complex_attribute_lists_its_sub_attributes(Scim scim) {
        assertThatThrownBy(() -> parse("{'name':'a','type':'complex'}")).isInstanceOf(InvalidSchemaException.class);
        for (JsonNode schema : scim.get("/Schemas").json().path("Resources")) {
            for (JsonNode attribute : schema.path("attributes")) {
                assertThat(attribute.path("type").asText().equals("complex"))
                        .as(attribute.toString())
                        .isEqualTo(attribute.path("subAttributes").size() > 0);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"userName", "USERNAME", "username", "UserName"})
    @Tag("R-7643-2.1-01")
    void names_have_no_case_anywhere(String name, Scim scim) {
        String id = scim.post(
                        "/Users", "{'SCHEMAS':['" + Scim.USER + "'],'" + name + "':'ann','NAME':{'GIVENNAME':'Ann'}}")
                .id();
        assertThat(scim.get("/Users/" + id).at("/userName")).isEqualTo("ann");
        assertThat(scim.get("/Users/" + id).at("/name/givenName")).isEqualTo("Ann");
        assertThat(scim.get("/Users?filter=" + name + " eq 'ann'").at("/totalResults"))
                .isEqualTo("1");
        assertThat(scim.get("/Users?sortBy=" + name).at("/Resources/0/id")).isEqualTo(id);
        assertThat(scim.get("/Users/" + id + "?attributes=" + name).at("/userName"))
                .isEqualTo("ann");
        assertThat(scim.get("/Users/" + id + "?excludedAttributes=" + name).has("userName"))
                .isFalse();
        assertThat(scim.patch("/Users/" + id, "{'op':'replace','path':'" + name + "','value':'bob'}")
                        .at("/userName"))
                .isEqualTo("bob");
        assertThat(scim.patch("/Users/" + id, "{'op':'replace','value':{'" + name + "':'cid'}}")
                        .at("/userName"))
                .isEqualTo("cid");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"'title':'a','TITLE':'b'", "'title':'a','title':'a'", "'name':{'givenName':'a','givenname':'b'}"
            })
    @Tag("R-7643-2.1-05")
    void names_that_differ_only_in_case_are_one_name(String members, Scim scim) {
        var answer = scim.post("/Users", Scim.userBody("ann", members));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.scimType()).isEqualTo("invalidSyntax");
        assertThat(scim.get("/Users").at("/totalResults")).isEqualTo("0");
    }
}
