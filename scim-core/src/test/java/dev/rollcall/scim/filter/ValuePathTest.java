package dev.rollcall.scim.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rollcall.scim.codec.Tolerance;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.error.ScimType;
import dev.rollcall.scim.path.AttributePath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuePathTest {
    private static ValuePath strict(String text) {
        return ValuePath.parse(text, Tolerance.STRICT);
    }

    @Test
    void a_path_without_brackets_is_an_attribute_path() {
        assertThat(strict("name.familyName")).isEqualTo(ValuePath.of(new AttributePath(null, "name", "familyName")));
    }

    @Test
    void brackets_select_values_and_a_sub_attribute_may_follow() {
        assertThat(strict("addresses[type eq \"work\"].postalCode"))
                .isEqualTo(new ValuePath(
                        AttributePath.of("addresses"),
                        Filter.parse("type eq \"work\"", Tolerance.STRICT),
                        "postalCode"));
    }

    @Test
    void an_extension_uri_may_stand_before_brackets() {
        ValuePath path = strict(Things.ENTERPRISE + ":manager[value eq \"x\"].displayName");
        assertThat(path.path()).isEqualTo(new AttributePath(Things.ENTERPRISE, "manager", null));
        assertThat(path.subAttribute()).isEqualTo("displayName");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "members",
                "members[value eq \"2819c223-7f76-453a-919d-413861904646\"]",
                "members[value eq \"1\" and not (type eq \"Group\")]",
                "emails[type eq \"a]b[\\\"\"].value",
                "members[$ref sw \"x\"].$ref",
                "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User",
                "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value",
                "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User[department pr].costCenter",
                "schemas[value eq \"urn:x:y\"]",
            })
    void a_path_prints_as_it_is_read(String text) {
        assertThat(strict(text)).hasToString(text);
        assertThat(strict(strict(text).toString())).isEqualTo(strict(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                             | Expected an attribute path such as userName, name.familyName, emails[type eq "work"].value
            `   `                          | Expected an attribute path
            /emails/0                      | Expected an attribute path
            name.                          | Expected an attribute path
            a.b.c                          | Expected an attribute path
            [type eq "work"]               | Expected an attribute path
            emails[0]                      | Values are selected by a filter such as [type eq "work"], not by an index at character 7
            emails[-1].value               | not by an index
            emails[*]                      | not by an index
            emails[]                       | Values are selected by a filter
            emails[type eq "work"].        | Expected the end, or a dot and the name of a sub-attribute, after the brackets at character 23
            emails[type eq "work"]value    | Expected the end, or a dot
            emails[type eq "work"].a.b     | Expected the end, or a dot
            emails[type eq "work"].value eq "x" | Expected the end, or a dot
            emails[type eq "work"][a pr]   | Expected the end, or a dot
            emails[type eq "work"]]        | Expected the end, or a dot
            userName eq "mira"             | A path names an attribute and has no operator outside of brackets at character 9
            emails and phones[a pr]        | A path names an attribute and has no operator outside of brackets
            """)
    void a_malformed_path_is_an_invalid_path(String text, String message) {
        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> ValuePath.parse(text, Tolerance.DEFAULT))
                .satisfies(e -> assertThat(e.scimType()).contains(ScimType.INVALID_PATH))
                .withMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            emails[type]                   | Expected an operator (eq, ne, co, sw, ew, gt, ge, lt, le, pr) but found "]" at character 12
            emails[type eq "work"          | Expected "and", "or" or "]" but found the end
            emails[type eq 'work']         | A string stands in double quotes
            emails[a[b pr]]                | Brackets cannot stand within brackets at character 9
            emails[a[b pr].c pr]           | Brackets cannot stand within brackets
            emails[a pr)]                  | Expected "and", "or" or "]" but found ")"
            """)
    void a_malformed_filter_in_brackets_is_an_invalid_filter(String text, String message) {
        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> ValuePath.parse(text, Tolerance.DEFAULT))
                .satisfies(e -> assertThat(e.scimType()).contains(ScimType.INVALID_FILTER))
                .withMessageContaining(message);
    }

    @Test
    void unquoted_values_are_forgiven_in_brackets_too() {
        assertThat(ValuePath.parse("members[value eq 2819c223]", Tolerance.DEFAULT))
                .hasToString("members[value eq \"2819c223\"]");
        assertThatExceptionOfType(ScimException.class).isThrownBy(() -> strict("members[value eq 2819c223]"));
    }

    @Test
    void a_sub_attribute_without_filter_belongs_to_the_path() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ValuePath(AttributePath.of("name"), null, "x"));
    }

    /** RFC 7644 §3.4.2.2, erratum 4690. */
    @Test
    void a_filter_that_selects_again_cannot_stand_in_the_brackets_of_a_path() {
        Filter nested = new Filter.Element(AttributePath.of("a"), new Filter.Present(AttributePath.of("b")));
        assertThatIllegalArgumentException().isThrownBy(() -> new ValuePath(AttributePath.of("emails"), nested, null));
    }
}
