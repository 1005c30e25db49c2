package dev.rollcall.scim.provisioning.engine;

/** Texts from outside, made fit for any log and any database. */
final class PlainText {
    private static final int LONGEST = 1_000;

    private PlainText() {}

    /** The text in one line of 1,000 characters at most, without controls and halves of characters. */
    static String line(String text) {
        StringBuilder line = new StringBuilder();
        text.codePoints().limit(LONGEST).forEach(point -> {
            boolean odd = Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE;
            line.appendCodePoint(odd ? ' ' : point);
        });
        if (text.codePointCount(0, text.length()) > LONGEST) {
            line.append('…');
        }
        return line.toString();
    }
}
