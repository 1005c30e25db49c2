package dev.rollcall.scim.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When two texts are the same value, and which comes first. */
class CollationTest {
    @ParameterizedTest
    @CsvSource({
        "Mira, mIRA, true",
        "Straße, STRASSE, true",
        "Σίσυφος, ΣΊΣΥΦΟΣ, true",
        "é, e\u0301, true",
        "É, e\u0301, true",
        "admın, admin, false",
        "ADMIN, admin, true",
        "İ, i\u0307, true",
        "a, b, false",
        "ıı, ı, false",
    })
    void texts_without_case_are_the_same_under_unicode_folding(String a, String b, boolean same) {
        assertThat(Collation.key(a, false).equals(Collation.key(b, false))).isEqualTo(same);
    }

    @Test
    void the_default_locale_changes_nothing() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(Collation.key("TITLE", false)).isEqualTo("title");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void texts_with_case_differ_in_it_but_not_in_their_normal_form() {
        assertThat(Collation.key("A", true)).isNotEqualTo(Collation.key("a", true));
        assertThat(Collation.key("é", true)).isEqualTo(Collation.key("e\u0301", true));
    }

    @Test
    void the_order_is_that_of_code_points() {
        List<String> ordered =
                List.of("", "A", "AA", "a", "é", "\uD7FF", "\uE000", "\uFFFF", "\uD800\uDC00", "\uDBFF\uDFFF");
        for (int i = 0; i < ordered.size(); i++) {
            for (int j = 0; j < ordered.size(); j++) {
                assertThat(Integer.signum(Collation.compare(ordered.get(i), ordered.get(j))))
                        .as("%d and %d", i, j)
                        .isEqualTo(Integer.compare(i, j));
            }
        }
    }

    /** A request that fits into a few kilobytes could keep a server busy for minutes otherwise. */
    @ParameterizedTest
    @CsvSource({
        "Σ, ''",
        "σ, ''",
        "Σ, \u0301",
        "\u0301\u0323, ''",
        "\u0344, \u0323",
        "ΐ, ''",
        "ı, ''",
        "İ, ''",
        "ß, ''",
        "ß, 日"
    })
    void a_text_costs_its_length_whatever_is_repeated_in_it(String repeated, String between) {
        String text = "a" + (repeated + between).repeat(300_000);
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            assertThat(Collation.key(text, true)).isNotEmpty();
            assertThat(Collation.key(text, false)).isNotEmpty();
        });
    }

    @Test
    void a_sigma_is_one_letter_wherever_it_stands_in_its_word() {
        assertThat(Collation.key("ΟΔΟΣ ΣΑΣ", false)).isEqualTo("οδοσ σασ");
        assertThat(Collation.key("οδος σας", false)).isEqualTo("οδοσ σασ");
    }

    @Test
    void a_character_of_two_units_is_not_torn_apart_in_a_long_text() {
        String deseret = "\uD801\uDC00".repeat(500);
        assertThat(Collation.key(deseret, false)).isEqualTo("\uD801\uDC28".repeat(500));
        assertThat(Collation.key("a" + deseret, false)).isEqualTo("a" + "\uD801\uDC28".repeat(500));
    }
}
