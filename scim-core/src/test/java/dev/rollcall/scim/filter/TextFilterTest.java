package dev.rollcall.scim.filter;

import static dev.rollcall.scim.filter.Things.holds;
import static dev.rollcall.scim.filter.Things.thing;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextFilterTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Mira | eq "mira"  | true
            Mira | eq "MIRA"  | true
            Mira | eq "mir"   | false
            Mira | eq "miras" | false
            Mira | ne "mira"  | false
            Mira | ne "mirb"  | true
            Mira | ne "mir"   | true
            Mira | co "IR"    | true
            Mira | co "mira"  | true
            Mira | co ""      | true
            Mira | co "miras" | false
            Mira | co "ar"    | false
            Mira | sw "mI"    | true
            Mira | sw "mira"  | true
            Mira | sw "ira"   | false
            Mira | sw "miras" | false
            Mira | ew "RA"    | true
            Mira | ew "mira"  | true
            Mira | ew "mir"   | false
            Mira | ew "xmira" | false
            Mira | gt "MIRA"  | false
            Mira | gt "mir"   | true
            Mira | gt "L"     | true
            Mira | gt "n"     | false
            Mira | ge "MIRA"  | true
            Mira | ge "mirb"  | false
            Mira | lt "N"     | true
            Mira | lt "mira"  | false
            Mira | lt "l"     | false
            Mira | le "mIRA"  | true
            Mira | le "mirz"  | true
            Mira | le "mir"   | false
            a_b  | gt "aB"    | false
            """)
    void texts_are_compared_without_case(String value, String comparison, boolean expected) {
        assertThat(holds("text " + comparison, thing("text", value))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Mira | eq "Mira"  | true
            Mira | eq "mira"  | false
            Mira | ne "mira"  | true
            Mira | ne "Mira"  | false
            Mira | co "ir"    | true
            Mira | co "IR"    | false
            Mira | sw "Mi"    | true
            Mira | sw "mi"    | false
            Mira | ew "ra"    | true
            Mira | ew "RA"    | false
            Mira | gt "Mir"   | true
            Mira | gt "mira"  | false
            Mira | ge "Mira"  | true
            Mira | lt "mira"  | true
            Mira | lt "Mira"  | false
            Mira | le "Mira"  | true
            Mira | le "A"     | false
            """)
    void case_exact_texts_are_compared_with_case(String value, String comparison, boolean expected) {
        assertThat(holds("exact " + comparison, thing("exact", value))).isEqualTo(expected);
    }

    /** References are case-exact whatever the schema says (RFC 7643 §2.3.7). */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            https://x.org/A | eq "https://x.org/A" | true
            https://x.org/A | eq "https://x.org/a" | false
            https://x.org/A | ne "https://x.org/a" | true
            https://x.org/A | sw "https://"        | true
            https://x.org/A | ew "/A"              | true
            https://x.org/A | co "X.ORG"           | false
            https://x.org/A | lt "https://x.org/B" | true
            """)
    void references_are_compared_as_case_exact_texts(String value, String comparison, boolean expected) {
        assertThat(holds("link " + comparison, thing("link", value))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            e\u0301t\u00c9 | eq "\u00e9te\u0301"       | true
            \u00e9         | sw "e"                    | false
            Straße         | eq "STRASSE"              | true
            STRASSE        | eq "straße"               | true
            Straße         | co "ss"                   | true
            istanbul       | eq "ISTANBUL"             | true
            \u0130stanbul  | eq "istanbul"             | false
            \u0130stanbul  | eq "\u0130STANBUL"        | true
            ΟΔΟΣ           | eq "οδος"                 | true
            οδος           | ew "Σ"                    | true
            \u212a         | eq "k"                    | true
            k              | eq "\u212a"               | true
            😀             | gt "\uffff"               | true
            ÉCOLE          | gt "eclair"               | true
            日本語          | co "本"                   | true
            """)
    void unicode_texts_are_compared_by_their_folded_normal_form(String value, String comparison, boolean expected) {
        assertThat(holds("text " + comparison, thing("text", value))).isEqualTo(expected);
    }

    @Test
    void composed_and_decomposed_characters_are_one_even_where_case_matters() {
        assertThat(holds("exact eq \"\u00e9\"", thing("exact", "e\u0301"))).isTrue();
        assertThat(holds("exact eq \"\u00c9\"", thing("exact", "e\u0301"))).isFalse();
    }

    @Test
    void wildcards_of_databases_are_plain_characters() {
        assertThat(holds("text co \"%\"", thing("text", "a"))).isFalse();
        assertThat(holds("text co \"_\"", thing("text", "a"))).isFalse();
        assertThat(holds("text co \"%_\\\\\"", thing("text", "100%_\\"))).isTrue();
    }
}
