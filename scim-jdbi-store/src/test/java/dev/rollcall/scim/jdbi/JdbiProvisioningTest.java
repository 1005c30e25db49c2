package dev.rollcall.scim.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.scim.provisioning.account.Account;
import dev.rollcall.scim.provisioning.hold.LegalHold;
import dev.rollcall.scim.provisioning.log.SyncLogEntry;
import dev.rollcall.scim.provisioning.log.SyncLogQuery;
import dev.rollcall.scim.provisioning.mapping.Organization;
import dev.rollcall.scim.provisioning.store.ProvisioningUnit;
import dev.rollcall.scim.provisioning.tenant.Tenant;
import dev.rollcall.scim.store.UnitOfWork;
import dev.rollcall.scim.store.memory.InMemoryStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What provisioning keeps is in the transactions of the resources, and in tables of the tenant. */
class JdbiProvisioningTest extends ProvisioningTest {
    @BeforeEach
    void give() {
        keep(state -> state.tenants().insert(aTenant(tenant())));
    }

    @Test
    void what_a_unit_wrote_is_undone_with_its_resources() {
        assertThatThrownBy(() -> write(unit -> {
                    unit.resources().insert(host(), keys().stored(user("u1", "anna")));
                    ProvisioningUnit state = jdbiStore().in(unit);
                    state.accounts().insert(account("a1", "u1", "reader"));
                    state.log().append(List.of(entry("l1", NOW, "a1")));
                    assertThat(state.accounts().find(tenant(), "a1")).isPresent();
                    throw new IllegalArgumentException("No");
                }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(this.<Optional<Account>>look(state -> state.accounts().find(tenant(), "a1")))
                .isEmpty();
        assertThat(log(SyncLogQuery.ALL)).isEmpty();
        assertThat(database().column("select role from scim_account_role")).isEmpty();
    }

    @Test
    void a_transaction_of_the_host_has_it_too() throws SQLException {
        try (Connection connection = database().dataSource().getConnection()) {
            connection.setAutoCommit(false);
            jdbiStore().joining(connection, () -> {
                keep(state -> state.accounts().insert(account("a1", "u1")));
                return true;
            });
            connection.rollback();
            connection.setAutoCommit(true);
        }

        assertThat(this.<Optional<Account>>look(state -> state.accounts().find(tenant(), "a1")))
                .isEmpty();
    }

    @Test
    void a_unit_that_reads_or_has_ended_refuses_and_so_does_the_store_for_a_unit_of_another() {
        AtomicReference<ProvisioningUnit> ended = new AtomicReference<>();
        look(state -> {
            assertThatThrownBy(() -> state.accounts().insert(account("a1", "u1")))
                    .isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> state.accounts().lockByUsers(tenant(), List.of()))
                    .isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> state.accounts().claimDue(NOW, 1)).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> state.log().append(List.of())).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> state.tenants().erase("nobody")).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> state.jobs().claim()).isInstanceOf(IllegalStateException.class);
            ended.set(state);
            return true;
        });
        assertThatThrownBy(() -> ended.get().accounts().find(tenant(), "a1")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> ended.get().tenants().list(null, 1)).isInstanceOf(IllegalStateException.class);
        UnitOfWork other = InMemoryStore.create().<UnitOfWork>read(unit -> unit);
        assertThatThrownBy(() -> jdbiStore().in(other)).isInstanceOf(IllegalArgumentException.class);
        UnitOfWork twin = database().store().<UnitOfWork>read(unit -> unit);
        assertThatThrownBy(() -> jdbiStore().in(twin)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_erased_tenant_has_left_no_row_and_others_theirs() {
        fill();
        List<String> tables = database().tables().stream()
                .map(table -> table.toLowerCase(Locale.ROOT))
                .filter(table ->
                        Migration.of(new PostgresDialect()).get(3).sql().contains("exists " + table + " ("))
                .toList();
        assertThat(tables).hasSize(12);
        keep(state -> state.tenants().insert(aTenant("other")));
        keep(state -> state.organizations().insert("other", new Organization("o1", "One", null, Set.of(), true)));
        keep(state -> state.tenants().erase(tenant()));

        String key = database()
                .column("select tenant_key from scim_tenant where name = '" + tenant() + "'")
                .get(0);
        for (String table : tables) {
            assertThat(database().column("select tenant_key from " + table))
                    .as(table)
                    .doesNotContain(key);
        }
        assertThat(this.<List<Organization>>look(state -> state.organizations().list("other")))
                .hasSize(1);
        assertThat(this.<List<Tenant>>look(state -> state.tenants().list(null, 9)))
                .hasSize(1);
    }

    /** A row in each table but those of providers and credentials. */
    private void fill() {
        keep(state -> {
            state.organizations().insert(tenant(), new Organization("o1", "One", null, Set.of(), true));
            state.accounts().insert(account("a1", "u1", "reader"));
            state.holds().insert(new LegalHold(tenant(), "h1", "Matter", NOW, null));
            state.holds().add(tenant(), "h1", "a1");
            state.log().append(List.of(entry("l1", NOW, "a1"), entry("l2", NOW, null)));
            state.outbox().append(List.of(event("e1", "s1")));
            state.jobs().insert(job("j1", NOW));
            state.jobs().addUsers(job("j1", NOW), List.of("u1", "ü\0𝒜"));
        });
    }

    @Test
    void entries_within_a_range_of_time_are_those_of_the_range_whatever_the_order_of_their_ids_within_a_second() {
        keep(state -> state.log()
                .append(IntStream.range(0, 200)
                        .mapToObj(i -> entry(
                                "l%03d".formatted(i % 2 == 0 ? i + 1 : i - 1),
                                NOW.plus(Duration.ofMinutes(5L * i)),
                                "s"))
                        .toList()));
        Instant from = NOW.plus(Duration.ofMinutes(500));
        Instant until = NOW.plus(Duration.ofMinutes(510));

        assertThat(log(SyncLogQuery.ALL.between(from, until))).containsExactly("l100", "l101");
        assertThat(log(SyncLogQuery.ALL.between(from, until).latestFirst())).containsExactly("l101", "l100");
        assertThat(log(SyncLogQuery.ALL.between(from.plusNanos(1), until.plusNanos(1))))
                .containsExactly("l100", "l103");
        assertThat(log(SyncLogQuery.ALL.between(null, NOW.plusMillis(1)))).containsExactly("l001");
        assertThat(log(SyncLogQuery.ALL.between(NOW.plus(Duration.ofDays(9)), null)))
                .isEmpty();
    }

    @Test
    void a_job_that_another_unit_holds_is_passed_over() {
        keep(state -> {
            state.jobs().insert(job("j1", NOW));
            state.jobs().insert(job("j2", NOW.plusSeconds(1)));
        });
        keep(state -> {
            assertThat(state.jobs().claim().orElseThrow().id()).isEqualTo("j1");
            assertThat(this.<String>elsewhere(
                            other -> other.jobs().claim().orElseThrow().id()))
                    .isEqualTo("j2");
        });
    }

    @Test
    void what_is_appended_is_one_batch() {
        look(state -> state.outbox().count(tenant()));
        keep(state -> {
            List<SyncLogEntry> entries = IntStream.range(0, 50)
                    .mapToObj(i -> entry("l" + i, NOW, "a" + i))
                    .toList();
            database().statements().take();
            state.log().append(entries);
            state.outbox().append(List.of(event("e1", "s1"), event("e2", "s1")));
            assertThat(database().statements().take()).hasSize(2);
        });
    }

    private List<String> log(SyncLogQuery query) {
        return look(state -> state.log().list(tenant(), query, null, 9)).stream()
                .map(SyncLogEntry::id)
                .toList();
    }

    @Test
    void an_account_comes_back_as_it_was() {
        Account account = due(account("a1", "u1", "reader"), NOW.plusMillis(7));
        keep(state -> state.accounts().insert(account));

        assertThat(this.<Optional<Account>>look(state -> state.accounts().find(tenant(), "a1")))
                .contains(account);
    }
}
