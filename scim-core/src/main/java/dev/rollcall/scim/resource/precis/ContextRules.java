package dev.rollcall.scim.resource.precis;

import static java.lang.Character.UnicodeScript.GREEK;
import static java.lang.Character.UnicodeScript.HAN;
import static java.lang.Character.UnicodeScript.HEBREW;
import static java.lang.Character.UnicodeScript.HIRAGANA;
import static java.lang.Character.UnicodeScript.KATAKANA;

import java.lang.Character.UnicodeScript;

/** Code points that are allowed only where their writing system has them (RFC 5892 appendix A). */
final class ContextRules {
    private static final int NON_JOINER = 0x200C;
    private static final int JOINER = 0x200D;
    private static final int MIDDLE_DOT = 0xB7;
    private static final int KERAIA = 0x375;
    private static final int GERESH = 0x5F3;
    private static final int GERSHAYIM = 0x5F4;
    private static final int KATAKANA_MIDDLE_DOT = 0x30FB;

    private ContextRules() {}

    static boolean isJoinControl(int codePoint) {
        return codePoint == NON_JOINER || codePoint == JOINER;
    }

    static boolean isContextual(int codePoint) {
        return isJoinControl(codePoint)
                || codePoint == MIDDLE_DOT
                || codePoint == KERAIA
                || codePoint == GERESH
                || codePoint == GERSHAYIM
                || codePoint == KATAKANA_MIDDLE_DOT
                || isArabicIndic(codePoint)
                || isExtendedArabicIndic(codePoint);
    }

    private static boolean isArabicIndic(int codePoint) {
        return codePoint >= 0x660 && codePoint <= 0x669;
    }

    private static boolean isExtendedArabicIndic(int codePoint) {
        return codePoint >= 0x6F0 && codePoint <= 0x6F9;
    }

    /** Whether the contextual code point at the index may stand there. */
    static boolean allows(CodePoints text, int index) {
        return switch (text.at(index)) {
            case NON_JOINER -> text.has(index - 1, Joining::virama) || joins(text, index);
            case JOINER -> text.has(index - 1, Joining::virama);
            case MIDDLE_DOT -> text.has(index - 1, c -> c == 'l') && text.has(index + 1, c -> c == 'l');
            case KERAIA -> text.has(index + 1, c -> UnicodeScript.of(c) == GREEK);
            case GERESH, GERSHAYIM -> text.has(index - 1, c -> UnicodeScript.of(c) == HEBREW);
            case KATAKANA_MIDDLE_DOT -> text.any(ContextRules::isJapanese);
            default ->
                isArabicIndic(text.at(index))
                        ? !text.any(ContextRules::isExtendedArabicIndic)
                        : !text.any(ContextRules::isArabicIndic);
        };
    }

    private static boolean isJapanese(int codePoint) {
        UnicodeScript script = UnicodeScript.of(codePoint);
        return script == HIRAGANA || script == KATAKANA || script == HAN;
    }

    /** Whether the letters before and after would join if nothing stood between them. */
    private static boolean joins(CodePoints text, int index) {
        int before = index - 1;
        while (text.has(before, Joining::transparent)) {
            before--;
        }
        int after = index + 1;
        while (text.has(after, Joining::transparent)) {
            after++;
        }
        return text.has(before, Joining::forward) && text.has(after, Joining::backward);
    }
}
