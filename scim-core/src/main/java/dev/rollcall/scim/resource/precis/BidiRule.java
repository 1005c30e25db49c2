package dev.rollcall.scim.resource.precis;

import java.util.Set;

/** The rule for texts that hold characters written from right to left (RFC 5893 §2). */
final class BidiRule {
    private static final byte L = Character.DIRECTIONALITY_LEFT_TO_RIGHT;
    private static final byte R = Character.DIRECTIONALITY_RIGHT_TO_LEFT;
    private static final byte AL = Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    private static final byte AN = Character.DIRECTIONALITY_ARABIC_NUMBER;
    private static final byte EN = Character.DIRECTIONALITY_EUROPEAN_NUMBER;
    private static final byte NSM = Character.DIRECTIONALITY_NONSPACING_MARK;

    private static final Set<Byte> NEUTRAL = Set.of(
            EN,
            Character.DIRECTIONALITY_EUROPEAN_NUMBER_SEPARATOR,
            Character.DIRECTIONALITY_COMMON_NUMBER_SEPARATOR,
            Character.DIRECTIONALITY_EUROPEAN_NUMBER_TERMINATOR,
            Character.DIRECTIONALITY_OTHER_NEUTRALS,
            Character.DIRECTIONALITY_BOUNDARY_NEUTRAL,
            NSM);

    private BidiRule() {}

    /**
     * Checks a text; one without characters from right to left is always right (RFC 8265 §3.3.2).
     *
     * @throws PrecisException if its display would be ambiguous
     */
    static void check(CodePoints text) {
        if (!text.any(c -> isRightToLeft(Character.getDirectionality(c)))) {
            return;
        }
        byte first = Character.getDirectionality(text.at(0));
        if (first != L && first != R && first != AL) {
            throw PrecisException.at("a text with letters from right to left cannot begin with it", text, 0);
        }
        boolean leftward = first != L;
        for (int i = 0; i < text.size(); i++) {
            byte direction = Character.getDirectionality(text.at(i));
            boolean own = leftward ? isRightToLeft(direction) : direction == L;
            if (!own && !NEUTRAL.contains(direction)) {
                throw PrecisException.at("it is written in another direction than the beginning", text, i);
            }
        }
        checkEnd(text, leftward);
        if (leftward && has(text, EN) && has(text, AN)) {
            throw PrecisException.of("Arabic digits and other digits cannot stand together");
        }
    }

    private static void checkEnd(CodePoints text, boolean leftward) {
        int end = text.size() - 1;
        while (end > 0 && Character.getDirectionality(text.at(end)) == NSM) {
            end--;
        }
        byte last = Character.getDirectionality(text.at(end));
        if (last != EN && (leftward ? !isRightToLeft(last) : last != L)) {
            throw PrecisException.at("a text with letters from right to left cannot end with it", text, end);
        }
    }

    private static boolean has(CodePoints text, byte direction) {
        return text.any(c -> Character.getDirectionality(c) == direction);
    }

    private static boolean isRightToLeft(byte direction) {
        return direction == R || direction == AL || direction == AN;
    }
}
