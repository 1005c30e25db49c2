package dev.rollcall.benchmarks.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rollcall.benchmarks.Settings;
import dev.rollcall.benchmarks.report.FigureFile;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That the drivers work, not what they measure: with a thousand users figures mean nothing. */
class StoreCommandTest {
    private final PrintStream quiet = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void every_row_gives_its_figures(String database) throws Exception {
        StoreCommand.run(
                settings(database, List.of("load", "member", "find", "pages", "jump", "total", "get", "create")),
                quiet);
        StoreCommand.run(settings(database, List.of("without-members")), quiet);

        List<ObjectNode> figures = new FigureFile(folder.resolve("report/benchmarks.json")).of("store");
        assertThat(figures)
                .extracting(figure -> figure.path("row").asText())
                .containsExactly(
                        "load/users",
                        "load/memberships",
                        "member",
                        "member/statements",
                        "member/rows",
                        "find/id",
                        "find/userName",
                        "find/externalId",
                        "find/email",
                        "pages/cursor",
                        "pages/startIndex",
                        "jump",
                        "total",
                        "get",
                        "create",
                        "without-members");
        assertThat(figures).allSatisfy(figure -> {
            assertThat(figure.path("database").asText()).isEqualTo(database);
            assertThat(figure.path("fsync").asText()).isEqualTo("off");
            assertThat(figure.path("command").asText()).contains("--rows");
        });
        assertThat(figures)
                .filteredOn(figure -> figure.path("row").asText().equals("without-members"))
                .allMatch(figure -> figure.path("value").asInt() == 0);
    }

    @Test
    void memory_is_measured_in_a_process_of_its_own() throws Exception {
        StoreCommand.run(settings("h2", List.of("memory")), quiet);

        assertThat(new FigureFile(folder.resolve("report/benchmarks.json")).of("store"))
                .extracting(figure -> figure.path("row").asText())
                .containsExactly("memory/list", "memory/filter", "memory/export", "memory/members");
    }

    private Settings settings(String database, List<String> rows) {
        return new Settings(
                1_000,
                2_000,
                List.of(database),
                rows,
                folder.resolve("data"),
                null,
                "off",
                folder.resolve("report"),
                Duration.ofMillis(60),
                2,
                1);
    }
}
