package dev.rollcall.scim.filter;

import dev.rollcall.scim.codec.Quirk;
import dev.rollcall.scim.codec.Tolerance;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.path.AttributePath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Reads filters by recursive descent: {@code or} of {@code and} of terms (RFC 7644 §3.4.2.2, errata 4670, 4690, 7319 and
 * 7322). Depth is bounded, so that no text exhausts the stack. Not thread-safe.
 */
final class FilterParser {
    private static final int MAX_LENGTH = 16_384;
    private static final int MAX_DEPTH = 50;
    private static final int MAX_TERMS = 500;
    private static final String OPERATORS =
            Arrays.stream(Operator.values()).map(Operator::keyword).collect(Collectors.joining(", ")) + ", pr";

    private final FilterScanner scanner;
    private final Tolerance tolerance;
    private boolean inBrackets;
    private int depth;
    private int terms;

    FilterParser(String text, Tolerance tolerance) {
        this(text, 0, tolerance);
    }

    private FilterParser(String text, int from, Tolerance tolerance) {
        if (text.length() > MAX_LENGTH) {
            throw ScimException.invalidFilter("The filter has " + text.length() + " characters, of at most "
                    + MAX_LENGTH + "; ask in several requests");
        }
        this.scanner = new FilterScanner(text, from);
        this.tolerance = tolerance;
    }

    /** A parser of what stands in brackets, the first of which is at the offset. */
    static FilterParser atBracket(String text, int offset, Tolerance tolerance) {
        return new FilterParser(text, offset, tolerance);
    }

    /** Where the parser stands in the text. */
    int position() {
        return scanner.position();
    }

    /** The whole text as a filter. */
    Filter filter() {
        scanner.skipSpaces();
        if (scanner.atEnd()) {
            throw ScimException.invalidFilter("The filter is empty; one looks like userName eq \"mira\"");
        }
        Filter filter = or();
        if (!scanner.atEnd()) {
            throw scanner.expected("\"and\", \"or\" or the end");
        }
        return filter;
    }

    private Filter or() {
        List<Filter> operands = operands("or", this::and);
        return operands.size() == 1 ? operands.get(0) : new Filter.Or(operands);
    }

    private Filter and() {
        List<Filter> operands = operands("and", this::term);
        return operands.size() == 1 ? operands.get(0) : new Filter.And(operands);
    }

    private List<Filter> operands(String keyword, Supplier<Filter> operand) {
        List<Filter> operands = new ArrayList<>(2);
        do {
            scanner.skipSpaces();
            operands.add(operand.get());
            scanner.skipSpaces();
        } while (scanner.takesWord(keyword));
        return operands;
    }

    private Filter term() {
        if (scanner.sees('(')) {
            return group();
        }
        if (isNegation()) {
            return new Filter.Not(group());
        }
        if (++terms > MAX_TERMS) {
            throw scanner.error(scanner.position(), "The filter has more than " + MAX_TERMS + " terms");
        }
        AttributePath path = path();
        return scanner.sees('[') ? valuePath(path) : expression(path);
    }

    /** Takes "not" if a parenthesis follows; an attribute may have that name too. */
    private boolean isNegation() {
        int start = scanner.position();
        if (scanner.takesWord("not")) {
            scanner.skipSpaces();
            if (scanner.sees('(')) {
                return true;
            }
            scanner.moveTo(start);
        }
        return false;
    }

    private Filter group() {
        enter();
        Filter filter = or();
        leave(')', "\"and\", \"or\" or \")\"");
        return filter;
    }

    private void enter() {
        if (++depth > MAX_DEPTH) {
            throw scanner.error(scanner.position(), "The filter is nested deeper than " + MAX_DEPTH + " levels");
        }
        scanner.moveTo(scanner.position() + 1);
    }

    private void leave(char closing, String expected) {
        if (!scanner.takes(closing)) {
            throw scanner.expected(expected);
        }
        depth--;
    }

    private AttributePath path() {
        int start = scanner.position();
        String word = scanner.word();
        Optional<AttributePath> path = AttributePath.tryParse(word);
        if (path.isEmpty()) {
            scanner.moveTo(start);
            throw scanner.expected("an attribute such as userName or name.familyName, \"not (\" or \"(\"");
        }
        return path.get();
    }

    private Filter valuePath(AttributePath path) {
        if (inBrackets) {
            throw scanner.error(scanner.position(), "Brackets cannot stand within brackets");
        }
        Filter filter = inBrackets();
        if (!scanner.sees('.')) {
            return new Filter.Element(path, filter);
        }
        return new Filter.Element(path, goOn(filter));
    }

    /** The filter between the bracket that is next and its counterpart. */
    Filter inBrackets() {
        enter();
        inBrackets = true;
        Filter filter = or();
        inBrackets = false;
        leave(']', "\"and\", \"or\" or \"]\"");
        return filter;
    }

    /** {@code emails[type eq "work"].value eq "x"} means {@code emails[type eq "work" and value eq "x"]}. */
    private Filter goOn(Filter selection) {
        int dot = scanner.position();
        if (!tolerance.allows(Quirk.FILTER_AFTER_VALUE_PATH)) {
            throw scanner.error(
                    dot,
                    "A sub-attribute cannot follow the brackets; write emails[type eq \"work\" and value eq \"x\"]");
        }
        scanner.takes('.');
        AttributePath path = path();
        if (path.schema() != null || path.subAttribute() != null) {
            throw scanner.error(dot, "Expected the name of a sub-attribute, and no more, after the dot");
        }
        if (++terms > MAX_TERMS) {
            throw scanner.error(dot, "The filter has more than " + MAX_TERMS + " terms");
        }
        List<Filter> operands =
                new ArrayList<>(selection instanceof Filter.And and ? and.operands() : List.of(selection));
        operands.add(expression(path));
        return new Filter.And(operands);
    }

    private Filter expression(AttributePath path) {
        scanner.skipSpaces();
        int start = scanner.position();
        String word = scanner.word();
        if (word.equalsIgnoreCase("pr")) {
            return new Filter.Present(path);
        }
        Optional<Operator> operator = Operator.ofKeyword(word);
        if (operator.isEmpty()) {
            scanner.moveTo(start);
            throw path.toString().equalsIgnoreCase("not")
                    ? scanner.expected("\"(\" after \"not\"")
                    : scanner.expected("an operator (" + OPERATORS + ")");
        }
        scanner.skipSpaces();
        return new Filter.Compare(path, operator.get(), new LiteralParser(scanner, tolerance).parse());
    }
}
