package dev.rollcall.scim.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The files as the migration tool of a host runs them, without this library. */
@ParameterizedClass
@EnumSource(Database.class)
class HostMigrationTest {
    private static final Path FILES = Path.of("src", "main", "resources", "rollcall-migrations");

    @Parameter
    private Database kind;

    @TempDir
    private Path folder;

    private TestDatabase database;

    @BeforeEach
    void open() {
        database = kind.in(folder);
    }

    @AfterEach
    void close() {
        database.close();
    }

    /** In the order of their versions; split at semicolons that are at the end of a line, without comments. */
    private List<String> statements() throws IOException {
        List<String> statements = new ArrayList<>();
        try (Stream<Path> files = Files.list(FILES.resolve(database.isH2() ? "h2" : "postgresql"))) {
            for (Path file : files.sorted().toList()) {
                assertThat(file.getFileName().toString()).matches("V[1-9]__[a-z_]+\\.sql");
                String sql = String.join(
                        "\n",
                        Files.readAllLines(file).stream()
                                .filter(line -> !line.strip().startsWith("--"))
                                .toList());
                statements.addAll(List.of(sql.strip().split(";(\n|$)")));
            }
        }
        return statements;
    }

    @Test
    void a_store_that_does_not_migrate_runs_on_tables_that_a_host_has_made() throws IOException {
        statements().forEach(database::execute);

        JdbiStore store = JdbiStore.builder(database.dataSource()).build();
        store.check();
        assertThat(store.secret("cursors")).isPresent();
        assertThat(database.tables()).noneMatch("scim_migration"::equalsIgnoreCase);
    }

    @Test
    void a_host_that_changes_over_later_has_the_files_run_again_without_a_change() throws IOException {
        statements().forEach(database::execute);
        List<String> tables = new ArrayList<>(database.tables());
        database.store().check();

        assertThat(database.column("select name from scim_migration order by version"))
                .containsExactlyElementsOf(Migration.NAMES);
        assertThat(database.tables()).containsAll(tables).hasSize(tables.size() + 2);
    }
}
