package dev.rollcall.scim.resource.precis;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import rocks.xmpp.precis.PrecisProfile;
import rocks.xmpp.precis.PrecisProfiles;

/** The profiles beside those of an independent implementation, over every code point and random texts. */
class PrecisPeerTest {
    private static final int[] ALPHABET = {
        'a', 'L', 'l', '0', '9', '-', '@', ' ', 0xB7, 0xDF, 0x130, 0x131, 0x301, 0x307, 0x345, 0x375, 0x3A3, 0x3B1,
        0x3C2, 0x5B0, 0x5D0, 0x5D1, 0x5F3, 0x5F4, 0x627, 0x628, 0x64B, 0x660, 0x669, 0x6F0, 0x6CC, 0x915, 0x94D, 0xAC00,
        0x1100, 0x200C, 0x200D, 0x2163, 0x30AB, 0x3099, 0x30FB, 0x4E00, 0xFB01, 0xFF21, 0xFF76, 0xFF9E, 0xFFE3, 0x10400,
        0x1F600
    };

    private static String ours(UnaryOperator<String> profile, String text) {
        try {
            return profile.apply(text);
        } catch (PrecisException e) {
            return "refused";
        }
    }

    private static String theirs(PrecisProfile profile, String text) {
        try {
            return profile.enforce(text);
        } catch (RuntimeException e) {
            return "refused";
        }
    }

    private static List<String> differences(UnaryOperator<String> profile, PrecisProfile peer) {
        List<String> differences = new ArrayList<>();
        for (int c = 1; c <= 0xE01FF; c++) {
            // Nothing is assigned in the planes between.
            c = c == 0x40000 ? 0xE0000 : c;
            compare(profile, peer, Character.toString(c), differences);
        }
        Random random = new Random(8265);
        for (int i = 0; i < 50_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = 1 + random.nextInt(6); n > 0; n--) {
                text.appendCodePoint(ALPHABET[random.nextInt(ALPHABET.length)]);
            }
            compare(profile, peer, text.toString(), differences);
        }
        return differences;
    }

    private static void compare(
            UnaryOperator<String> profile, PrecisProfile peer, String text, List<String> differences) {
        String ours = ours(profile, text);
        String theirs = theirs(peer, text);
        if (!ours.equals(theirs) && !explained(text)) {
            StringBuilder line = new StringBuilder();
            text.codePoints().forEach(c -> line.append(Integer.toHexString(c)).append(' '));
            differences.add(line + "-> ours " + ours + ", theirs " + theirs);
        }
    }

    /**
     * The peer has no contextual rules: it takes every code point of the rules "O" and refuses both joiners. And it takes
     * variation selectors that are younger than its tables, which Unicode calls default-ignorable.
     */
    private static boolean explained(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .anyMatch(c -> "\u00B7\u0375\u05F3\u05F4\u30FB\u200C\u200D\uFF65".indexOf(c) >= 0
                        || (c >= 0x660 && c <= 0x669)
                        || (c >= 0x6F0 && c <= 0x6F9)
                        || c == 0x180F
                        || (c >= 0xE0100 && c <= 0xE01EF));
    }

    @Test
    void user_names_come_out_the_same() {
        assertThat(differences(Precis::usernameCaseMapped, PrecisProfiles.USERNAME_CASE_MAPPED))
                .isEmpty();
    }

    @Test
    void passwords_come_out_the_same() {
        assertThat(differences(Precis::opaqueString, PrecisProfiles.OPAQUE_STRING))
                .isEmpty();
    }
}
