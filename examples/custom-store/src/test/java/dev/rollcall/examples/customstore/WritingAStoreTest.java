package dev.rollcall.examples.customstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the page about writing a store shows is what is compiled, run and tested here. */
class WritingAStoreTest {
    private static final Path PAGE = Path.of("..", "..", "docs", "writing-a-store.md");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(?:java|sql)\n(.*?)^```$");
    private static final Path TESTKIT = Path.of("..", "..", "scim-testkit", "src", "test", "java");
    /** Where something is left out. */
    private static final Pattern GAP = Pattern.compile("(?m)^\\s*…\\s*$\n?");

    @Test
    void every_piece_of_code_on_the_page_is_tested() throws IOException {
        String sources = sources();
        List<String> blocks = BLOCK.matcher(Files.readString(PAGE).replace("\r\n", "\n"))
                .results()
                .map(block -> block.group(1))
                .toList();

        assertThat(blocks).hasSizeGreaterThan(6);
        for (String block : blocks) {
            for (String piece : GAP.split(block)) {
                assertThat(sources)
                        .as("the sources of the example and of the tests of the testkit")
                        .contains(withoutIndent(piece));
            }
        }
    }

    @Test
    void the_store_is_one_small_file() throws IOException {
        assertThat(Files.readAllLines(Path.of(
                        "src", "main", "java", "dev", "rollcall", "examples", "customstore", "EmployeeStore.java")))
                .hasSizeLessThan(150);
    }

    /** Those of this example; what it has no need of, the testkit tests itself with. */
    private static String sources() throws IOException {
        return sources(Path.of("src")) + "\n" + sources(TESTKIT);
    }

    private static String sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(WritingAStoreTest::read)
                    .map(WritingAStoreTest::withoutIndent)
                    .collect(Collectors.joining("\n"));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String withoutIndent(String code) {
        return code.lines().map(String::strip).collect(Collectors.joining("\n"));
    }
}
