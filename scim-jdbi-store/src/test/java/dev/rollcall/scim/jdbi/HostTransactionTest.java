package dev.rollcall.scim.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.patch.RelationDelta;
import dev.rollcall.scim.protocol.Options;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Units of work in a transaction of the host's own. */
class HostTransactionTest extends JdbiTest {
    private Connection connection;

    @Override
    int lockTimeout() {
        return 200;
    }

    @BeforeEach
    void begin() throws SQLException {
        database().execute("create table invoices (id integer primary key)");
        connection = database().dataSource().getConnection();
        connection.setAutoCommit(false);
    }

    @AfterEach
    void end() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @Test
    void what_the_host_commits_is_there_with_what_the_host_wrote() throws SQLException {
        invoice(1);
        joined(this::makeGroup);
        invoice(2);

        assertThat(elsewhere()).isZero();
        assertThat(connection.isClosed()).isFalse();
        assertThat(connection.getAutoCommit()).isFalse();
        connection.commit();
        assertThat(elsewhere()).isEqualTo(1);
        assertThat(members(host(), "g1")).containsExactly("u1");
        assertThat(memberCount(host(), "g1")).isEqualTo(1);
        assertThat(database().column("select id from invoices order by id")).containsExactly("1", "2");
    }

    @Test
    void what_the_host_rolls_back_is_gone_with_the_tenant() throws SQLException {
        invoice(1);
        joined(this::makeGroup);
        joined(() -> assertThat(count(host(), users())).isEqualTo(1));
        connection.rollback();

        assertThat(count(host(), users())).isZero();
        assertThat(database().column("select name from scim_tenant")).isEmpty();
        assertThat(database().column("select id from invoices")).isEmpty();
        // Nobody remembers a tenant that is not there.
        insert(host(), user("u1", "anna"));
        assertThat(count(host(), users())).isEqualTo(1);
    }

    @Test
    void a_unit_of_work_that_fails_is_undone_alone() throws SQLException {
        invoice(1);
        joined(() -> {
            insert(host(), user("u1", "anna"));
            assertThatThrownBy(() -> write(unit -> {
                        unit.resources().insert(host(), keys().stored(user("u2", "ben")));
                        unit.resources().insert(host(), keys().stored(group("g1", "One")));
                        throw ScimException.invalidValue("No");
                    }))
                    .isInstanceOf(ScimException.class);
            assertThat(find(host(), users(), "u2")).isEmpty();
            insert(host(), user("u3", "cleo"));
        });
        connection.commit();

        assertThat(count(host(), users())).isEqualTo(2);
        assertThat(count(host(), groups())).isZero();
        assertThat(database().column("select id from invoices")).containsExactly("1");
    }

    @Test
    void a_request_is_handled_in_the_transaction_of_the_host() throws SQLException {
        ScimClient client = ScimClient.of(store(), Options.DEFAULT);
        String body = "{'schemas':['urn:ietf:params:scim:schemas:core:2.0:User'],'userName':'anna'}";
        invoice(1);
        joined(() -> assertThat(client.call("POST", "/Users", Map.of(), body).status())
                .isEqualTo(201));
        joined(() -> assertThat(client.call("POST", "/Users", Map.of(), body).status())
                .isEqualTo(409));
        connection.rollback();
        assertThat(client.call("GET", "/Users", Map.of(), "").body()).contains("\"totalResults\":0");

        invoice(1);
        joined(() -> assertThat(client.call("POST", "/Users", Map.of(), body).status())
                .isEqualTo(201));
        connection.commit();
        assertThat(client.call("GET", "/Users", Map.of(), "").body()).contains("\"totalResults\":1");
    }

    @Test
    void a_transaction_of_jdbi_is_joined_by_its_connection() {
        Jdbi.create(database().dataSource()).useTransaction(handle -> {
            handle.execute("insert into invoices (id) values (7)");
            jdbiStore().joining(handle.getConnection(), () -> {
                insert(host(), user("u1", "anna"));
                return true;
            });
        });

        assertThat(count(host(), users())).isEqualTo(1);
        assertThat(database().column("select id from invoices")).containsExactly("7");
    }

    @Test
    void a_transaction_that_lost_a_race_is_for_the_host_to_begin_again() throws SQLException {
        insert(host(), user("u1", "anna"));
        invoice(1);
        write(holder -> {
            holder.resources().lock(host(), users(), "u1");
            CompletableFuture.runAsync(() -> joined(() -> {
                        assertThatThrownBy(() ->
                                        store().write(unit -> unit.resources().lock(host(), users(), "u1")))
                                .isInstanceOf(IllegalStateException.class)
                                .hasMessageContaining("roll it back");
                        assertThatThrownBy(() -> store().write(unit -> true)).isInstanceOf(IllegalStateException.class);
                    }))
                    .join();
            return true;
        });
        connection.rollback();

        joined(() -> assertThat(store().<Boolean>write(unit ->
                        unit.resources().lock(host(), users(), "u1").isPresent()))
                .isTrue());
    }

    @Test
    void only_a_transaction_that_has_begun_is_joined_and_only_one() throws SQLException {
        joined(() -> assertThatThrownBy(() -> joined(() -> {})).isInstanceOf(IllegalStateException.class));
        assertThatThrownBy(() -> write(unit -> {
                    joined(() -> {});
                    return true;
                }))
                .isInstanceOf(IllegalStateException.class);
        connection.setAutoCommit(true);
        assertThatThrownBy(() -> joined(() -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("setAutoCommit(false)");
        connection.setAutoCommit(false);
    }

    private void makeGroup() {
        insert(host(), user("u1", "anna"), group("g1", "One"));
        write(unit -> memberships(unit).apply(host(), "g1", RelationDelta.replaceAll(Set.of("u1"))));
    }

    private void joined(Runnable work) {
        jdbiStore().joining(connection, () -> {
            work.run();
            return true;
        });
    }

    private JdbiStore jdbiStore() {
        return (JdbiStore) store();
    }

    private void invoice(int id) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("insert into invoices (id) values (" + id + ")");
        }
    }

    /** How many users others see. */
    private long elsewhere() {
        return CompletableFuture.supplyAsync(() -> count(host(), users())).join();
    }
}
