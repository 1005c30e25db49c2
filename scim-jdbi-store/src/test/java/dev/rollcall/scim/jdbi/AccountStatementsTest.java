package dev.rollcall.scim.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.provisioning.account.Account;
import dev.rollcall.scim.provisioning.account.AccountQuery;
import dev.rollcall.scim.provisioning.lifecycle.AccountState;
import dev.rollcall.scim.provisioning.lifecycle.Standing;
import dev.rollcall.scim.provisioning.mapping.Assignment;
import dev.rollcall.scim.provisioning.mapping.PlacedBy;
import dev.rollcall.scim.provisioning.mapping.Provenance;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What accounts cost on a database, and how they are held there. */
class AccountStatementsTest extends ProvisioningTest {
    @BeforeEach
    void give() {
        keep(state -> {
            state.tenants().insert(aTenant(tenant()));
            state.accounts().insert(account("a1", "u1", "reader", "writer"));
        });
        // From now on the inner key of the tenant is known.
        look(state -> state.accounts().find(tenant(), "a1"));
    }

    private int statements() {
        return database().statements().take().size();
    }

    @Test
    void an_account_is_inserted_by_one_statement_and_one_for_its_roles() {
        assertThat(this.<Integer>state(state -> {
                    statements();
                    state.accounts().insert(account("a2", "u2", "reader", "writer", "owner"));
                    return statements();
                }))
                .isEqualTo(2);
        assertThat(this.<Integer>state(state -> {
                    statements();
                    state.accounts().insert(account("a3", "u3"));
                    return statements();
                }))
                .isEqualTo(1);
    }

    @Test
    void an_account_that_is_held_is_replaced_by_one_statement_and_one_for_each_way_roles_go() {
        keep(state -> {
            Account held = state.accounts().lock(tenant(), "a1").orElseThrow();
            statements();
            state.accounts().replace(due(held, NOW));
            assertThat(statements()).isEqualTo(1);
            state.accounts()
                    .replace(held.withAssignment(new Assignment(
                            "o1", PlacedBy.RULE, Map.of("reader", Provenance.MAPPING, "owner", Provenance.MAPPING))));
            assertThat(statements()).isEqualTo(3);
        });

        assertThat(withRole("reader")).containsExactly("a1");
        assertThat(withRole("owner")).containsExactly("a1");
        assertThat(withRole("writer")).isEmpty();
    }

    @Test
    void roles_follow_also_where_nobody_held_the_account() {
        keep(state -> state.accounts().replace(account("a1", "u1", "owner")));

        assertThat(withRole("owner")).containsExactly("a1");
        assertThat(withRole("reader")).isEmpty();
    }

    @Test
    void the_accounts_of_many_users_are_held_by_one_statement_on_a_server() {
        List<String> users = IntStream.range(10, 60).mapToObj(i -> "u" + i).toList();
        keep(state -> users.forEach(user -> state.accounts().insert(account("a-" + user, user))));
        int number = state(state -> {
            statements();
            assertThat(state.accounts().lockByUsers(tenant(), users))
                    .extracting(Account::user)
                    .isEqualTo(users);
            return statements();
        });

        if (kind == Database.POSTGRESQL) {
            assertThat(number).isEqualTo(1);
        }
    }

    @Test
    void what_is_due_is_claimed_by_one_unit_alone() {
        Instant later = NOW.plusSeconds(60);
        keep(state -> {
            for (int i = 2; i < 6; i++) {
                state.accounts().insert(due(account("a" + i, "u" + i), NOW.plusSeconds(i)));
            }
        });
        keep(state -> {
            assertThat(ids(state.accounts().claimDue(later, 2))).containsExactly("a2", "a3");
            assertThat(ids(elsewhere(other -> other.accounts().claimDue(later, 9))))
                    .containsExactly("a4", "a5");
            assertThat(ids(elsewhere(other -> other.accounts().claimDue(later, 9))))
                    .containsExactly("a4", "a5");
        });
        assertThat(ids(state(state -> state.accounts().claimDue(NOW.plusSeconds(3), 9))))
                .containsExactly("a2", "a3");
        keep(state -> state.accounts().replace(account("a2", "u2")));
        assertThat(ids(state(state -> state.accounts().claimDue(NOW.plusSeconds(3), 9))))
                .containsExactly("a3");
    }

    @Test
    void an_account_waits_by_its_prepared_name_until_it_has_ended_for_good() {
        Standing gone = new Standing(AccountState.DEACTIVATION_PENDING, NOW, Set.of(), false, true);
        Account waiting = account("a2", "u2").withStanding(gone).withUser("u2", "Straße@Example.com", null);
        keep(state -> state.accounts().insert(waiting));

        assertThat(waiting("okta", "STRASSE@example.com")).containsExactly("a2");
        assertThat(waiting("entra", "STRASSE@example.com")).isEmpty();
        assertThat(waiting("okta", "u1@example.com")).isEmpty();
        keep(state -> state.accounts()
                .replace(waiting.withStanding(new Standing(AccountState.DELETED, null, Set.of(), false, true))));
        assertThat(waiting("okta", "STRASSE@example.com")).isEmpty();
    }

    @Test
    void an_id_of_a_user_that_comes_again_is_that_of_the_account_that_has_not_ended() {
        keep(state -> state.accounts()
                .insert(account("a9", "u1")
                        .withStanding(new Standing(AccountState.DELETED, null, Set.of(), false, true))));

        assertThat(this.<Optional<Account>>look(state -> state.accounts().findByUser(tenant(), "u1")))
                .map(Account::id)
                .contains("a1");
        assertThat(ids(state(state -> state.accounts().lockByUsers(tenant(), List.of("u1", "u1", "nobody")))))
                .containsExactly("a1");
    }

    private List<String> waiting(String provider, String userName) {
        return state(state -> state.accounts().lockWaiting(tenant(), provider, userName).stream()
                .map(Account::id)
                .toList());
    }

    private List<String> withRole(String role) {
        return ids(look(state -> state.accounts().list(tenant(), AccountQuery.ALL.withRole(role), null, 9)));
    }

    private static List<String> ids(List<Account> accounts) {
        return accounts.stream().map(Account::id).toList();
    }
}
