package dev.rollcall.scim.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.patch.RelationDelta;
import java.sql.SQLException;
import java.util.Set;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** A unit of work on a connection whose transaction is the host's. */
class HostTransactionTest extends JdbiTest {
    @Test
    void what_the_host_commits_is_there() {
        hostTransaction(Handle::commit);

        assertThat(find(host(), users(), "u1")).isPresent();
        assertThat(members(host(), "g1")).containsExactly("u1");
    }

    @Test
    void what_the_host_rolls_back_is_gone_with_the_tenant() {
        hostTransaction(Handle::rollback);

        assertThat(find(host(), users(), "u1")).isEmpty();
        assertThat(database().column("select name from scim_tenant")).isEmpty();
        insert(host(), user("u1", "anna"));
        assertThat(count(host(), users())).isEqualTo(1);
    }

    private void hostTransaction(Consumer<Handle> end) {
        Jdbi jdbi = Jdbi.create(database().dataSource());
        try (Handle handle = jdbi.open()) {
            Dialect dialect = dialect(handle);
            handle.begin();
            JdbiUnitOfWork unit = new JdbiUnitOfWork(new Statements(handle, dialect), new TenantCache(), true);
            unit.resources().insert(host(), keys().stored(user("u1", "anna")));
            unit.resources().insert(host(), keys().stored(group("g1", "One")));
            memberships(unit).apply(host(), "g1", RelationDelta.replaceAll(Set.of("u1")));
            end.accept(handle);
        }
    }

    private static Dialect dialect(Handle handle) {
        try {
            return Dialect.of(handle.getConnection());
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
