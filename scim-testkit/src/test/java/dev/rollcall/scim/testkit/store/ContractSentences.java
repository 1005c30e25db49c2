package dev.rollcall.scim.testkit.store;

import dev.rollcall.scim.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The sentences with MUST in the Javadoc of an interface of stores, as they are read. */
final class ContractSentences {
    private static final Path SPI = Path.of("..", "scim-core", "src", "main", "java", "dev", "rollcall", "scim");
    private static final Pattern JAVADOC = Pattern.compile("(?s)/\\*\\*(.*?)\\*/");
    private static final Pattern LINK = Pattern.compile("\\{@link\\s+(?:[\\w.]*#)?([^}\\s]+)}");
    private static final Pattern VALUE = Pattern.compile("\\{@value\\s+#SECRET_BYTES}");
    private static final Pattern CODE = Pattern.compile("\\{@code\\s+([^}]+)}");
    /** What begins something new without a full stop in front. */
    private static final Pattern BREAK = Pattern.compile("(?m)^@(?:param|throws)\\s+\\S+\\s|^@return\\s|<[^>]+>");

    private ContractSentences() {}

    /** The sentences of a type in a package of core, without the full stop. */
    static List<String> of(String room, String type) {
        String source;
        try {
            source = Files.readString(SPI.resolve(room).resolve(type + ".java"));
        } catch (IOException e) {
            throw new AssertionError("The sources of the SPI are beside this module", e);
        }
        List<String> sentences = new ArrayList<>();
        JAVADOC.matcher(source)
                .results()
                .map(found -> found.group(1))
                .flatMap(ContractSentences::sentences)
                .filter(sentence -> sentence.contains("MUST"))
                .forEach(sentences::add);
        return sentences;
    }

    private static Stream<String> sentences(String javadoc) {
        String text = javadoc.replaceAll("(?m)^\\s*\\*\\s?", "");
        text = VALUE.matcher(text).replaceAll(String.valueOf(Store.SECRET_BYTES));
        text = CODE.matcher(text).replaceAll("$1");
        text = BREAK.matcher(text).replaceAll(". ");
        // A link may go over the end of a line.
        text = LINK.matcher(text.replaceAll("\\s+", " ")).replaceAll(ContractSentences::label);
        return Stream.of(text.split("(?<=[.;:])\\s+")).map(s -> s.strip().replaceAll("[.;:]$", ""));
    }

    private static String label(MatchResult link) {
        return link.group(1).replaceAll(".*\\.", "");
    }

    /** The name of the test of a sentence: its words. */
    static String testOf(String sentence) {
        return sentence.replaceAll("([a-z])([A-Z])", "$1_$2")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^_|_$", "");
    }
}
