package dev.rollcall.scim.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.error.ScimType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 7644 §3.10: how attributes are named. */
class AttributePathTest {
    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            userName,                              -,                  userName, -
            name.familyName,                       -,                  name,     familyName
            members.$ref,                          -,                  members,  $ref
            a-b_c$1.d2,                            -,                  a-b_c$1,  d2
            urn:x:core:2.0:User:userName,          urn:x:core:2.0:User, userName, -
            urn:x:core:2.0:User:name.familyName,   urn:x:core:2.0:User, name,     familyName
            urn:x:core:2.0:User,                   urn:x:core:2.0,     User,     -
            urn:x:core:2.0,                        urn:x:core:2.0,     -,        -
            urn:x,                                 urn:x,              -,        -
            https://example.com/schemas/a.b,       https://example.com/schemas/a.b, -, -
            """)
    void a_path_is_cut_at_its_last_colon_and_at_the_dot_after_it(
            String text, String schema, String attribute, String subAttribute) {
        AttributePath path = AttributePath.parse(text);
        assertThat(path).isEqualTo(new AttributePath(schema, attribute, subAttribute));
        assertThat(path).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1a",
                "a.",
                ".a",
                "a.b.c",
                "a b",
                "a:",
                ":a",
                "user[name",
                "urn:x:y z",
                "urn:x:\"y\"",
                "urn:x:(y)",
                "urn:x,y",
                "é"
            })
    void what_is_no_name_and_no_uri_is_no_path(String text) {
        assertThat(AttributePath.tryParse(text)).isEmpty();
        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> AttributePath.parse(text))
                .satisfies(e -> assertThat(e.scimType()).contains(ScimType.INVALID_PATH))
                .withMessageStartingWith("\"" + text + "\" is not an attribute path");
    }

    @Test
    void a_long_text_that_is_no_path_is_shown_in_part_and_never_cut_within_a_character() {
        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> AttributePath.parse("😀".repeat(100)))
                .withMessageStartingWith("\"" + "😀".repeat(100) + "\" is not");
        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> AttributePath.parse("😀".repeat(101)))
                .withMessageStartingWith("\"" + "😀".repeat(100) + "…\" is not");
    }

    @Test
    void the_path_of_a_top_level_attribute_is_its_name() {
        assertThat(AttributePath.of("userName")).isEqualTo(AttributePath.parse("userName"));
    }

    @Test
    void a_path_of_nothing_cannot_be_made() {
        assertThatIllegalArgumentException().isThrownBy(() -> new AttributePath(null, null, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new AttributePath("urn:x:y", null, "sub"));
    }
}
