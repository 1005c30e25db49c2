package dev.rollcall.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.benchmarks.measure.Ratio;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FigureFileTest {
    @TempDir
    private Path folder;

    private Path json;
    private FigureFile file;

    @BeforeEach
    void a_file() {
        json = folder.resolve("benchmarks.json");
        file = new FigureFile(json);
    }

    @Test
    void a_figure_has_what_the_reader_needs_first() throws IOException {
        file.put(figure("find/id", 1.25, "h2"));

        assertThat(Files.readString(json)).isEqualTo("""
                [
                {"group":"store","row":"find/id","value":1.25,"unit":"x","bar":"≤ 1.5","met":true,"command":"measure it",\
                "database":"h2","fsync":"off"}
                ]
                """);
    }

    @Test
    void a_newer_figure_takes_the_place_of_the_older_one() throws IOException {
        file.put(figure("find/id", 1, "h2"));
        file.put(figure("get", 2, "h2"));
        file.put(figure("find/id", 3, "h2"));

        assertThat(file.of("store"))
                .extracting(entry -> entry.path("value").asDouble())
                .containsExactly(3.0, 2.0);
    }

    @Test
    void the_other_database_and_other_groups_survive() throws IOException {
        String other =
                "{\"group\":\"parser\",\"row\":\"find/id\",\"value\":7,\"unit\":\"ns\",\"odd\":[1,{\"a\":null}]}";
        Files.writeString(json, "[" + other + "]");

        file.put(figure("find/id", 1, "h2"));
        file.put(figure("find/id", 2, "postgresql"));
        file.put(figure("find/id", 3, "h2"));

        assertThat(Files.readString(json)).contains(other);
        assertThat(file.of("store"))
                .extracting(entry -> entry.path("value").asDouble())
                .containsExactly(3.0, 2.0);
    }

    @Test
    void a_table_replaces_what_stands_between_its_markers_only() throws IOException {
        Path markdown = folder.resolve("benchmarks.md");
        Files.writeString(markdown, "Before\n<!-- figures of store -->\nold\n<!-- end of store -->\nAfter\n");
        file.put(figure("find/id", 1.23456, "h2"));

        FigureTable.write(markdown, "store", file.of("store"));

        assertThat(Files.readString(markdown))
                .startsWith("Before\n<!-- figures of store -->\n")
                .endsWith("<!-- end of store -->\nAfter\n")
                .contains("| find/id | h2 | 1.23 x |  | (≤ 1.5) | met |")
                .doesNotContain("old");
    }

    @Test
    void a_bar_is_met_by_the_whole_interval_or_not_at_all() {
        assertThat(Bar.atMost(1.5).metBy(new Ratio(1.4, 1.3, 1.5))).isTrue();
        assertThat(Bar.atMost(1.5).metBy(new Ratio(1.4, 1.3, 1.51))).isFalse();
        assertThat(Bar.atLeast(20).metBy(new Ratio(25, 20, 30))).isTrue();
        assertThat(Bar.atLeast(20).metBy(new Ratio(25, 19, 30))).isFalse();
    }

    private static Figure figure(String row, double value, String database) {
        return new Figure(
                "store",
                row,
                value,
                "x",
                Bar.atMost(1.5),
                true,
                "measure it",
                Map.of("fsync", "off", "database", database));
    }
}
