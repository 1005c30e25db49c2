package dev.rollcall.scim.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.scim.resource.UserView;
import java.util.List;
import java.util.stream.StreamSupport;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** A registry with less than the standard types have. */
class KeptAttributesTest {
    private static final String ENTERPRISE = UserView.ENTERPRISE_SCHEMA;

    @Test
    void a_type_keeps_the_attributes_that_are_named_and_those_that_every_resource_has() {
        SchemaRegistry registry = SchemaRegistry.builder()
                .keeping("User", "username", "name.FamilyName", "emails", ENTERPRISE + ":department")
                .build();
        ResourceType user = registry.resourceType("User");

        assertThat(names(user.attributes()))
                .containsExactly("schemas", "id", "externalId", "userName", "name", "emails", ENTERPRISE, "meta");
        assertThat(names(user.find("name").subAttributes())).containsExactly("familyName");
        assertThat(names(user.find("emails").subAttributes())).contains("value", "type", "primary");
        assertThat(names(user.find(ENTERPRISE).subAttributes())).containsExactly("department");
        assertThat(user.find("userName").uniqueness()).isEqualTo(Uniqueness.SERVER);
        assertThat(names(registry.findSchema(UserView.SCHEMA).attributes()))
                .containsExactly("userName", "name", "emails");
    }

    @Test
    void an_extension_of_which_nothing_is_kept_is_gone() {
        SchemaRegistry registry =
                SchemaRegistry.builder().keeping("User", "userName").build();

        assertThat(registry.resourceType("User").extensions()).isEmpty();
        assertThat(registry.findSchema(ENTERPRISE)).isNull();
    }

    @Test
    void a_type_that_is_taken_away_takes_with_it_what_could_only_refer_to_it() {
        SchemaRegistry registry = SchemaRegistry.builder().without("Group").build();

        assertThat(registry.resourceTypes()).extracting(ResourceType::name).containsExactly("User");
        assertThat(registry.findSchema("urn:ietf:params:scim:schemas:core:2.0:Group"))
                .isNull();
        assertThat(registry.resourceType("User").find("groups")).isNull();
        assertThat(registry.resourceType("User").find(ENTERPRISE).sub("manager"))
                .isNotNull();
    }

    @Test
    void what_cannot_be_kept_or_taken_away_is_told() {
        assertRefused("Robot", () -> SchemaRegistry.builder().without("Robot"));
        assertRefused("Robot", () -> SchemaRegistry.builder().keeping("Robot", "name"));
        assertRefused("shoesize", () -> SchemaRegistry.builder().keeping("User", "userName", "shoeSize"));
        assertRefused("userName", () -> SchemaRegistry.builder().keeping("User", "displayName"));
        assertRefused("members.value", () -> SchemaRegistry.builder().keeping("Group", "displayName", "members.type"));
    }

    private static void assertRefused(String named, ThrowingCallable definition) {
        assertThatThrownBy(definition)
                .isInstanceOf(InvalidSchemaException.class)
                .hasMessageContaining(named);
    }

    private static List<String> names(Attributes attributes) {
        return StreamSupport.stream(attributes.spliterator(), false)
                .map(Attribute::name)
                .toList();
    }
}
