package dev.rollcall.scim.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rollcall.scim.codec.Projection;
import dev.rollcall.scim.codec.Tolerance;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.error.ScimType;
import dev.rollcall.scim.schema.Attribute;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.SchemaRegistry;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 7644 §3.4.2.5 and §3.9: which attributes the parameters ask for. */
class ProjectionsTest {
    private static final String CORE = "urn:ietf:params:scim:schemas:core:2.0:User";
    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
    private static final ResourceType USER = SchemaRegistry.standard().resourceType("User");

    private static List<String> shown(List<String> attributes, List<String> excluded) {
        Projection projection = Projections.parse(USER, attributes, excluded, Tolerance.STRICT);
        return StreamSupport.stream(USER.attributes().spliterator(), false)
                .filter(projection::shows)
                .map(Attribute::name)
                .toList();
    }

    private static List<String> list(String commas) {
        return commas == null ? List.of() : Arrays.asList(commas.split(";"));
    }

    /** Values of one parameter that is given several times stand between semicolons. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            userName                | schemas,id,userName
            userName;title          | schemas,id,userName,title
            'userName , ,title,'    | schemas,id,userName,title
            USERNAME,userName       | schemas,id,userName
            noSuch                  | schemas,id
            no such,title           | schemas,id,title
            password                | schemas,id
            """)
    void attributes_names_what_is_shown_beside_what_always_is(String attributes, String expected) {
        assertThat(String.join(",", shown(list(attributes), List.of()))).isEqualTo(expected);
    }

    @Test
    void excluded_attributes_are_left_out_of_what_is_shown_by_default() {
        List<String> all = shown(List.of(), List.of());
        assertThat(all).contains("userName", "title", "emails", ENTERPRISE).doesNotContain("password");
        assertThat(shown(List.of(), List.of("title", "noSuch")))
                .containsExactlyElementsOf(
                        all.stream().filter(name -> !name.equals("title")).toList());
        assertThat(shown(List.of(), List.of("id"))).isEqualTo(all);
    }

    @Test
    void the_uri_of_the_base_schema_names_its_attributes_and_no_others() {
        assertThat(shown(List.of(CORE), List.of()))
                .contains("schemas", "id", "userName", "emails")
                .doesNotContain("meta", "externalId", ENTERPRISE);
        assertThat(shown(List.of(), List.of(CORE))).containsExactly("schemas", "id", "externalId", ENTERPRISE, "meta");
        assertThat(shown(List.of(ENTERPRISE), List.of())).containsExactly("schemas", "id", ENTERPRISE);
    }

    @Test
    void both_parameters_at_once_are_refused_but_an_empty_one_is_as_if_absent() {
        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> shown(List.of("title"), List.of("emails")))
                .satisfies(e -> assertThat(e.scimType()).contains(ScimType.INVALID_VALUE))
                .withMessageContaining("together");
        assertThat(shown(List.of("title"), List.of(" , "))).containsExactly("schemas", "id", "title");
        assertThat(Projections.isGiven(List.of("", " ,"))).isFalse();
        assertThat(Projections.isGiven(List.of("", "x"))).isTrue();
    }
}
