package dev.rollcall.scim.filter;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.error.SyntaxPointer;

/** Cuts the text of a filter into words, strings and single characters. Not thread-safe. */
final class FilterScanner {
    private final String text;
    private int position;

    FilterScanner(String text, int position) {
        this.text = text;
        this.position = position;
    }

    int position() {
        return position;
    }

    void moveTo(int newPosition) {
        position = newPosition;
    }

    boolean atEnd() {
        return position >= text.length();
    }

    void skipSpaces() {
        while (position < text.length() && text.charAt(position) == ' ') {
            position++;
        }
    }

    /** Whether the character is next. */
    boolean sees(char c) {
        return position < text.length() && text.charAt(position) == c;
    }

    /** Takes the character if it is next. */
    boolean takes(char c) {
        if (sees(c)) {
            position++;
            return true;
        }
        return false;
    }

    /** Takes the word if it is next, in any case. */
    boolean takesWord(String word) {
        int start = position;
        if (word().equalsIgnoreCase(word)) {
            return true;
        }
        position = start;
        return false;
    }

    /** Takes all up to a space, quote, parenthesis, bracket or the end; perhaps nothing. */
    String word() {
        int start = position;
        while (position < text.length() && " \"()[]".indexOf(text.charAt(position)) < 0) {
            position++;
        }
        return text.substring(start, position);
    }

    /** Takes a string in double quotes (RFC 8259 §7); a quote is next. */
    String string() {
        int open = position++;
        StringBuilder value = new StringBuilder();
        while (position < text.length()) {
            char c = text.charAt(position);
            if (c == '"') {
                return closed(value, open);
            }
            if (c < ' ') {
                throw error(position, "A control character stands in a string; write it as an escape such as \\t");
            }
            value.append(c == '\\' ? escape() : c);
            position++;
        }
        throw error(open, "The string has no closing double quote; it opens");
    }

    private String closed(StringBuilder value, int open) {
        String string = value.toString();
        if (JsonText.hasBadCharacter(string)) {
            throw error(open, "The string holds U+0000 or half a surrogate pair; it opens");
        }
        position++;
        return string;
    }

    /** Reads an escape up to its last character. */
    private char escape() {
        int start = position++;
        char letter = position < text.length() ? text.charAt(position) : ' ';
        if (letter == 'u') {
            return hexadecimal(start);
        }
        char meant = JsonText.unescape(letter);
        if (meant == 0) {
            throw error(start, "Unknown escape; a backslash goes before \" \\ / b f n r t, or u and four digits");
        }
        return meant;
    }

    private char hexadecimal(int start) {
        int code = 0;
        for (int i = 1; i <= 4; i++) {
            char c = position + i < text.length() ? text.charAt(position + i) : ' ';
            int digit = c < 0x80 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                throw error(start, "\\u takes four hexadecimal digits");
            }
            code = code * 16 + digit;
        }
        position += 4;
        return (char) code;
    }

    /** What stands at the position, for a message. */
    String found() {
        if (atEnd()) {
            return "the end";
        }
        int start = position;
        String word = word();
        position = start;
        return JsonText.excerpt(word.isEmpty() ? text.substring(start, start + 1) : word);
    }

    ScimException error(int offset, String message) {
        return ScimException.invalidFilter(SyntaxPointer.at(text, offset, message));
    }

    ScimException expected(String what) {
        return error(position, "Expected " + what + " but found " + found());
    }
}
