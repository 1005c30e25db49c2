package dev.rollcall.scim.testkit.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.provisioning.account.Account;
import dev.rollcall.scim.provisioning.account.AccountQuery;
import dev.rollcall.scim.provisioning.lifecycle.AccountState;
import dev.rollcall.scim.provisioning.lifecycle.Standing;
import dev.rollcall.scim.provisioning.mapping.Assignment;
import dev.rollcall.scim.provisioning.mapping.PlacedBy;
import dev.rollcall.scim.provisioning.mapping.Provenance;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Accounts, by whatever they are found. */
public interface AccountContract extends ProvisioningFixture {
    private void insert(Account... accounts) {
        change(unit -> List.of(accounts).forEach(unit.accounts()::insert));
    }

    @Test
    default void a_page_of_accounts_must_hold_those_behind_the_id_in_the_order_of_ids_up_to_its_limit() {
        insert(account("a3"), account("A4"), account("a1"), account("a2"));

        assertThat(ids(listed(unit -> unit.accounts().list(tenant(), AccountQuery.ALL, null, 2))))
                .containsExactly("A4", "a1");
        assertThat(ids(listed(unit -> unit.accounts().list(tenant(), AccountQuery.ALL, "a1", 9))))
                .containsExactly("a2", "a3");
    }

    @Test
    default void a_query_gives_and_counts_what_matches_it() {
        Account local = account("a2").withProvider(null);
        Account moved =
                account("a3").withAssignment(new Assignment("o2", PlacedBy.ADMIN, Map.of("admin", Provenance.MANUAL)));
        List<Account> all = List.of(account("a1"), local, moved, due("a4", NOW));
        change(unit -> all.forEach(unit.accounts()::insert));
        List<AccountQuery> queries = List.of(
                AccountQuery.ALL,
                AccountQuery.ofProvider("p1"),
                AccountQuery.ALL.onlyLocal(),
                AccountQuery.ALL.inOrganization("o2"),
                AccountQuery.ofProvider("p1").withRole("member"),
                AccountQuery.ALL.inState(AccountState.DEACTIVATION_PENDING),
                AccountQuery.ofProvider("p2"));

        assertThat(queries).allSatisfy(query -> {
            List<Account> expected = all.stream().filter(query::matches).toList();
            assertThat(listed(unit -> unit.accounts().list(tenant(), query, null, 9)))
                    .isEqualTo(expected);
            assertThat((long) read(unit -> unit.accounts().count(tenant(), query)))
                    .isEqualTo(expected.size());
        });
    }

    @Test
    default void an_account_is_found_by_what_it_is_now_and_not_by_what_it_was() {
        insert(due("a1", NOW));
        change(unit -> unit.accounts()
                .replace(account("a1").withUser("user-new", "new", "New").withProvider(null)));

        assertThat(found(unit -> unit.accounts().findByUser(tenant(), "user-a1")))
                .isEmpty();
        assertThat(found(unit -> unit.accounts().findByUser(tenant(), "user-new")))
                .isPresent();
        assertThat(taken(unit -> unit.accounts().claimDue(NOW, 99)))
                .noneMatch(one -> one.tenant().equals(tenant()));
    }

    @Test
    default void the_user_name_of_a_waiting_account_must_be_compared_as_its_key_is_without_its_case() {
        Standing gone = new Standing(AccountState.DEACTIVATION_PENDING, NOW, Set.of(), false, true);
        Standing ended = new Standing(AccountState.DELETED, null, Set.of(), false, true);
        insert(
                account("a1").withUser("u1", "Ada", null).withStanding(gone),
                account("a2").withUser("u2", "ben", null),
                account("a3").withUser("u3", "cleo", null).withStanding(ended),
                account("a4").withUser("u4", "dora", null).withProvider("p2").withStanding(gone));

        change(unit -> {
            assertThat(unit.accounts().lockWaiting(tenant(), "p1", "aDA").map(Account::id))
                    .contains("a1");
            assertThat(unit.accounts().lockWaiting(tenant(), "p1", "ben")).isEmpty();
            assertThat(unit.accounts().lockWaiting(tenant(), "p1", "cleo")).isEmpty();
            assertThat(unit.accounts().lockWaiting(tenant(), "p1", "dora")).isEmpty();
        });
    }
}
