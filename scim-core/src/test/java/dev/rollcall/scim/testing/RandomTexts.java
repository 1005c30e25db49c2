package dev.rollcall.scim.testing;

import java.util.List;
import java.util.Locale;

/** Texts with what breaks parsers, SQL, comparison and encodings. */
final class RandomTexts {
    private static final List<String> WORDS =
            List.of("mira", "sato", "work", "home", "other", "sales", "a", "ab", "abc", "eng", "user", "x");

    /** Quotes, escapes and wildcards; cases that fold oddly; composed and decomposed; beyond U+FFFF; right to left. */
    private static final List<String> PIECES = List.of(
            "\"",
            "'",
            "\\",
            "%",
            "_",
            "[",
            "]",
            "(",
            ")",
            " ",
            ".",
            ":",
            ",",
            "/",
            "?",
            "#",
            "+",
            "-",
            "$",
            "&",
            "<",
            "\t",
            "\n",
            "\u0001",
            "\u007f",
            "\u0085",
            "\u2028",
            "\ufeff",
            "\ufffd",
            "\uffff",
            "é",
            "e\u0301",
            "É",
            "ß",
            "ẞ",
            "ss",
            "SS",
            "İ",
            "I",
            "ı",
            "i",
            "ς",
            "σ",
            "Σ",
            "ﬁ",
            "fi",
            "Å",
            "Å",
            "A\u030a",
            "K",
            "ß",
            "Ω",
            "ñ",
            "日本",
            "한",
            "\u1112\u1161\u11ab",
            "😀",
            "👩\u200d💻",
            "𝔘",
            "שלום",
            "مرحبا",
            "\u202e",
            "not",
            "and",
            "or",
            "pr",
            "eq",
            "null",
            "true",
            "1",
            "\\u0041",
            "%22",
            "${x}",
            "--",
            "NULL");

    private RandomTexts() {}

    static String word(Generator g) {
        return g.pick(WORDS);
    }

    static String text(Generator g) {
        if (g.oneIn(3)) {
            return otherCase(g, word(g));
        }
        StringBuilder text = new StringBuilder();
        for (int i = g.between(1, 4); i > 0; i--) {
            text.append(g.oneIn(3) ? word(g) : g.pick(PIECES));
        }
        return text.toString();
    }

    private static String otherCase(Generator g, String word) {
        return g.bool() ? word : g.bool() ? word.toUpperCase(Locale.ROOT) : capital(word);
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
