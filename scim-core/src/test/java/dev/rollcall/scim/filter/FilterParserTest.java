package dev.rollcall.scim.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rollcall.scim.codec.Tolerance;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.error.ScimType;
import dev.rollcall.scim.path.AttributePath;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterParserTest {
    private static final Filter A = new Filter.Present(AttributePath.of("a"));
    private static final Filter B = new Filter.Present(AttributePath.of("b"));
    private static final Filter C = new Filter.Present(AttributePath.of("c"));

    private static Filter strict(String text) {
        return Filter.parse(text, Tolerance.STRICT);
    }

    private static Literal literal(String text) {
        return ((Filter.Compare) strict("x eq " + text)).value();
    }

    @Test
    void a_comparison_has_a_path_an_operator_and_a_literal() {
        assertThat(strict("name.familyName co \"O'Malley\""))
                .isEqualTo(new Filter.Compare(
                        new AttributePath(null, "name", "familyName"), Operator.CO, Literal.of("O'Malley")));
    }

    @Test
    void and_binds_tighter_than_or() {
        assertThat(strict("a pr or b pr and c pr")).isEqualTo(new Filter.Or(List.of(A, new Filter.And(List.of(B, C)))));
        assertThat(strict("a pr and b pr or c pr")).isEqualTo(new Filter.Or(List.of(new Filter.And(List.of(A, B)), C)));
    }

    @Test
    void not_binds_tighter_than_and() {
        assertThat(strict("not (a pr) and b pr")).isEqualTo(new Filter.And(List.of(new Filter.Not(A), B)));
    }

    @Test
    void equal_operators_make_one_list_unless_parentheses_part_them() {
        assertThat(strict("a pr and b pr and c pr")).isEqualTo(new Filter.And(List.of(A, B, C)));
        assertThat(strict("a pr and (b pr and c pr)"))
                .isEqualTo(new Filter.And(List.of(A, new Filter.And(List.of(B, C)))));
    }

    @Test
    void a_value_path_holds_a_filter_on_sub_attributes() {
        assertThat(strict("emails[a pr and b pr]"))
                .isEqualTo(new Filter.Element(AttributePath.of("emails"), new Filter.And(List.of(A, B))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            userName eq "mira"                        | userName eq "mira"
            USERNAME Eq "mira"                        | USERNAME eq "mira"
            title PR AND userType Eq "x" OR a pR      | title pr and userType eq "x" or a pr
            `  a   pr   and   b   pr  `               | a pr and b pr
            members[value eq"2819" and type eq "User"]| members[value eq "2819" and type eq "User"]
            a eq"x"and b eq"y"                        | a eq "x" and b eq "y"
            (a pr)and(b pr)                           | a pr and b pr
            not(a pr)                                 | not (a pr)
            NOT   (a pr)                              | not (a pr)
            not ( not ( a pr ) )                      | not (not (a pr))
            ((((a pr))))                              | a pr
            (a pr and b pr) and c pr                  | (a pr and b pr) and c pr
            a pr or (b pr or c pr)                    | a pr or (b pr or c pr)
            (a pr and b pr) or c pr                   | a pr and b pr or c pr
            a pr and (b pr or c pr)                   | a pr and (b pr or c pr)
            emails[ type eq "work" ]                  | emails[type eq "work"]
            emails[not (type eq "work") or a pr]      | emails[not (type eq "work") or a pr]
            emails[(a pr or b pr) and c pr] and d pr  | emails[(a pr or b pr) and c pr] and d pr
            members.$ref sw "x"                       | members.$ref sw "x"
            x-y_z$1 pr                                | x-y_z$1 pr
            not pr                                    | not pr
            not eq "x" and and pr or or pr            | not eq "x" and and pr or or pr
            not[pr pr]                                | not[pr pr]
            urn:ietf:params:scim:schemas:core:2.0:User:name.familyName eq "x" | urn:ietf:params:scim:schemas:core:2.0:User:name.familyName eq "x"
            urn:x:ext:2.0:User pr                     | urn:x:ext:2.0:User pr
            urn:x:ext:2.0:User:manager[value eq "1"]  | urn:x:ext:2.0:User:manager[value eq "1"]
            urn:x:ext:2.0:User[dept eq "1"]           | urn:x:ext:2.0:User[dept eq "1"]
            a eq true or a eq false or a ne null      | a eq true or a eq false or a ne null
            a eq -0.50 and a lt 1e5                   | a eq -0.50 and a lt 1E+5
            a eq "\\"\\\\\\/\\b\\f\\n\\r\\t"          | a eq "\\"\\\\/\\b\\f\\n\\r\\t"
            a eq "\\u00e9\\uD83D\\uDE00"              | a eq "é😀"
            a eq "\\u0001"                            | a eq "\\u0001"
            a eq ""                                   | a eq ""
            a eq " b  c "                             | a eq " b  c "
            a eq 1E300 or a eq -1e-300                | a eq 1E+300 or a eq -1E-300
            """)
    void every_filter_prints_in_one_form(String text, String printed) {
        Filter filter = strict(text);
        assertThat(filter).hasToString(printed);
        assertThat(strict(printed)).isEqualTo(filter);
    }

    @Test
    void literals_are_json_values() {
        assertThat(literal("\"a\\u0022b\"")).isEqualTo(new Literal.Text("a\"b"));
        assertThat(literal("true")).isEqualTo(new Literal.Bool(true));
        assertThat(literal("null")).isEqualTo(new Literal.Null());
        assertThat(literal("-12.50e-3")).isEqualTo(new Literal.Number(new BigDecimal("-12.50e-3")));
        assertThat(literal("9".repeat(100))).isEqualTo(new Literal.Number(new BigDecimal("9".repeat(100))));
    }

    /** Filter, then what the message says; the place of the caret counts from 1. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                                | The filter is empty
            `   `                             | The filter is empty
            userName                          | Expected an operator (eq, ne, co, sw, ew, gt, ge, lt, le, pr) but found the end at character 9
            userName equals "x"               | Expected an operator (eq, ne, co, sw, ew, gt, ge, lt, le, pr) but found "equals" at character 10
            userName eq                       | Expected a value (a string in double quotes, a number, true, false or null) but found the end at character 12
            userName eq mira                  | but found "mira" at character 13
            userName eq 'mira'                | A string stands in double quotes, such as "mira"; found another kind of quote at character 13
            userName eq “mira”                | A string stands in double quotes
            userName eq "mira                 | The string has no closing double quote; it opens at character 13
            userName eq "mira\\               | Unknown escape
            userName eq "mi\\xra"             | Unknown escape; a backslash goes before " \\ / b f n r t, or u and four digits at character 16
            userName eq "\\u12"               | \\u takes four hexadecimal digits at character 14
            userName eq "\\u+123"             | \\u takes four hexadecimal digits
            userName eq "\\u0000"             | The string holds U+0000 or half a surrogate pair; it opens at character 13
            userName eq "\\ud83d"             | half a surrogate pair
            userName eq "\\ude00\\ud83d"      | half a surrogate pair
            userName eq True                  | but found "True" at character 13
            userName eq NULL                  | but found "NULL"
            userName eq 01                    | but found "01"
            userName eq 1.                    | but found "1."
            userName eq +1                    | but found "+1"
            userName eq 1e301                 | The number has more than 100 digits or an exponent beyond 300 at character 13
            userName eq 1e-301                | exponent beyond 300
            userName eq 1e99999999999         | Expected a value
            userName eq [1]                   | Expected a value (a string in double quotes, a number, true, false or null) but found "[" at character 13
            userName eq "a" extra             | Expected "and", "or" or the end but found "extra" at character 17
            userName eq "a" userName eq "b"   | Expected "and", "or" or the end but found "userName"
            userName eq "a")                  | Expected "and", "or" or the end but found ")" at character 16
            (userName eq "a"                  | Expected "and", "or" or ")" but found the end at character 17
            (userName eq "a"]                 | Expected "and", "or" or ")" but found "]"
            ()                                | Expected an attribute such as userName or name.familyName, "not (" or "(" but found ")" at character 2
            userName eq "a" and               | Expected an attribute such as userName or name.familyName, "not (" or "(" but found the end
            userName eq "a" xor b pr          | Expected "and", "or" or the end but found "xor"
            and b pr                          | Expected an operator (eq, ne, co, sw, ew, gt, ge, lt, le, pr) but found "b"
            "x" eq userName                   | Expected an attribute such as userName or name.familyName, "not (" or "(" but found "\\"" at character 1
            1st eq "x"                        | Expected an attribute such as userName or name.familyName, "not (" or "(" but found "1st"
            a.b.c eq "x"                      | but found "a.b.c"
            a. eq "x"                         | but found "a."
            not a pr                          | Expected "(" after "not" but found "a" at character 5
            not                               | Expected "(" after "not" but found the end
            emails[type eq "work"             | Expected "and", "or" or "]" but found the end at character 22
            emails[]                          | Expected an attribute such as userName or name.familyName, "not (" or "(" but found "]" at character 8
            emails[a[b pr]]                   | Brackets cannot stand within brackets at character 9
            emails[(a[b pr])]                 | Brackets cannot stand within brackets
            emails [a pr]                     | Expected an operator (eq, ne, co, sw, ew, gt, ge, lt, le, pr) but found "["
            emails[a pr].value eq "x"         | A sub-attribute cannot follow the brackets; write emails[type eq "work" and value eq "x"] at character 13
            emails[a pr]b pr                  | Expected "and", "or" or the end but found "b"
            a pr;b pr                         | Expected an operator (eq, ne, co, sw, ew, gt, ge, lt, le, pr) but found "pr;b"
            `a\tpr`                           | Expected an attribute
            """)
    void a_malformed_filter_is_refused_with_what_was_found_and_what_is_allowed(String text, String message) {
        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> strict(text))
                .satisfies(e -> assertThat(e.scimType()).contains(ScimType.INVALID_FILTER))
                .satisfies(e -> assertThat(e.status()).isEqualTo(400))
                .satisfies(e -> assertThat(e.detail()).contains(message));
    }

    @Test
    void the_caret_stands_under_the_place() {
        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> strict("userName eq mira"))
                .satisfies(e -> assertThat(e.detail().lines().skip(1))
                        .containsExactly("userName eq mira", " ".repeat(12) + "^"));
    }

    @Test
    void a_control_character_in_a_string_has_to_be_escaped() {
        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> strict("a eq \"x\ty\""))
                .withMessageContaining("A control character stands in a string");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a eq \"\\u", "a eq \"\\u004", "a eq \"\\", "a eq \"\\u00g1\"", "a eq \"\\u\u0660000\""})
    void an_escape_that_breaks_off_is_an_invalid_filter(String text) {
        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> strict(text))
                .satisfies(e -> assertThat(e.scimType()).contains(ScimType.INVALID_FILTER));
    }

    /** One short number of a huge exponent would cost gigabytes to compare. */
    @Test
    void numbers_are_bounded_in_digits_exponent_and_length() {
        String longest = "0." + "0".repeat(98) + "1".repeat(100);
        assertThat(literal(longest)).isEqualTo(new Literal.Number(new BigDecimal(longest)));
        for (String beyond :
                List.of("1e301", "12e300", "-1e-301", "0.1e-300", "1".repeat(101), "0" + longest.substring(1) + "1")) {
            assertThatExceptionOfType(ScimException.class).isThrownBy(() -> literal(beyond));
        }
        assertThat(literal("123e298")).isEqualTo(new Literal.Number(new BigDecimal("123e298")));
        // A number of 201 characters, although its digits are few.
        assertThatExceptionOfType(ScimException.class).isThrownBy(() -> literal("0." + "0".repeat(198) + "1"));
    }

    @Test
    void a_word_of_forty_characters_is_shown_whole() {
        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> strict("a eq " + "x".repeat(40)))
                .withMessageContaining("but found \"" + "x".repeat(40) + "\"");
        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> strict("a eq " + "x".repeat(41)))
                .withMessageContaining("but found \"" + "x".repeat(40) + "…\"");
    }

    @Test
    void a_long_word_is_cut_in_the_message_but_not_within_a_character() {
        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> strict("a eq " + "x".repeat(39) + "😀".repeat(30)))
                .withMessageContaining("but found \"" + "x".repeat(39) + "…\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "not (", "a[", "((a pr) and ", "not(not("})
    void deep_nesting_is_refused_however_deep_it_is(String opening) {
        assertThatExceptionOfType(ScimException.class).isThrownBy(() -> strict(opening.repeat(1300)));
    }

    @Test
    void fifty_levels_are_allowed_and_one_more_is_not() {
        assertThat(strict("(".repeat(50) + "a pr" + ")".repeat(50))).isEqualTo(A);
        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> strict("(".repeat(51) + "a pr" + ")".repeat(51)))
                .withMessageContaining("nested deeper than 50 levels at character 51");
    }

    @Test
    void siblings_do_not_add_to_the_depth() {
        assertThat(strict(String.join(" or ", Collections.nCopies(100, "(a[b pr])"))))
                .isNotNull();
    }

    @Test
    void siblings_do_not_take_from_the_depth_either() {
        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> strict("(a[b pr] and ".repeat(51) + "a pr" + ")".repeat(51)))
                .withMessageContaining("nested deeper than 50 levels");
    }

    @Test
    void five_hundred_terms_are_allowed_and_one_more_is_not() {
        String many = String.join(" or ", Collections.nCopies(500, "a pr"));
        assertThat(((Filter.Or) strict(many)).operands()).hasSize(500);
        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> strict(many + " or a pr"))
                .withMessageContaining("more than 500 terms");
    }

    @Test
    void a_filter_of_more_than_16384_characters_is_refused() {
        assertThat(strict("a eq \"" + "x".repeat(16_384 - 7) + "\"")).isNotNull();
        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> strict("a eq \"" + "x".repeat(16_384 - 6) + "\""))
                .withMessageContaining("The filter has 16385 characters, of at most 16384");
    }

    @Test
    void the_tree_refuses_what_no_text_can_say() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Filter.And(List.of(A)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Filter.Or(List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Filter.Element(AttributePath.of("x"), new Filter.Not(strict("emails[a pr]"))));
        assertThatIllegalArgumentException().isThrownBy(() -> new Literal.Text("\ud800"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Literal.Number(new BigDecimal("1e1000000000")));
    }

    @Test
    void conjuncts_are_what_must_hold_together() {
        assertThat(strict("a pr and (b pr and c pr)").conjuncts()).containsExactly(A, B, C);
        assertThat(strict("a pr or b pr").conjuncts()).hasSize(1);
        assertThat(strict("type eq \"x\" and Value eq \"1\"").required("value")).contains(Literal.of("1"));
        assertThat(strict("type eq \"x\" or value eq \"1\"").required("value")).isEmpty();
        assertThat(strict("value.x eq \"1\" and urn:x:y:value eq \"1\"").required("value"))
                .isEmpty();
        assertThat(strict("value ne \"1\" and not (value eq \"1\")").required("value"))
                .isEmpty();
    }
}
