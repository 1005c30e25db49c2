package dev.rollcall.scim.resource.precis;

import java.text.Normalizer;
import java.util.function.UnaryOperator;

/**
 * The profiles of PRECIS for user names and passwords (RFC 8265, which replaces the RFC 7613 of RFC 7644 §5). Stateless
 * and thread-safe. Unassigned is what the running JDK's version of Unicode has not assigned.
 *
 * <p>A host that keeps passwords prepares what a person types at log-in with {@link #opaqueString} as well, or else the
 * same password typed on another keyboard is another one.
 */
public final class Precis {
    /** RFC 8264 §7: rules that do not come to rest within so many rounds have no result. */
    private static final int ROUNDS = 4;

    /** Longer ones are no names and no passwords, and rules that look at the whole text again and again need a bound. */
    private static final int MAX_LENGTH = 4_096;

    private Precis() {}

    /**
     * A user name by the profile UsernameCaseMapped (RFC 8265 §3.3): widths mapped, lower case, normal form C, and only
     * letters, digits and printable ASCII, in an order that displays can show.
     *
     * @throws PrecisException if the name is empty, has more than 4,096 characters, or holds what the profile
     *     forbids, such as a blank
     */
    public static String usernameCaseMapped(String name) {
        return enforced(name, Precis::username);
    }

    /**
     * A password by the profile OpaqueString (RFC 8265 §4.2): every kind of blank becomes a space, normal form C; case
     * and width stay as they are.
     *
     * @throws PrecisException if the password is empty, has more than 4,096 characters, or holds what the
     *     profile forbids, such as a control character
     */
    public static String opaqueString(String password) {
        return enforced(password, Precis::opaque);
    }

    private static String enforced(String text, UnaryOperator<String> profile) {
        if (text.length() > MAX_LENGTH) {
            throw PrecisException.of("it has more than " + MAX_LENGTH + " characters");
        }
        String before = text;
        for (int round = 0; round < ROUNDS; round++) {
            String after = profile.apply(before);
            if (after.equals(before)) {
                return after;
            }
            before = after;
        }
        throw PrecisException.of("it has no stable form");
    }

    private static String username(String name) {
        String mapped = LowerCase.of(Width.mapped(name));
        String normal = Normalizer.normalize(mapped, Normalizer.Form.NFC);
        CodePoints points = notEmpty(normal);
        StringClass.IDENTIFIER.check(points);
        BidiRule.check(points);
        return normal;
    }

    private static String opaque(String password) {
        StringBuilder spaced = new StringBuilder(password);
        for (int i = 0; i < spaced.length(); i++) {
            if (Character.getType(spaced.charAt(i)) == Character.SPACE_SEPARATOR) {
                spaced.setCharAt(i, ' ');
            }
        }
        String normal = Normalizer.normalize(spaced, Normalizer.Form.NFC);
        StringClass.FREEFORM.check(notEmpty(normal));
        return normal;
    }

    private static CodePoints notEmpty(String text) {
        if (text.isEmpty()) {
            throw PrecisException.of("it is empty");
        }
        return CodePoints.of(text);
    }
}
