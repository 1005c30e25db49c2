package dev.rollcall.scim.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.codec.Tolerance;
import dev.rollcall.scim.path.AttributePath;
import dev.rollcall.scim.path.PathResolver;
import dev.rollcall.scim.path.ResolvedPath;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.resource.Value;
import dev.rollcall.scim.schema.Attribute;
import dev.rollcall.scim.schema.AttributeType;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.Schema;
import dev.rollcall.scim.schema.SchemaRegistry;
import dev.rollcall.scim.schema.Uniqueness;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFactoryTest {
    private static final String BADGE = "urn:example:badge";
    private static final SchemaRegistry REGISTRY = SchemaRegistry.builder()
            .extension(
                    "User",
                    Schema.builder(BADGE)
                            .attribute(Attribute.named("number", AttributeType.DECIMAL)
                                    .uniqueness(Uniqueness.SERVER)
                                    .build())
                            .attribute(Attribute.named("emails", AttributeType.COMPLEX)
                                    .multiValued(true)
                                    .subAttributes(List.of(Attribute.named("value", AttributeType.STRING)
                                            .build()))
                                    .build())
                            .build())
            .build();
    private static final ResourceType USER = REGISTRY.resourceType("User");

    private final KeyFactory keys = KeyFactory.standard();

    @Test
    void each_address_of_a_user_is_one_key_in_the_case_of_the_schema() {
        Resource user = Resource.builder(USER)
                .set("userName", "Mira")
                .set(
                        "emails",
                        List.of(
                                Map.of("value", "Mira@X.com", "type", "work"),
                                Map.of("value", "m@home.example"),
                                Map.of("type", "other"),
                                Map.of("value", "mira@x.COM", "type", "home")))
                .build();

        assertThat(keys.stored(user).keys())
                .containsExactly(
                        new Key("userName", "mira", true),
                        new Key("emails.value", "mira@x.com", false),
                        new Key("emails.value", "m@home.example", false));
        assertThat(keys.stored(user).key("emails.value")).contains("mira@x.com");
    }

    @Test
    void what_an_extension_calls_emails_is_no_key_and_what_it_calls_unique_is() {
        Resource user = Resource.builder(USER)
                .set("userName", "mira")
                .set(BADGE, Map.of("number", 7.50, "emails", List.of(Map.of("value", "m@x.com"))))
                .build();

        assertThat(keys.stored(user).keys())
                .containsExactly(new Key("userName", "mira", true), new Key(BADGE + ":number", "7.5", true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"userName", "externalId", "displayName", "emails.value", BADGE + ":number"})
    void a_path_is_covered_if_each_of_its_values_is_a_key(String path) {
        assertThat(keys.covers(USER, resolved(path))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"id", "title", "active", "emails", "emails.type", "phoneNumbers.value", BADGE + ":emails.value"})
    void no_other_path_is(String path) {
        assertThat(keys.covers(USER, resolved(path))).isFalse();
        assertThat(keys.equality(USER, resolved(path), Value.of("x"))).isEmpty();
    }

    @Test
    void an_equality_is_the_key_that_the_value_has_in_a_resource() {
        assertThat(keys.equality(USER, resolved("emails.value"), Value.of("M@X.com")))
                .contains(new Key("emails.value", "m@x.com", false));
        assertThat(keys.equality(USER, resolved(BADGE + ":number"), Value.of(7)))
                .contains(new Key(BADGE + ":number", "7", true));
    }

    private static ResolvedPath resolved(String path) {
        return new PathResolver(USER, Tolerance.STRICT)
                .resolve(AttributePath.parse(path))
                .orElseThrow();
    }
}
