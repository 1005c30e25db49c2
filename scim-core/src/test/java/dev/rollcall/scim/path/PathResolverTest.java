package dev.rollcall.scim.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rollcall.scim.codec.Quirk;
import dev.rollcall.scim.codec.Tolerance;
import dev.rollcall.scim.schema.Attribute;
import dev.rollcall.scim.schema.AttributeType;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.ResourceTypeDefinition;
import dev.rollcall.scim.schema.Schema;
import dev.rollcall.scim.schema.SchemaRegistry;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 7644 §3.10: what a path names in a resource of a type, and what is said of one that names nothing. */
class PathResolverTest {
    private static final String CORE = "urn:ietf:params:scim:schemas:core:2.0:User";
    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
    private static final ResourceType USER = SchemaRegistry.standard().resourceType("User");

    private static final PathResolver STRICT = new PathResolver(USER, Tolerance.STRICT);

    private static AttributePath path(String text) {
        return AttributePath.parse(text.replace("${core}", CORE).replace("${e}", ENTERPRISE));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            USERNAME,                        userName
            name.FAMILYNAME,                 name.familyName
            emails.value,                    emails.value
            meta.created,                    meta.created
            ${core}:userName,                userName
            ${core}:name.givenName,          name.givenName
            ${e},                            ${e}
            ${e}:department,                 ${e}:department
            ${e}:manager.value,              ${e}:manager.value
            """)
    void a_path_names_an_attribute_in_any_case_with_or_without_its_schema(String text, String canonical) {
        assertThat(STRICT.resolve(path(text)).orElseThrow()).hasToString(canonical.replace("${e}", ENTERPRISE));
        assertThat(STRICT.resolve(path(text.toUpperCase(Locale.ROOT)
                        .replace("${CORE}", CORE.toUpperCase(Locale.ROOT))
                        .replace("${E}", ENTERPRISE.toUpperCase(Locale.ROOT)))))
                .isEqualTo(STRICT.resolve(path(text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "noSuch",
                "name.noSuch",
                "userName.value",
                "department",
                "${core}",
                "${core}:noSuch",
                "${core}:department",
                "${e}:noSuch",
                "${e}:userName",
                "${e}:manager.noSuch",
                "urn:x:y:userName",
                "urn:x:2.0"
            })
    void what_the_schema_does_not_have_is_not_found_elsewhere(String text) {
        assertThat(STRICT.resolve(path(text))).isEmpty();
    }

    @Test
    void a_resolved_path_knows_its_steps_from_the_top_down() {
        ResolvedPath manager = STRICT.resolve(path("${e}:manager.value")).orElseThrow();
        Attribute extension = USER.find(ENTERPRISE);
        assertThat(manager.top()).isSameAs(extension);
        assertThat(manager.parent()).isSameAs(extension.sub("manager"));
        assertThat(manager.leaf()).isSameAs(extension.sub("manager").sub("value"));
        ResolvedPath name = STRICT.resolve(path("name")).orElseThrow();
        assertThat(name.parent()).isNull();
        assertThat(name.child(name.leaf().sub("givenName")))
                .isEqualTo(STRICT.resolve(path("name.givenName")).orElseThrow());
        assertThatIllegalArgumentException().isThrownBy(() -> new ResolvedPath(List.of()));
    }

    @Test
    void only_the_uri_of_the_base_schema_is_the_resource_itself() {
        assertThat(STRICT.isResource(path("${core}"))).isTrue();
        assertThat(STRICT.isResource(AttributePath.parse(CORE.toLowerCase(Locale.ROOT))))
                .isTrue();
        assertThat(STRICT.isResource(path("${e}"))).isFalse();
        assertThat(STRICT.isResource(path("userName"))).isFalse();
    }

    /** A host may number its schemas: the last part of such a URI can be no name, so all of it is the URI. */
    @Test
    void a_schema_whose_uri_ends_in_a_number_names_its_resource_too() {
        ResourceType box = SchemaRegistry.builder()
                .schema(Schema.of("urn:example:box:2.0", null, null, List.of(text("label"))))
                .resourceType(new ResourceTypeDefinition("Box", null, "/Boxes", "urn:example:box:2.0", List.of()))
                .build()
                .resourceType("Box");
        PathResolver resolver = new PathResolver(box, Tolerance.STRICT);
        AttributePath uri = AttributePath.parse("urn:example:box:2.0");
        assertThat(resolver.isResource(uri)).isTrue();
        assertThat(resolver.resolve(uri)).isEmpty();
        assertThat(resolver.resolve(AttributePath.parse("urn:example:box:2.0:label")))
                .isPresent();
    }

    /** The quirk looks in the extensions only where it cannot be in doubt. */
    @Test
    void an_unqualified_name_of_an_extension_counts_if_one_extension_has_it_and_the_type_does_not() {
        SchemaRegistry.Builder builder = SchemaRegistry.builder();
        List.of("one", "two")
                .forEach(name -> builder.extension(
                        "User",
                        Schema.of(
                                "urn:example:" + name + ":2.0:User",
                                null,
                                null,
                                List.of(text("badge"), text(name + "Only"), text("title")))));
        PathResolver resolver = new PathResolver(
                builder.build().resourceType("User"), Tolerance.STRICT.with(Quirk.UNQUALIFIED_EXTENSION));
        assertThat(resolver.resolve(path("TWOONLY")).orElseThrow()).hasToString("urn:example:two:2.0:User:twoOnly");
        assertThat(resolver.resolve(path("title")).orElseThrow()).hasToString("title");
        assertThat(resolver.resolve(path("badge"))).isEmpty();
        assertThat(resolver.resolve(path("noSuch"))).isEmpty();
    }

    private static Attribute text(String name) {
        return Attribute.named(name, AttributeType.STRING).build();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            noSuch            | "noSuch" is no attribute of User; attributes are schemas, id, externalId, userName
            ${core}:noSuch    | "noSuch" is no attribute of User; attributes are schemas, id, externalId, userName
            name.noSuch       | "name" has no sub-attribute "noSuch"; it has formatted, familyName
            ${core}:NAME.no   | "name" has no sub-attribute "no"; it has formatted, familyName
            userName.value    | "userName" has no sub-attribute "value"; it has none
            ${e}:noSuch       | "noSuch" is no attribute of the extension ${e}; attributes are employeeNumber, costCenter
            ${e}:manager.no   | "manager" has no sub-attribute "no"; it has value, $ref, displayName
            urn:x:y:name      | "urn:x:y:name" belongs to no schema of User; its schemas are ${core}, ${e}
            urn:x:2.0         | "urn:x:2.0" belongs to no schema of User; its schemas are ${core}, ${e}
            noSuch.sub        | "noSuch" is no attribute of User
            """)
    void an_unknown_path_is_explained_by_what_there_is_instead(String text, String explanation) {
        assertThat(STRICT.explainUnknown(path(text)))
                .startsWith(explanation.replace("${core}", CORE).replace("${e}", ENTERPRISE));
    }
}
