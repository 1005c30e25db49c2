package dev.rollcall.benchmarks.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rollcall.benchmarks.report.FigureFile;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the drivers work, not what they measure. */
class RaceCommandTest {
    private final PrintStream quiet = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    @Test
    void tasks_are_timed_and_reported_with_who_answers_wrong() throws Exception {
        Files.writeString(
                folder.resolve("benchmarks.md"), "<!-- figures of benchmarks -->\n<!-- end of benchmarks -->\n");

        RaceCommand.runHere(settings("parse-long", "evaluate-hit", "decode", "get"), quiet);

        List<ObjectNode> figures = new FigureFile(folder.resolve("benchmarks.json")).of("benchmarks");
        assertThat(figures)
                .extracting(figure -> figure.path("row").asText())
                .containsExactly(
                        "parse-long",
                        "parse-long/bytes",
                        "evaluate-hit",
                        "evaluate-hit/bytes",
                        "decode",
                        "decode/limit",
                        "get");
        assertThat(figures.get(0).path("bar").asText()).isEqualTo("≥ 5");
        assertThat(figures.get(0).path("costs").path("scimple").asText()).startsWith("answers wrong");
        assertThat(figures.get(0).path("command").asText()).endsWith("libraries --rows parse-long");
        assertThat(Files.readString(folder.resolve("benchmarks.md"))).contains("| parse-long | ", "rollcall: ");
    }

    @Test
    void servers_are_asked_over_http() throws Exception {
        RaceCommand.runHere(settings("http-get", "start"), quiet);

        assertThat(new FigureFile(folder.resolve("benchmarks.json")).of("benchmarks"))
                .extracting(figure -> figure.path("row").asText())
                .contains("http-get/1", "http-get/8/cpu", "http-get/64/limit", "start");
    }

    @Test
    void options_are_read() {
        RaceSettings settings = RaceSettings.parse(List.of("--quick", "--rows", "get,size", "--seconds", "0.5"));

        assertThat(settings.rounds()).isEqualTo(1);
        assertThat(settings.rows()).containsExactly("get", "size");
        assertThat(settings.time()).isEqualTo(Duration.ofMillis(500));
        assertThatThrownBy(() -> RaceSettings.parse(List.of("--rows", "fly"))).hasMessageContaining("--rows takes");
        assertThatThrownBy(() -> RaceSettings.parse(List.of("--fast"))).hasMessageContaining("--fast");
    }

    private RaceSettings settings(String... rows) {
        return new RaceSettings(false, List.of(rows), folder, 1, 2, Duration.ofMillis(20));
    }
}
