package dev.rollcall.scim.filter;

import dev.rollcall.scim.codec.Quirk;
import dev.rollcall.scim.codec.Tolerance;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the value after an operator: JSON but for objects and arrays (RFC 8259). */
final class LiteralParser {
    private static final int MAX_NUMBER_LENGTH = 200;

    /** The exponent is cut to four digits before it is computed with; more would be out of bounds anyway. */
    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]{1,4})?");

    private static final List<String> OTHER_QUOTES = List.of("'", "`", "‘", "’", "“", "”", "„", "«", "»");
    private static final List<String> KEYWORDS = List.of("and", "or", "not", "pr");

    private final FilterScanner scanner;
    private final Tolerance tolerance;

    LiteralParser(FilterScanner scanner, Tolerance tolerance) {
        this.scanner = scanner;
        this.tolerance = tolerance;
    }

    Literal parse() {
        if (scanner.sees('"')) {
            return new Literal.Text(scanner.string());
        }
        int start = scanner.position();
        String word = scanner.word();
        switch (word) {
            // RFC 8259 §3: these are lower case, unlike the keywords of the filter.
            case "true":
                return new Literal.Bool(true);
            case "false":
                return new Literal.Bool(false);
            case "null":
                return new Literal.Null();
            default:
        }
        if (word.length() <= MAX_NUMBER_LENGTH && NUMBER.matcher(word).matches()) {
            return number(start, new BigDecimal(word));
        }
        if (OTHER_QUOTES.stream().anyMatch(word::startsWith)) {
            throw scanner.error(
                    start, "A string stands in double quotes, such as \"mira\"; found another kind of quote");
        }
        if (isBareWord(word) && tolerance.allows(Quirk.UNQUOTED_FILTER_VALUE)) {
            return new Literal.Text(word);
        }
        scanner.moveTo(start);
        throw scanner.expected("a value (a string in double quotes, a number, true, false or null)");
    }

    private Literal number(int start, BigDecimal value) {
        if (!Literal.Number.isWithinBounds(value)) {
            throw scanner.error(start, "The number has more than 100 digits or an exponent beyond 300");
        }
        return new Literal.Number(value);
    }

    /** The number that the whole text is; empty if it is none, or one out of bounds. */
    static Optional<BigDecimal> numberIn(String text) {
        return text.length() <= MAX_NUMBER_LENGTH && NUMBER.matcher(text).matches()
                ? Optional.of(new BigDecimal(text)).filter(Literal.Number::isWithinBounds)
                : Optional.empty();
    }

    private static boolean isBareWord(String word) {
        return !word.isEmpty()
                && KEYWORDS.stream().noneMatch(word::equalsIgnoreCase)
                && word.chars().noneMatch(Character::isISOControl)
                && !JsonText.hasBadCharacter(word);
    }
}
