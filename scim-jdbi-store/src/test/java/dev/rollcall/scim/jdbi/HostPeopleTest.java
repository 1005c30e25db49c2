package dev.rollcall.scim.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.scim.store.DuplicateKeyException;
import dev.rollcall.scim.store.Store;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People in a table of the host's own, and what provisioning knows of them, are committed or undone together. */
class HostPeopleTest extends ProvisioningTest {
    private JdbiStore own;

    @BeforeEach
    void createTables() {
        HostPeople.create(database());
        own = HostPeople.store(database());
        keep(state -> state.tenants().insert(aTenant(tenant())));
    }

    @Override
    public Store store() {
        return own == null ? super.store() : own;
    }

    private List<String> people() {
        return database().column("select id from people order by id");
    }

    private List<String> accounts() {
        return database().column("select id from scim_account order by id");
    }

    @Test
    void both_are_committed_together() {
        write(unit -> {
            unit.resources().insert(owner("okta"), keys().stored(user("u1", "anna")));
            jdbiStore().in(unit).accounts().insert(account("a1", "u1"));
            return true;
        });

        assertThat(people()).containsExactly("u1");
        assertThat(accounts()).containsExactly("a1");
        assertThat(get(owner("okta"), users(), "u1")).isEqualTo(user("u1", "anna"));
        assertThat(database().column("select id from scim_resource")).isEmpty();
    }

    @Test
    void both_are_undone_together() {
        assertThatThrownBy(() -> write(unit -> {
                    unit.resources().insert(host(), keys().stored(user("u1", "anna")));
                    jdbiStore().in(unit).accounts().insert(account("a1", "u1"));
                    throw new IllegalArgumentException("No");
                }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(people()).isEmpty();
        assertThat(accounts()).isEmpty();
    }

    @Test
    void a_duplicate_of_the_host_leaves_the_transaction_alive() {
        insert(host(), user("u1", "anna"));
        write(unit -> {
            jdbiStore().in(unit).accounts().insert(account("a1", "u1"));
            assertThatThrownBy(() -> unit.resources().insert(host(), keys().stored(user("u2", "ANNA"))))
                    .isInstanceOf(DuplicateKeyException.class);
            unit.resources().insert(host(), keys().stored(user("u3", "cleo")));
            return true;
        });

        assertThat(people()).containsExactly("u1", "u3");
        assertThat(accounts()).containsExactly("a1");
    }

    @Test
    void such_a_store_declares_what_it_can_do() {
        assertThat(own.capabilities().transactions()).isTrue();
        assertThat(own.capabilities().memberships()).isFalse();
        assertThat(own.pushDown()).isEmpty();
        boolean memberships = read(unit -> unit.memberships().isPresent());
        assertThat(memberships).isFalse();
        own.check();
    }
}
