package dev.rollcall.scim.resource.precis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the profiles for user names and passwords make of texts, with the cases that RFC 8265 §3.5 and §4.3 discuss. */
class PrecisTest {
    @ParameterizedTest
    @CsvSource({
        "juliet@example.com, juliet@example.com",
        "fussball, fussball",
        "fu\u00DFball, fu\u00DFball",
        "\u03C0, \u03C0",
        "\u03A3, \u03C3",
        "\u03C3, \u03C3",
        "\u03C2, \u03C2",
        "Mira.Schmidt, mira.schmidt",
        "\uFF2D\uFF29\uFF32\uFF21, mira",
        "\uFF76\uFF9E, \u30AC",
        "e\u0301, \u00E9",
        "TITLE, title",
        "\u0130, i\u0307",
        "\u05E9\u05DC\u05D5\u05DD1, \u05E9\u05DC\u05D5\u05DD1",
        "l\u00B7l, l\u00B7l",
        "\u0375\u03B1, \u0375\u03B1",
        "\u05D0\u05F3, \u05D0\u05F3",
        "\u30A2\u30FB\u30A2, \u30A2\u30FB\u30A2",
        "\u0915\u094D\u200D\u0937, \u0915\u094D\u200D\u0937",
        "\u0915\u094D\u200C\u0937, \u0915\u094D\u200C\u0937",
        "\u0646\u0627\u0645\u0647\u200C\u0627\u06CC, \u0646\u0627\u0645\u0647\u200C\u0627\u06CC",
        "\u0628\u064B\u200C\u064B\u0627, \u0628\u064B\u200C\u064B\u0627",
        "\u0627\u0660, \u0627\u0660",
        "\u0627\u06F0, \u0627\u06F0",
    })
    void a_user_name_has_one_form(String given, String prepared) {
        assertThat(Precis.usernameCaseMapped(given)).isEqualTo(prepared);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                    | it is empty",
                "foo bar               | character 4 is U+0020 SPACE: it is not allowed here",
                "henry\u2163           | character 6 is U+2173 SMALL ROMAN NUMERAL FOUR: it is not allowed here",
                "\u265A                | character 1 is U+265A BLACK CHESS KING: it is not allowed here",
                "a\u0007b              | character 2 is U+0007 BEL",
                "a\u00AD               | character 2 is U+00AD SOFT HYPHEN: it is not allowed here",
                "\uFB01                | character 1 is U+FB01 LATIN SMALL LIGATURE FI: it is not allowed here",
                "\uE000                | character 1 is U+E000",
                "\uD83D\uDE00          | character 1 is U+1F600 GRINNING FACE: it is not allowed here",
                "a\u00B7l              | character 2 is U+00B7 MIDDLE DOT: it is not allowed in this place",
                "l\u00B7               | character 2 is U+00B7",
                "\u00B7l               | character 1 is U+00B7",
                "\u0375a               | character 1 is U+0375",
                "a\u05F3               | character 2 is U+05F3",
                "\u05F4\u05D0          | character 1 is U+05F4",
                "a\u30FBb              | character 2 is U+30FB",
                "a\u200D               | character 2 is U+200D",
                "\u200C\u0627          | character 1 is U+200C",
                "\u0628\u200Ca         | character 2 is U+200C",
                "\u0627\u200C\u0628    | character 2 is U+200C",
                "\u0627\u0660\u06F0    | character 2 is U+0660",
                "\u0627\u06F0\u0660    | character 2 is U+06F0",
                "\u0640                | character 1 is U+0640",
                "\u1100                | character 1 is U+1100",
                "a\u05D0               | character 2 is U+05D0 HEBREW LETTER ALEF: it is written in another direction",
                "\u05D0a               | character 2 is U+0061 LATIN SMALL LETTER A: it is written in another direction",
                "1\u05D0               | character 1 is U+0031 DIGIT ONE: a text with letters from right to left cannot beg",
                "\u05D0-               | character 2 is U+002D HYPHEN-MINUS: a text with letters from right to left cannot",
                "\u06271\u0660         | Arabic digits and other digits cannot stand together",
            })
    void what_a_user_name_cannot_hold_is_named_with_its_place(String given, String message) {
        assertThatThrownBy(() -> Precis.usernameCaseMapped(given))
                .isInstanceOf(PrecisException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void a_mark_may_follow_the_last_letter_from_right_to_left() {
        assertThat(Precis.usernameCaseMapped("\u05D0\u05B0")).isEqualTo("\u05D0\u05B0");
    }

    @ParameterizedTest
    @CsvSource({
        "correct horse battery staple, correct horse battery staple",
        "Correct Horse Battery Staple, Correct Horse Battery Staple",
        "\u03C0\u00DF\u00E5, \u03C0\u00DF\u00E5",
        "Jack of \u2666s, Jack of \u2666s",
        "foo\u1680bar, foo bar",
        "foo\u3000bar, foo bar",
        "\uFF21, \uFF21",
        "\u2163, \u2163",
        "a\u030A, \u00E5",
        "\u05D0a, \u05D0a",
    })
    void a_password_keeps_case_width_and_symbols(String given, String prepared) {
        assertThat(Precis.opaqueString(given)).isEqualTo(prepared);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "my cat is a \tby", "a\u200B", "a\u00AD", "\uE000", "a\u200D", "a\uD800"})
    void what_a_password_cannot_hold_is_refused(String given) {
        assertThatThrownBy(() -> Precis.opaqueString(given))
                .isInstanceOfSatisfying(
                        PrecisException.class,
                        e -> assertThat(e.rule()).startsWith("it ").doesNotContain("U+"));
    }

    @Test
    void the_default_locale_changes_nothing() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(Precis.usernameCaseMapped("TITLE")).isEqualTo("title");
        } finally {
            Locale.setDefault(before);
        }
    }

    /** So many would take the JDK the better part of a second each time, and a bulk holds thousands of names. */
    @Test
    void a_name_of_thousands_of_sigmas_costs_no_more_than_another() {
        String name = "\u03A3".repeat(4_096);
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            for (int i = 0; i < 200; i++) {
                assertThat(Precis.usernameCaseMapped(name)).isEqualTo("\u03C3".repeat(4_095) + "\u03C2");
            }
        });
    }
}
