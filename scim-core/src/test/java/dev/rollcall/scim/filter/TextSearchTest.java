package dev.rollcall.scim.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.testing.Generator;
import dev.rollcall.scim.testing.Property;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The operator {@code co} (RFC 7644 §3.4.2.2), and that it costs no more than the texts are long. */
class TextSearchTest {
    @ParameterizedTest
    @CsvSource({
        "abc, abc, true",
        "xabcx, abc, true",
        "ababac, abac, true",
        "aabaaabaaac, aabaaac, true",
        "abab, abac, false",
        "ab, abc, false",
        "'', a, false",
        "a, '', true",
        "'', '', true",
    })
    void finds_a_text_wherever_it_stands(String text, String wanted, boolean found) {
        assertThat(new TextSearch(wanted, false).isIn(text)).isEqualTo(found);
    }

    @Test
    void only_ascii_letters_match_in_any_case_and_only_if_they_shall() {
        assertThat(new TextSearch("az", true).isIn("xAZx")).isTrue();
        assertThat(new TextSearch("az", false).isIn("xAZx")).isFalse();
        assertThat(new TextSearch("`{", true).isIn("@[")).isFalse();
    }

    @Test
    void finds_what_the_language_finds_in_texts_that_repeat_themselves() {
        Property.check("search is contains", g -> {
            String text = g.show("text", letters(g.between(0, 30), g));
            String wanted = g.show("wanted", letters(g.between(0, 6), g));
            assertThat(new TextSearch(wanted.toLowerCase(Locale.ROOT), true).isIn(text))
                    .isEqualTo(text.toLowerCase(Locale.ROOT).contains(wanted.toLowerCase(Locale.ROOT)));
            assertThat(new TextSearch(wanted, false).isIn(text)).isEqualTo(text.contains(wanted));
        });
    }

    private static String letters(int length, Generator g) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < length; i++) {
            letters.append((char) ((g.oneIn(6) ? 'A' : 'a') + g.below(2)));
        }
        return letters.toString();
    }

    @Test
    void looks_at_each_character_once_although_the_text_begins_to_match_everywhere() {
        Counted text = new Counted("a".repeat(100_000));
        assertThat(new TextSearch("a".repeat(8_000) + "b", true).isIn(text)).isFalse();
        assertThat(text.looks).isEqualTo(100_000);
    }

    @Test
    void stops_where_the_text_is_found() {
        Counted text = new Counted("xxab" + "x".repeat(1_000));
        assertThat(new TextSearch("ab", true).isIn(text)).isTrue();
        assertThat(text.looks).isEqualTo(4);
    }

    private static final class Counted implements CharSequence {
        private final String text;
        private int looks;

        private Counted(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            looks++;
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            throw new UnsupportedOperationException();
        }
    }
}
