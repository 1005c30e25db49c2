package dev.rollcall.examples.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the README shows is what is compiled and run here. */
class ReadmeTest {
    private static final Path README = Path.of("..", "..", "README.md");
    private static final Path SNIPPET =
            Path.of("src", "test", "java", "dev", "rollcall", "examples", "server", "EmbeddingSnippet.java");
    private static final Pattern JAVA = Pattern.compile("(?ms)^```java\n(.*?)^```$");

    @Test
    void the_readme_shows_the_embedding_that_is_tested() throws IOException {
        String readme = Files.readString(README).replace("\r\n", "\n");
        assertThat(JAVA.matcher(readme).results().map(block -> block.group(1)))
                .as("the blocks of Java in " + README)
                .contains(snippet());
    }

    @Test
    void the_readme_shows_the_help_of_the_server() throws IOException {
        assertThat(Files.readString(README))
                .contains("```\n" + CommandLine.help().strip() + "\n```");
    }

    @Test
    void the_readme_shows_the_story_as_it_is_played() throws IOException {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        int status = new CommandLine(new PrintStream(told, true, StandardCharsets.UTF_8), System.err).run("story");
        assertThat(status).isZero();
        assertThat(Files.readString(README))
                .contains("```\n" + told.toString(StandardCharsets.UTF_8).strip() + "\n```");
    }

    /** The lines between the marks, moved to the left as far as all of them go. */
    private static String snippet() throws IOException {
        List<String> lines = Files.readAllLines(SNIPPET);
        List<String> marks = lines.stream().map(String::strip).toList();
        int start = marks.indexOf("// snippet");
        int end = marks.indexOf("// end");
        assertThat(start).as("the mark \"// snippet\"").isNotNegative();
        assertThat(end).as("the mark \"// end\"").isGreaterThan(start + 1);
        return String.join("\n", lines.subList(start + 1, end)).stripIndent().strip() + "\n";
    }
}
