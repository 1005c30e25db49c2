package dev.rollcall.scim.testkit.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.provisioning.account.Account;
import dev.rollcall.scim.provisioning.lifecycle.Standing;
import dev.rollcall.scim.testkit.store.Race;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Accounts that units of work hold. A store may hold more than it is asked to, as one in memory does. */
public interface AccountLockContract extends ProvisioningFixture {
    private static Account onceMore(Account account) {
        return account.changedAt(account.changed().plusSeconds(1));
    }

    private long changes(String id) {
        return read(unit -> unit.accounts().find(tenant(), id))
                        .orElseThrow()
                        .changed()
                        .getEpochSecond()
                - NOW.getEpochSecond();
    }

    @Test
    default void an_account_that_is_held_must_come_as_it_was_committed_last() {
        change(unit -> unit.accounts().insert(account("a1")));
        Race.among(4, runner -> {
            for (int i = 0; i < Race.ROUNDS; i++) {
                change(unit -> {
                    // Seen before it is held: what is held must not be that.
                    unit.accounts().find(tenant(), "a1");
                    unit.accounts()
                            .replace(onceMore(
                                    unit.accounts().lock(tenant(), "a1").orElseThrow()));
                });
            }
            return runner;
        });

        assertThat(changes("a1")).isEqualTo(4L * Race.ROUNDS);
    }

    @Test
    default void one_unit_of_work_at_a_time_must_hold_an_account() {
        change(unit -> unit.accounts().insert(account("a1")));
        AtomicInteger holders = new AtomicInteger();
        List<Integer> most = Race.among(4, runner -> {
            int seen = 0;
            for (int i = 0; i < Race.ROUNDS; i++) {
                seen = Math.max(seen, write(unit -> {
                    unit.accounts().lock(tenant(), "a1").orElseThrow();
                    int together = holders.incrementAndGet();
                    Thread.yield();
                    holders.decrementAndGet();
                    return together;
                }));
            }
            return seen;
        });

        assertThat(most).containsOnly(1);
    }

    @Test
    default void accounts_that_are_held_together_must_be_held_and_come_in_the_order_of_their_ids() {
        List<String> ids = List.of("a1", "a2", "a3");
        change(unit -> ids.forEach(id -> unit.accounts().insert(account(id))));
        List<List<String>> orders = List.of(
                List.of("user-a1", "user-a2", "user-a3"),
                List.of("user-a3", "nobody", "user-a1", "user-a2", "user-a3"));
        Race.among(4, runner -> {
            for (int i = 0; i < Race.ROUNDS; i++) {
                // Straight to the store: nobody is to lose.
                store().write(unit -> {
                    var accounts = provisioning().in(unit).accounts();
                    List<Account> held = accounts.lockByUsers(tenant(), orders.get(runner % 2));
                    assertThat(ids(held)).isEqualTo(ids);
                    held.forEach(one -> accounts.replace(onceMore(one)));
                    return true;
                });
            }
            return runner;
        });

        assertThat(ids).allSatisfy(id -> assertThat(changes(id)).isEqualTo(4L * Race.ROUNDS));
    }

    @Test
    default void of_those_who_claim_at_the_same_time_one_alone_must_get_an_account() {
        int number = 40;
        change(unit -> IntStream.range(0, number)
                .forEach(i -> unit.accounts().insert(due("a%02d".formatted(i), NOW.plusSeconds(i)))));
        change(unit -> unit.accounts().insert(due("later", NOW.plusSeconds(number))));
        List<List<String>> claimed = Race.among(4, runner -> {
            List<String> mine = new ArrayList<>();
            int idle = 0;
            while (idle < 3) {
                List<String> some = write(unit -> {
                    List<Account> due = unit.accounts().claimDue(NOW.plusSeconds(number - 1), 3).stream()
                            .filter(one -> one.tenant().equals(tenant()))
                            .toList();
                    due.forEach(one -> unit.accounts().replace(one.withStanding(Standing.NEW_DEACTIVATED)));
                    return ids(due);
                });
                mine.addAll(some);
                idle = some.isEmpty() ? idle + 1 : 0;
            }
            return mine;
        });

        assertThat(claimed.stream().flatMap(List::stream)).hasSize(number).doesNotHaveDuplicates();
        assertThat(found(unit -> unit.accounts().find(tenant(), "later")))
                .contains(due("later", NOW.plusSeconds(number)));
    }
}
