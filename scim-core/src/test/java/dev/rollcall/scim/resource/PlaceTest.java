package dev.rollcall.scim.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.SchemaRegistry;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Values by path, as somebody writes them who fills a table. */
class PlaceTest {
    private static final String DEPARTMENT = UserView.ENTERPRISE_SCHEMA + ":department";
    private static final ResourceType USER = SchemaRegistry.standard().resourceType("User");

    @Test
    void what_is_set_by_path_is_read_by_path() {
        Resource user = Resource.builder(USER)
                .set("userName", "anna")
                .set("name.familyName", "Smith")
                .set("name.givenName", "Anna")
                .set("emails.value", "a@example.com")
                .set("emails.type", "work")
                .set(DEPARTMENT, "R&D")
                .build();

        assertThat(user.text("userName")).contains("anna");
        assertThat(user.text("NAME.familyname")).contains("Smith");
        assertThat(user.text("emails.value")).contains("a@example.com");
        assertThat(user.text(DEPARTMENT)).contains("R&D");
        assertThat(user)
                .isEqualTo(Resource.builder(USER)
                        .set("userName", "anna")
                        .set("name", Map.of("familyName", "Smith", "givenName", "Anna"))
                        .set("emails", List.of(Map.of("value", "a@example.com", "type", "work")))
                        .extension(UserView.ENTERPRISE_SCHEMA, Map.of("department", "R&D"))
                        .build());
    }

    @Test
    void null_unassigns_and_leaves_nothing_empty_behind() {
        Resource user = Resource.builder(USER)
                .set("name.familyName", "Smith")
                .set("emails.value", "a@example.com")
                .set(DEPARTMENT, "R&D")
                .build()
                .toBuilder()
                .set("name.familyName", null)
                .set("emails.value", null)
                .set(DEPARTMENT, null)
                .build();

        assertThat(user).isEqualTo(Resource.builder(USER).build());
    }

    @Test
    void of_several_values_the_first_is_meant() {
        Resource user = Resource.builder(USER)
                .add("emails", Map.of("value", "a@example.com"))
                .add("emails", Map.of("value", "b@example.com"))
                .set("emails.value", "c@example.com")
                .build();

        assertThat(user.text("emails.value")).contains("c@example.com");
        assertThat(new UserView(user).emails()).containsExactly("c@example.com", "b@example.com");
    }

    @Test
    void the_address_of_a_user_is_the_primary_one_or_else_the_first() {
        Resource none = Resource.builder(USER).build();
        Resource first = none.toBuilder()
                .add("emails", Map.of("value", "a@example.com"))
                .add("emails", Map.of("value", "b@example.com"))
                .build();
        Resource primary = first.toBuilder()
                .add("emails", Map.of("value", "c@example.com", "primary", true))
                .build();

        assertThat(new UserView(none).email()).isEmpty();
        assertThat(new UserView(first).email()).contains("a@example.com");
        assertThat(new UserView(primary).email()).contains("c@example.com");
    }

    @Test
    void an_unknown_path_has_no_text_and_cannot_be_set() {
        Resource user = Resource.builder(USER).set("userName", "anna").build();

        for (String path : List.of("shoeSize", "name.shoeSize", "userName.value", "urn:x:y", "", ".", "name.")) {
            assertThat(user.text(path)).as(path).isEmpty();
            assertThatThrownBy(() -> user.toBuilder().set(path, "x"))
                    .as(path)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("\"" + path + "\"");
        }
    }
}
