package dev.rollcall.scim.resource.precis;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacter.JoiningType;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Normalizer2;
import dev.rollcall.scim.resource.Collation;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The tables and tricks that stand in for Unicode data which the JDK does not tell, beside ICU's data. */
class UnicodeDataTest {
    private interface Check {
        boolean holds(int codePoint);
    }

    /** Code points that the running JDK and ICU both know, for which the check does not hold. */
    private static Set<String> exceptions(Check check) {
        Set<String> exceptions = new TreeSet<>();
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            if (Character.isDefined(c) && UCharacter.isDefined(c) && !check.holds(c)) {
                exceptions.add(Integer.toHexString(c));
            }
        }
        return exceptions;
    }

    private static int joining(int codePoint) {
        return UCharacter.getIntPropertyValue(codePoint, UProperty.JOINING_TYPE);
    }

    @Test
    void joining_types_are_those_of_unicode() {
        assertThat(exceptions(c -> Joining.forward(c)
                        == (joining(c) == JoiningType.DUAL_JOINING || joining(c) == JoiningType.LEFT_JOINING)))
                .isEmpty();
        assertThat(exceptions(c -> Joining.backward(c)
                        == (joining(c) == JoiningType.DUAL_JOINING || joining(c) == JoiningType.RIGHT_JOINING)))
                .isEmpty();
    }

    @Test
    void marks_that_joining_passes_over_are_those_of_unicode_among_what_a_text_can_hold() {
        assertThat(exceptions(c -> Character.getType(c) == Character.FORMAT
                        || Joining.transparent(c) == (joining(c) == JoiningType.TRANSPARENT)))
                // Two vowel signs changed their category: one after Unicode 13, which is that of JDK 17, and one after
                // Unicode 15, which is that of the peer.
                .isSubsetOf("1734", "1171e");
    }

    @Test
    void viramas_are_found_by_how_normalisation_sorts_them() {
        assertThat(exceptions(c -> Joining.virama(c) == (UCharacter.getCombiningClass(c) == 9)))
                .isEmpty();
    }

    @Test
    void widths_are_mapped_by_one_step_of_decomposition() {
        Normalizer2 nfkc = Normalizer2.getNFKCInstance();
        assertThat(exceptions(c -> {
                    int type = UCharacter.getIntPropertyValue(c, UProperty.DECOMPOSITION_TYPE);
                    boolean form =
                            type == UCharacter.DecompositionType.WIDE || type == UCharacter.DecompositionType.NARROW;
                    String expected = form ? nfkc.getRawDecomposition(c) : Character.toString(c);
                    return Width.mapped(Character.toString(c)).equals(expected);
                }))
                .isEmpty();
    }

    @Test
    void keys_without_case_make_the_same_letters_equal_as_full_case_folding() {
        Normalizer2 nfc = Normalizer2.getNFCInstance();
        Map<String, String> keyOfFolded = new HashMap<>();
        Map<String, String> foldedOfKey = new HashMap<>();
        assertThat(exceptions(c -> {
                    if (Character.getType(c) == Character.SURROGATE) {
                        return true;
                    }
                    String text = Width.mapped(Character.toString(c));
                    String folded = nfc.normalize(UCharacter.foldCase(nfc.normalize(text), true));
                    String key = Collation.key(Character.toString(c), false);
                    return key.equals(keyOfFolded.computeIfAbsent(folded, f -> key))
                            && folded.equals(foldedOfKey.computeIfAbsent(key, k -> folded));
                }))
                .isEmpty();
    }
}
