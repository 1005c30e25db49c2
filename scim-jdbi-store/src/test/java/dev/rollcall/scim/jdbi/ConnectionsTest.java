package dev.rollcall.scim.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.rollcall.scim.store.Store;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class ConnectionsTest extends JdbiTest {
    @Test
    void a_pool_that_lends_connections_without_auto_commit_will_do() {
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setDataSource(database().dataSource());
            pool.setAutoCommit(false);
            Store lent = JdbiStore.builder(pool).migrate(true).build();
            lent.write(unit -> {
                unit.resources().insert(host(), keys().stored(user("u1", "anna")));
                return true;
            });
            assertThatThrownBy(() -> lent.write(unit -> {
                        unit.resources().insert(host(), keys().stored(user("u2", "ben")));
                        throw new IllegalArgumentException("No");
                    }))
                    .isInstanceOf(IllegalArgumentException.class);
            boolean there = lent.read(
                    unit -> unit.resources().find(host(), users(), "u1").isPresent());

            assertThat(there).isTrue();
        }
        assertThat(count(host(), users())).isEqualTo(1);
    }

    @Test
    void one_connection_is_enough_for_a_unit_of_work_and_reads_within() {
        database().pool().getHikariConfigMXBean().setMaximumPoolSize(1);
        long seen = write(unit -> {
            unit.resources().insert(host(), keys().stored(user("u1", "anna")));
            return count(host(), users());
        });

        assertThat(seen).isEqualTo(1);
        assertThat(database().lent()).isZero();
    }

    @Test
    void connections_come_back_as_they_were_lent() throws SQLException {
        insert(host(), user("u1", "anna"));
        assertThatThrownBy(() -> change(store -> {
                    throw new IllegalArgumentException("No");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        count(host(), users());

        assertThat(database().lent()).isZero();
        assertThat(database().statements().closedOtherwise()).isZero();
    }

    @Test
    void tables_that_nobody_made_are_not_made_unasked() {
        database().wipe();
        JdbiStore.builder(database().dataSource()).build();

        assertThat(database().tables()).isEmpty();
    }

    @Test
    void a_database_without_tables_or_that_is_gone_is_not_well() {
        store().check();
        assertThat(database().lent()).isZero();

        database().wipe();
        assertThatThrownBy(() -> store().check()).isInstanceOf(RuntimeException.class);

        database().close();
        assertThatThrownBy(() -> store().check()).isInstanceOf(RuntimeException.class);
    }
}
