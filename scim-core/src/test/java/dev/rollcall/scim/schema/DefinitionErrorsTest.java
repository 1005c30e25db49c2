package dev.rollcall.scim.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a definition cannot be, and what the error says of it: the place, what was found, what is allowed. */
class DefinitionErrorsTest {
    private static InputStream json(String text) {
        return new ByteArrayInputStream(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private static Schema schema(String attributes) {
        return Schema.parse(json("{'attributes':[" + attributes + "],'id':'urn:x:1'}"));
    }

    private static void refused(Runnable definition, String hints) {
        assertThatThrownBy(definition::run)
                .isInstanceOf(InvalidSchemaException.class)
                .message()
                .contains(Arrays.stream(hints.split("&")).map(String::strip).toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'name':'9a'}                                                  | urn:x:1 & "9a" is not an attribute name
            {'name':'a b'}                                                 | "a b" is not an attribute name
            {'name':'a','multivalued':true}                                | did you mean "multiValued"? & line 1
            {'name':'a','mutabilty':'readOnly'}                            | did you mean "mutability"?
            {'name':'a','referenceType':['uri']}                           | did you mean "referenceTypes"?
            {'name':'a','unique':'server'}                                 | did you mean "uniqueness"?
            {'name':'a','name':'b'}                                        | "name" stands twice
            {'name':'a','type':'float'}                                    | "a" & is "float"; allowed are [string & dateTime
            {'name':'a','mutability':'writeonly'}                          | is "writeonly"; allowed are & writeOnly
            {'name':'a','type':'boolean','caseExact':true}                 | attribute "a" has caseExact true & boolean
            {'name':'a','type':'dateTime','uniqueness':'server'}           | uniqueness "server" & dateTime & integer
            {'name':'a','type':'binary','uniqueness':'global'}             | uniqueness "global" & binary
            {'name':'a','multiValued':true,'uniqueness':'server'}          | several values
            {'name':'a','mutability':'writeOnly','returned':'never','uniqueness':'server'} | writeOnly & not kept
            {'name':'a','mutability':'writeOnly'}                          | returned "default" & only "never"
            {'name':'a','mutability':'writeOnly','returned':'never','required':true} | leave out "required"
            {'name':'a','type':'integer','canonicalValues':['1']}          | canonicalValues & integer
            {'name':'a','canonicalValues':['x','X']}                       | canonical value "X"
            {'name':'a','canonicalValues':[' ']}                           | blank
            {'name':'a','referenceTypes':['User']}                         | referenceTypes & string & only reference
            {'name':'a','type':'complex','uniqueness':'server','subAttributes':[{'name':'b'}]} | complex
            {'name':'a','type':'complex','subAttributes':[{'name':'b','type':'complex','subAttributes':[{'name':'c'}]}]} | "a.b" is complex inside
            {'name':'a','type':'complex','subAttributes':[{'name':'b'},{'name':'B'}]} | "B" is defined twice
            {'name':'a','type':'complex','multiValued':true,'subAttributes':[{'name':'b','uniqueness':'server'}]} | "a.b" & several values
            {'name':'a','type':'complex','multiValued':true,'subAttributes':[{'name':'primary'}]} | "a.primary" is of type string & a single boolean
            {'name':'a','type':'complex','multiValued':true,'subAttributes':[{'name':'type','type':'integer'}]} | "a.type" & a single string
            {'name':'a','type':'complex','multiValued':true,'subAttributes':[{'name':'Display','multiValued':true}]} | multi-valued & a single string
            {'name':'a','type':'complex','multiValued':true,'subAttributes':[{'name':'value','multiValued':true}]} | a single simple value
            {'name':'a','type':'complex','subAttributes':[{'name':'$ref'}]} | "a.$ref" & reference
            {'name':'a'},{'name':'A'}                                      | urn:x:1 & "A" is defined twice
            """)
    void of_an_attribute(String attributes, String hints) {
        refused(() -> schema(attributes), hints);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'id':'urn:x:1','attributes':[{'name':'a'}]} x                 | line
            {'id':'urn:x:1','attributes':[{'name':'a'}]} {}                | goes on after the end
            {'id':'urn:x:1','attribute':[{'name':'a'}]}                    | did you mean "attributes"?
            {'id':'urn:x:1','attributes':[{'name':'a'}],'schemas':['urn:ietf:params:scim:schemas:core:2.0:User']} | it must hold "urn:ietf:params:scim:schemas:core:2.0:Schema"
            {'id':7,'attributes':[{'name':'a'}]}                           | "id" must be a string
            """)
    void of_a_schema(String text, String hints) {
        refused(() -> Schema.parse(json(text)), hints);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'name':'T','endpoint':'/Ts'}                                  | needs "name", "endpoint" and "schema"
            {'name':'T','endpoint':'Ts','schema':'urn:x:1'}                | "Ts" & leading slash
            {'name':'T','endpoint':'/a/b','schema':'urn:x:1'}              | one path segment
            {'name':'T','endpoint':'/.search','schema':'urn:x:1'}          | does not begin with a dot
            {'name':'T','endpoint':'/me','schema':'urn:x:1'}               | "/me" & reserved & /ResourceTypes
            {'name':'T','endpoint':'/Bulk','schema':'urn:x:1'}             | reserved
            {'name':'T','endpoint':'/Schemas','schema':'urn:x:1'}          | reserved
            {'name':'T','endpoint':'/ResourceTypes','schema':'urn:x:1'}    | reserved
            {'name':'T','endpoint':'/ServiceProviderConfig','schema':'urn:x:1'} | reserved
            {'name':'a b','endpoint':'/Ts','schema':'urn:x:1'}             | "a b" is not a name
            {'name':'external','endpoint':'/Ts','schema':'urn:x:1'}        | reserved name
            {'name':'T','endpoint':'/Ts','schema':'urn:x:1','schemaExtension':[]} | did you mean "schemaExtensions"?
            {'name':'T','endpoint':'/Ts','schema':'urn:x:1','schemaExtensions':[{'required':true}]} | has no "schema"
            {'name':'T','endpoint':'/Ts','schema':'urn:x:1','schemaExtensions':[{'schema':'urn:x:1','required':true}]} | base schema already
            {'name':'T','endpoint':'/Ts','schema':'urn:x:1','schemaExtensions':[{'schema':'urn:x:2'},{'schema':'URN:x:2'}]} | twice
            {'name':'T','endpoint':'/Ts','schema':'urn:x:1','schemas':['urn:x']} | core:2.0:ResourceType
            """)
    void of_a_resource_type(String text, String hints) {
        refused(() -> ResourceTypeDefinition.parse(json(text)), hints);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'schemas':[]}                                                 | no "resourceType"
            {'resourcetype':{}}                                            | did you mean "resourceType"?
            {'resourceType':{'name':'T','endpoint':'/Ts','schema':'urn:x:1'},'schemas':[{'id':'urn:x:2','attributes':[{'name':'a'}]}]} | urn:x:2 & uses it neither
            {'resourceType':{'name':'T','endpoint':'/Ts','schema':'urn:x:1'},'schemas':[{'attributes':[]}]} | schema 0 has no "id"
            """)
    void of_both_in_one_file(String text, String hints) {
        refused(() -> ResourceTypeBundle.parse(json(text)), hints);
    }

    private static SchemaRegistry.Builder with(Schema schema) {
        return SchemaRegistry.builder().schema(schema);
    }

    private static ResourceTypeBuilder type(String name, String endpoint) {
        return ResourceTypeDefinition.builder(name).endpoint(endpoint).schema("urn:x:1");
    }

    @Test
    void of_things_that_do_not_fit_together() {
        Schema plain = schema("{'name':'a'}");
        refused(
                () -> with(plain)
                        .resourceType(type("T", "/Ts").build())
                        .resourceType(type("U", "/Ts").build())
                        .build(),
                "U is at /Ts & endpoint of its own");
        refused(
                () -> with(plain).resourceType(type("T", "/Users").build()).build(),
                "/Users, where another one is already");
        refused(
                () -> with(schema("{'name':'a','type':'reference','referenceTypes':['Usr']}"))
                        .build(),
                "\"a\" has the reference type \"Usr\" & external, uri & User");
        String user = "urn:ietf:params:scim:schemas:core:2.0:User";
        refused(
                () -> with(plain)
                        .resourceType(type("T", "/Ts").extension(user).build())
                        .build(),
                user + " & core schema");
        refused(
                () -> SchemaRegistry.builder()
                        .resourceType(ResourceTypeDefinition.builder("T")
                                .endpoint("/Ts")
                                .schema("urn:ietf:params:scim:schemas:core:2.0:Schema")
                                .build())
                        .build(),
                "a schema of its own");
        refused(
                () -> SchemaRegistry.builder()
                        .extension("User", schema("{'name':'Meta'}"))
                        .build(),
                "\"meta\" & every resource has");
        Schema within =
                Schema.builder("urn:x:1:a").attribute("b", AttributeType.STRING).build();
        refused(
                () -> with(plain)
                        .resourceType(type("T", "/Ts").build())
                        .extension("T", within)
                        .build(),
                "urn:x:1:a & choose another URI");
        refused(() -> type("T", "/Ts").schema((String) null).build(), "needs an endpoint and a schema");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'name':'a','type':'reference','referenceTypes':['Thing','external','uri']}",
                "{'name':'a','type':'integer','uniqueness':'server'},{'name':'b','type':'decimal','uniqueness':'global'}",
                "{'name':'a','type':'complex','uniqueness':'none','subAttributes':[{'name':'b','uniqueness':'server'}]}",
                "{'name':'a','required':true,'mutability':'readOnly'}",
                "{'name':'a','x-label':'A','displayName':'A','description':null}",
                "{'name':'$ref','type':'reference'}",
                "{'name':'a-b_c$9'}"
            })
    void what_is_unusual_but_possible_is_taken(String attributes) {
        SchemaRegistry registry = with(schema(attributes))
                .resourceType(type("Thing", "/Things").build())
                .build();
        assertThat(registry.resourceType("Thing").schema().attributes().size()).isPositive();
    }

    @Test
    void one_schema_can_extend_several_types() {
        Schema tag = schema("{'name':'a'}");
        SchemaRegistry registry = SchemaRegistry.builder()
                .extension("User", tag)
                .extension("Group", tag, true)
                .build();
        assertThat(registry.resourceType("User").find("urn:x:1").required()).isFalse();
        assertThat(registry.resourceType("Group").find("urn:x:1").required()).isTrue();
    }

    @Test
    void what_a_complex_attribute_forbids_its_sub_attributes_forbid() {
        Schema schema = Schema.builder("urn:x:1")
                .attribute(
                        "once",
                        AttributeType.COMPLEX,
                        a -> a.immutable()
                                .subAttribute("a", AttributeType.STRING)
                                .subAttribute("b", AttributeType.STRING, s -> s.readOnly()))
                .attribute("secret", AttributeType.COMPLEX, a -> a.writeOnly().subAttribute("a", AttributeType.STRING))
                .build();
        assertThat(schema.attributes().get("once").sub("a").mutability()).isEqualTo(Mutability.IMMUTABLE);
        assertThat(schema.attributes().get("once").sub("b").mutability()).isEqualTo(Mutability.READ_ONLY);
        assertThat(schema.attributes().get("secret").sub("a").mutability()).isEqualTo(Mutability.WRITE_ONLY);
        assertThat(schema.attributes().get("secret").sub("a").returned()).isEqualTo(Returned.NEVER);
    }
}
