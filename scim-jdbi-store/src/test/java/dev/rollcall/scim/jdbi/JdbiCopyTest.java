package dev.rollcall.scim.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.scim.jdbi.testing.TestPostgres;
import dev.rollcall.scim.resource.Meta;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.store.DuplicateKeyException;
import dev.rollcall.scim.store.Scope;
import dev.rollcall.scim.store.Store;
import dev.rollcall.scim.store.StoreQuery;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.h2.api.Trigger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From each kind of database to the other. */
class JdbiCopyTest extends JdbiTest {
    private static final List<String> NAMES =
            List.of("anna", "Ødegård", "山田", "𝒜𝓃𝓃𝒶", "o'hara\\\"%_", "x".repeat(900));

    private TestDatabase target;

    @BeforeEach
    void openTarget() {
        target = kind == Database.H2
                ? TestDatabase.at(TestPostgres.newSchema())
                : TestDatabase.at("jdbc:h2:file:" + folder.resolve("target"));
    }

    @AfterEach
    void closeTarget() {
        target.close();
    }

    private JdbiCopy copy() {
        return JdbiCopy.between(database().dataSource(), target.dataSource());
    }

    /** Tenants, owners, keys of all kinds, members, and what changed after it was made. */
    private void fill() {
        for (String tenant : List.of("acme", "übér", "gone")) {
            for (String owner : List.of("okta", "entra")) {
                Scope scope = new Scope(tenant, owner);
                change(store -> {
                    for (int i = 0; i < 250; i++) {
                        String name = NAMES.get(i % NAMES.size()) + i + owner;
                        Resource user = Resource.builder(users())
                                .id(owner + i)
                                .set("userName", name)
                                .set("externalId", "x" + i)
                                .set("displayName", name)
                                .meta(Meta.created(NOW.plusNanos(i)))
                                .build();
                        store.insert(scope, keys().stored(user));
                    }
                    store.insert(scope, keys().stored(group("g-" + owner, "Gruppe ß " + owner)));
                });
                add(
                        scope,
                        "g-" + owner,
                        IntStream.range(0, 100).mapToObj(i -> owner + i).toArray(String[]::new));
            }
        }
        Resource changed = changed(get(new Scope("acme", "okta"), users(), "okta1"), "displayName", "später");
        assertThat(replace(new Scope("acme", "okta"), changed, 1)).isTrue();
        database().store().secret("cursors");
    }

    private static Map<String, List<String>> rows(TestDatabase database, List<String> tables) {
        Map<String, List<String>> rows = new TreeMap<>();
        for (String table : tables) {
            String columns = String.join(
                    " || '|' || ",
                    database
                            .column("select column_name from information_schema.columns where lower(table_name) = '"
                                    + table + "' and table_schema = "
                                    + (database.isH2() ? "'PUBLIC'" : "current_schema()")
                                    + " order by lower(column_name)")
                            .stream()
                            .map(column -> "coalesce(" + text(database, column) + ", '-')")
                            .toList());
            List<String> all = new ArrayList<>(database.column("select " + columns + " from " + table));
            all.sort(null);
            rows.put(table, all);
        }
        return rows;
    }

    private static String text(TestDatabase database, String column) {
        boolean bytes = Set.of("document", "secret").contains(column.toLowerCase(Locale.ROOT));
        if (bytes) {
            return database.isH2() ? "lower(rawtohex(" + column + "))" : "encode(" + column + ", 'hex')";
        }
        return "cast(" + column + " as varchar)";
    }

    @Test
    void every_row_of_every_table_arrives_as_it_was() {
        fill();
        CopyReport report = copy().run();

        List<String> tables =
                report.tables().stream().map(CopyReport.Table::name).toList();
        Set<String> expected = new TreeSet<>();
        target.tables().forEach(table -> expected.add(table.toLowerCase(Locale.ROOT)));
        // All that a store has but for what is about the database itself: a table that comes later is copied too.
        expected.removeAll(Set.of("scim_migration", "scim_migration_lock", "scim_copy"));
        assertThat(tables).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(rows(target, tables)).isEqualTo(rows(database(), tables));
        assertThat(report.tables()).contains(new CopyReport.Table("scim_membership", 600));
        assertThat(report.resources())
                .contains(new CopyReport.Resources("acme", "User", 500), new CopyReport.Resources("übér", "Group", 2));
    }

    @Test
    void the_store_goes_on_where_the_source_stood() {
        fill();
        copy().run();
        Store copied = target.store();
        Scope okta = new Scope("acme", "okta");

        assertThat(copied.secret("cursors")).contains(store().secret("cursors").orElseThrow());
        Resource changed = copied.<Resource>read(
                unit -> unit.resources().find(okta, users(), "okta1").orElseThrow());
        assertThat(changed).isEqualTo(get(okta, users(), "okta1"));
        assertThat(changed.meta()).isEqualTo(get(okta, users(), "okta1").meta());
        long members = copied.read(unit -> unit.memberships().orElseThrow().count(okta, "g-okta"));
        assertThat(members).isEqualTo(100);
        long all = copied.read(unit -> unit.resources().count(host(), StoreQuery.all(users())));
        assertThat(all).isEqualTo(500);
        for (String tenant : List.of("acme", "new")) {
            boolean inserted = copied.write(unit -> {
                unit.resources().insert(Scope.ofTenant(tenant), keys().stored(user("new", "newcomer")));
                return true;
            });
            assertThat(inserted).isTrue();
        }
        assertThatThrownBy(() -> copied.write(unit -> {
                    unit.resources().insert(okta, keys().stored(user("again", "ANNA0okta")));
                    return true;
                }))
                .isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void a_target_with_anything_in_it_is_refused_and_left_as_it_was() {
        fill();
        target.store().secret("cursors");

        assertThatThrownBy(() -> copy().run())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("not empty")
                .hasMessageContaining("scim_secret");
        assertThat(target.column("select name from scim_secret")).containsExactly("cursors");
        assertThat(target.column("select id from scim_resource")).isEmpty();
        target.store();
    }

    @Test
    void a_copy_that_did_not_end_leaves_a_target_that_no_store_opens_until_a_copy_has() {
        fill();
        JdbiCopy broken = copy().lastStep(connection -> {
            throw new SQLException("pulled the plug");
        });
        assertThatThrownBy(broken::run)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("pulled the plug");

        assertThatThrownBy(target::store)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("not come to its end");
        assertThat(target.column("select id from scim_resource")).isEmpty();
        copy().run();
        assertThat(target.store().secret("cursors"))
                .contains(store().secret("cursors").orElseThrow());
    }

    @Test
    void a_source_of_another_release_is_refused_with_what_is_different() {
        database().execute("create table scim_later (id bigint)");
        assertThatThrownBy(() -> copy().run()).hasMessageContaining("newer").hasMessageContaining("table scim_later");
        database().execute("drop table scim_later");
        database().execute("alter table scim_secret add column later bigint");
        assertThatThrownBy(() -> copy().run())
                .hasMessageContaining("newer")
                .hasMessageContaining("later of scim_secret");
        database().execute("drop table scim_secret");
        assertThatThrownBy(() -> copy().run()).hasMessageContaining("older").hasMessageContaining("table scim_secret");
        database().wipe();
        assertThatThrownBy(() -> copy().run()).hasMessageContaining("no tables of a store");
    }

    @Test
    void what_arrives_otherwise_than_it_was_sent_is_noticed() {
        fill();
        target.store();
        if (target.isH2()) {
            target.execute("create trigger spoil before insert on scim_resource for each row call '"
                    + Spoiled.class.getName() + "'");
        } else {
            target.execute("create function spoil() returns trigger language plpgsql as "
                    + "'begin new.display = new.display || ''!''; return new; end'");
            target.execute("create trigger spoil before insert on scim_resource for each row execute function spoil()");
        }

        assertThatThrownBy(() -> copy().run())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("scim_resource differs");
        assertThat(target.column("select id from scim_resource")).isEmpty();
    }

    @Test
    void connections_come_back_as_they_were_lent() throws SQLException {
        fill();
        copy().run();

        for (TestDatabase database : List.of(database(), target)) {
            assertThat(database.lent()).isZero();
            try (var connection = database.pool().getConnection()) {
                assertThat(connection.getAutoCommit()).isTrue();
                assertThat(connection.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_READ_COMMITTED);
            }
        }
    }

    /** Changes a column of each row on its way into H2. */
    public static final class Spoiled implements Trigger {
        @Override
        public void fire(Connection connection, Object[] before, Object[] after) {
            for (int i = 0; i < after.length; i++) {
                if (after[i] instanceof String text && text.contains("Gruppe")) {
                    after[i] = text + "!";
                }
            }
        }
    }
}
