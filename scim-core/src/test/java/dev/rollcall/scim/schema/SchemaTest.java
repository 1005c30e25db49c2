package dev.rollcall.scim.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Schemas and resource types: the standard ones, and those of a host with all that can be wrong in them. */
class SchemaTest {
    private static Schema parse(String json) {
        return Schema.parse(new ByteArrayInputStream(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void the_standard_types_have_their_attributes_with_the_errata_applied() {
        SchemaRegistry registry = SchemaRegistry.standard();
        ResourceType user = registry.resourceType("User");
        ResourceType group = registry.resourceType("Group");
        assertThat(registry.schemas()).hasSize(6);
        assertThat(user.find("USERNAME")).satisfies(a -> {
            assertThat(a.name()).isEqualTo("userName");
            assertThat(a.required()).isTrue();
            assertThat(a.uniqueness()).isEqualTo(Uniqueness.SERVER);
            assertThat(a.caseExact()).isFalse();
        });
        assertThat(group.find("displayName").required()).isTrue();
        assertThat(user.find("addresses").sub("primary")).isNotNull();
        assertThat(user.find("photos").sub("value").caseExact()).isTrue();
        assertThat(user.find("x509Certificates").sub("value").caseExact()).isTrue();
        Attribute manager = user.find("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User")
                .sub("manager");
        assertThat(manager.sub("value").caseExact()).isTrue();
        assertThat(manager.sub("displayName").writable()).isFalse();
        assertThat(user.find("groups").sub("value").writable()).isFalse();
        assertThat(user.find("password").returned()).isEqualTo(Returned.NEVER);
    }

    @Test
    void common_attributes_win_over_a_schema_that_lists_them_too() {
        Schema schema = parse(
                "{'id':'urn:x:2.0:Thing','attributes':[{'name':'id','mutability':'readWrite'}," + "{'name':'label'}]}");
        ResourceType thing = SchemaRegistry.builder()
                .schema(schema)
                .resourceType(new ResourceTypeDefinition("Thing", null, "/Things", "URN:X:2.0:thing", List.of()))
                .build()
                .resourceType("Thing");
        assertThat(thing.id().writable()).isFalse();
        assertThat(thing.find("label").index()).isPositive();
    }

    @Test
    void what_a_schema_leaves_out_has_its_default() {
        Attribute label = parse("{'id':'urn:x:1','attributes':[{'name':'label'}]}")
                .attributes()
                .get("label");
        assertThat(label.type()).isEqualTo(AttributeType.STRING);
        assertThat(label.mutability()).isEqualTo(Mutability.READ_WRITE);
        assertThat(label.returned()).isEqualTo(Returned.DEFAULT);
        assertThat(label.uniqueness()).isEqualTo(Uniqueness.NONE);
        assertThat(label.required() || label.caseExact() || label.multiValued()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'attributes':[{'name':'a'}]}                                  | no "id"
            {'id':'urn:x:1'}                                               | no "attributes"
            {'id':'nothing','attributes':[{'name':'a'}]}                   | not a URI
            {'id':'urn:ietf:params:scim:api:x','attributes':[{'name':'a'}]} | protocol messages
            {'id':'urn:x:1','attributes':[{'type':'string'}]}              | no "name"
            {'id':'urn:x:1','attributes':[{'name':'9a'}]}                  | "9a" is not an attribute name
            {'id':'urn:x:1','attributes':[{'name':'a','type':'strin'}]}    | dateTime
            {'id':'urn:x:1','attributes':[{'name':'a','required':'yes'}]}  | "required" must be true or false
            {'id':'urn:x:1','attributes':[{'name':'a'},{'name':'A'}]}      | defined twice
            {'id':'urn:x:1','attributes':[{'name':'a','type':'complex'}]}  | no sub-attributes
            {'id':'urn:x:1','attributes':[{'name':'a','subAttributes':[{'name':'b'}]}]} | its type is string
            {'id':'urn:x:1','attributes':[{'name':'a','type':'complex','subAttributes':[{'name':'b','type':'complex','subAttributes':[{'name':'c'}]}]}]} | complex
            {'id':'urn:x:1','attributes':{}}                               | an array
            []                                                             | an object
            {'id':                                                         | valid JSON
            """)
    void a_wrong_schema_is_refused_with_the_place_and_what_is_allowed(String json, String hint) {
        InvalidSchemaException error = catchThrowableOfType(InvalidSchemaException.class, () -> parse(json));
        assertThat(error).as(json).isNotNull();
        assertThat(error.getMessage()).contains(hint);
    }

    @Test
    void a_registry_refuses_what_does_not_fit_together() {
        Schema schema = parse("{'id':'urn:x:1','attributes':[{'name':'a'}]}");
        SchemaRegistry.Builder builder = SchemaRegistry.builder().extension("User", schema);
        assertThat(catchThrowableOfType(InvalidSchemaException.class, () -> builder.schema(schema))
                        .getMessage())
                .contains("registered already");
        assertThat(catchThrowableOfType(
                                InvalidSchemaException.class,
                                () -> SchemaRegistry.builder().extension("Device", schema))
                        .getMessage())
                .contains("Device")
                .contains("User");
        ResourceTypeDefinition lost = new ResourceTypeDefinition("Thing", null, "/Things", "urn:none:1", List.of());
        assertThat(catchThrowableOfType(
                                InvalidSchemaException.class,
                                () -> SchemaRegistry.builder()
                                        .resourceType(lost)
                                        .build())
                        .getMessage())
                .contains("urn:none:1")
                .contains("not registered");
    }
}
