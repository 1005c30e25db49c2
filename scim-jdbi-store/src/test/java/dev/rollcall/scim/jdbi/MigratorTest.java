package dev.rollcall.scim.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class MigratorTest {
    private static final Migration ONE = new Migration(1, "V1__one", "create table one (id int);\n");
    private static final Migration TWO =
            new Migration(2, "V2__two", "create table two (id int);\ninsert into two values (2);\n");

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

    @Test
    void several_who_migrate_at_once_apply_each_migration_once() throws Exception {
        int nodes = 5;
        ExecutorService threads = Executors.newFixedThreadPool(nodes);
        List<Callable<Boolean>> tasks = new ArrayList<>();
        for (int i = 0; i < nodes; i++) {
            tasks.add(() -> {
                migrate(ONE, TWO);
                return true;
            });
        }
        for (Future<Boolean> done : threads.invokeAll(tasks)) {
            done.get();
        }
        threads.shutdown();

        assertThat(applied()).containsExactly("V1__one", "V2__two");
        assertThat(database.column("select id from two")).containsExactly("2");
    }

    @Test
    void the_files_of_the_store_are_applied_once() {
        database.store();
        database.store();

        assertThat(applied()).containsExactlyElementsOf(Migration.NAMES);
    }

    @Test
    void each_file_can_be_run_again_where_the_database_commits_in_its_midst() {
        database.store();
        database.execute("delete from scim_migration");
        database.store();

        assertThat(applied()).containsExactlyElementsOf(Migration.NAMES);
    }

    @Test
    void a_migration_that_came_later_is_applied_to_what_is_there() {
        migrate(ONE);
        migrate(ONE, TWO);

        assertThat(applied()).containsExactly("V1__one", "V2__two");
    }

    @Test
    void a_node_of_an_older_release_still_starts() {
        migrate(ONE, TWO);
        migrate(ONE);

        assertThat(applied()).containsExactly("V1__one", "V2__two");
    }

    @Test
    void a_file_that_changed_after_it_was_applied_is_refused() {
        migrate(ONE, TWO);
        Migration changed = new Migration(1, "V1__one", "create table one (id bigint);\n");

        assertThatThrownBy(() -> migrate(changed, TWO))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("V1__one")
                .hasMessageContaining(ONE.checksum())
                .hasMessageContaining(changed.checksum());
    }

    @Test
    void a_history_that_does_not_fit_the_files_is_refused_at_the_start() {
        database.store();
        database.execute("update scim_migration set checksum = 'another' where version = 2");

        assertThatThrownBy(() -> database.store())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("V2__memberships");
    }

    @Test
    void a_migration_that_fails_is_not_taken_for_applied() {
        Migration broken = new Migration(2, "V2__broken", "create nonsense;\n");

        assertThatThrownBy(() -> migrate(ONE, broken))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("V2__broken");
        assertThat(applied()).containsExactly("V1__one");
        migrate(ONE, TWO);
        assertThat(applied()).containsExactly("V1__one", "V2__two");
    }

    @Test
    void line_ends_are_no_part_of_a_file() {
        assertThat(Migration.of(Connections.to(database.dataSource()).dialect()))
                .allSatisfy(migration -> {
                    assertThat(migration.sql()).doesNotContain("\r");
                    assertThat(migration.statements()).isNotEmpty();
                });
    }

    private void migrate(Migration... migrations) {
        new Migrator(Connections.to(database.dataSource()), List.of(migrations)).run();
    }

    private List<String> applied() {
        return database.column("select name from scim_migration order by version");
    }
}
