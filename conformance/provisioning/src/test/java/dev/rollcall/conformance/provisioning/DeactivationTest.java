package dev.rollcall.conformance.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.conformance.server.Scim;
import dev.rollcall.scim.provisioning.account.Account;
import dev.rollcall.scim.provisioning.admin.AdministrationException;
import dev.rollcall.scim.provisioning.event.EventType;
import dev.rollcall.scim.provisioning.lifecycle.AccountState;
import dev.rollcall.scim.provisioning.lifecycle.BlockReason;
import dev.rollcall.scim.provisioning.log.Cause;
import dev.rollcall.scim.provisioning.log.SyncLogEvent;
import dev.rollcall.scim.provisioning.mapping.Organization;
import dev.rollcall.scim.provisioning.mapping.OrganizationMapping;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Section 6: when access ends. */
class DeactivationTest extends SentenceTest {
    private static final Duration DELAY = Duration.ofMinutes(15);

    private static void active(Customer acme, String id, boolean on) {
        assertThat(acme.scim
                        .patch("/Users/" + id, "{'op':'replace','path':'active','value':" + on + "}")
                        .status())
                .isEqualTo(200);
    }

    private static AccountState state(Customer acme, String id) {
        return acme.account(id).standing().state();
    }

    private static boolean maySignIn(Customer acme, String id) {
        return acme.rollcall.accounts(acme.tenant).maySignIn(id);
    }

    @Test
    @Tag("P-6.1")
    void active_is_what_the_provider_last_said_and_only_transitions_count() {
        Customer acme = Customer.of(host);
        String id = acme.scim.user("a@example.com");
        assertThat(acme.scim.get("/Users/" + id).json().path("active").asBoolean())
                .isTrue();
        active(acme, id, false);
        var due = acme.account(id).standing().due();
        host.clock.advance(Duration.ofMinutes(5));
        active(acme, id, false);
        acme.scim.put("/Users/" + id, Scim.userBody("a@example.com", "'title':'Chief'"));
        assertThat(acme.account(id).standing().due()).isEqualTo(due);
        acme.rollcall.accounts(acme.tenant).deactivate(acme.account(id).id());
        active(acme, id, true);
        acme.rollcall.accounts(acme.tenant).deactivate(acme.account(id).id());
        assertThat(acme.scim.get("/Users/" + id).json().path("active").asBoolean())
                .isTrue();
        assertThat(state(acme, id)).isEqualTo(AccountState.DEACTIVATED);
    }

    @Test
    @Tag("P-6.2")
    void deactivation_waits_15_minutes_and_scim_shows_it_at_once() {
        Customer acme = Customer.of(host);
        String id = acme.scim.user("a@example.com");
        active(acme, id, false);
        assertThat(acme.scim.get("/Users/" + id).json().path("active").asBoolean(true))
                .isFalse();
        assertThat(state(acme, id)).isEqualTo(AccountState.DEACTIVATION_PENDING);
        host.passes(DELAY.minusSeconds(1));
        assertThat(state(acme, id)).isEqualTo(AccountState.DEACTIVATION_PENDING);
        host.passes(Duration.ofSeconds(1));
        assertThat(state(acme, id)).isEqualTo(AccountState.DEACTIVATED);
        assertThat(acme.last(SyncLogEvent.USER_DEACTIVATED).cause()).isEqualTo(Cause.TIMER);
        assertThat(acme.heard())
                .containsSubsequence(
                        EventType.ACCOUNT_CREATED, EventType.ACCOUNT_BLOCKED, EventType.ACCOUNT_DEACTIVATED);
    }

    @Test
    @Tag("P-6.2")
    void the_delay_can_be_set_from_none_to_30_days_for_later_requests() {
        Customer acme = Customer.of(host);
        String before = acme.scim.user("a@example.com");
        String after = acme.scim.user("b@example.com");
        active(acme, before, false);
        acme.rollcall.providers(acme.tenant).change(acme.providerId(), to -> to.deactivationDelay(Duration.ZERO));
        active(acme, after, false);
        assertThat(state(acme, before)).isEqualTo(AccountState.DEACTIVATION_PENDING);
        assertThat(state(acme, after)).isEqualTo(AccountState.DEACTIVATED);
        for (Duration wrong :
                new Duration[] {Duration.ofSeconds(-1), Duration.ofDays(30).plusMillis(1)}) {
            assertThatThrownBy(() -> acme.rollcall
                            .providers(acme.tenant)
                            .change(acme.providerId(), to -> to.deactivationDelay(wrong)))
                    .hasMessageContaining("deactivationDelay")
                    .hasMessageContaining("0 to 30 days");
        }
    }

    @Test
    @Tag("P-6.3")
    void while_it_waits_nobody_signs_in_unless_that_is_switched_off() {
        Customer acme = Customer.of(host);
        String id = acme.scim.user("a@example.com");
        assertThat(maySignIn(acme, id)).isTrue();
        active(acme, id, false);
        assertThat(acme.account(id).standing().blocks()).containsExactly(BlockReason.PENDING_DEACTIVATION);
        assertThat(maySignIn(acme, id)).isFalse();
        assertThat(acme.heard()).endsWith(EventType.ACCOUNT_BLOCKED);
        Customer lenient = Customer.of(host, s -> s.with(to -> to.blockWhilePending(false)));
        String other = lenient.scim.user("a@example.com");
        active(lenient, other, false);
        assertThat(maySignIn(lenient, other)).isTrue();
        host.passes(DELAY);
        assertThat(maySignIn(lenient, other)).isFalse();
    }

    @Test
    @Tag("P-6.4")
    void reactivation_within_the_window_cancels_and_lifts_exactly_its_own_block() {
        Customer acme = Customer.of(host);
        String id = acme.scim.user("a@example.com");
        acme.rollcall.accounts(acme.tenant).block(acme.account(id).id());
        active(acme, id, false);
        host.passes(DELAY.dividedBy(2));
        active(acme, id, true);
        host.passes(DELAY);
        assertThat(state(acme, id)).isEqualTo(AccountState.ACTIVE);
        assertThat(acme.account(id).standing().blocks()).containsExactly(BlockReason.ADMIN);
        assertThat(acme.log(SyncLogEvent.DEACTIVATION_CANCELLED)).hasSize(1);
    }

    @Test
    @Tag("P-6.4")
    void after_deactivation_it_reactivates_and_the_rules_are_asked_anew() {
        Customer acme = Customer.of(host);
        Organization other = acme.organization("Elsewhere");
        String id = acme.scim.user("a@example.com");
        active(acme, id, false);
        host.passes(DELAY);
        acme.rollcall
                .mappings(acme.tenant, acme.providerId())
                .organizations(OrganizationMapping.byAttribute("title").fallback(other.id()));
        active(acme, id, true);
        assertThat(state(acme, id)).isEqualTo(AccountState.ACTIVE);
        assertThat(acme.organizationOf(id)).isEqualTo("Elsewhere");
        assertThat(acme.heard()).contains(EventType.ACCOUNT_REACTIVATED, EventType.ACCOUNT_MOVED);
    }

    @Test
    @Tag("P-6.5")
    void an_administrator_deactivates_without_delay_and_clears_a_pending_one() {
        Customer acme = Customer.of(host);
        String id = acme.scim.user("a@example.com");
        active(acme, id, false);
        Account ended = acme.rollcall
                .actingAs("jane@acme")
                .accounts(acme.tenant)
                .deactivate(acme.account(id).id());
        assertThat(ended.standing().state()).isEqualTo(AccountState.DEACTIVATED);
        assertThat(ended.standing().due()).isNull();
        assertThat(acme.last(SyncLogEvent.USER_DEACTIVATED).actor()).isEqualTo("jane@acme");
        host.passes(DELAY);
        assertThat(acme.log(SyncLogEvent.USER_DEACTIVATED)).hasSize(1);
    }

    @Test
    @Tag("P-6.6")
    void a_reactivation_against_a_due_deactivation_ends_in_one_of_the_two_lawful_states() throws InterruptedException {
        Customer acme = Customer.of(host);
        for (int round = 0; round < 5; round++) {
            String id = acme.scim.user("u" + round + "@example.com");
            active(acme, id, false);
            host.clock.advance(DELAY);
            Together.run(2, i -> {
                if (i == 0) {
                    active(acme, id, true);
                } else {
                    host.runDue();
                }
            });
            // Either it came back in time, or it had ended and came back; the log agrees with what happened.
            assertThat(state(acme, id)).isEqualTo(AccountState.ACTIVE);
            assertThat(maySignIn(acme, id)).isTrue();
            String account = acme.account(id).id();
            long ended = acme.log(SyncLogEvent.USER_DEACTIVATED).stream()
                    .filter(entry -> account.equals(entry.subject()))
                    .count();
            long back = acme.log(SyncLogEvent.USER_REACTIVATED).stream()
                    .filter(entry -> account.equals(entry.subject()))
                    .count();
            long cancelled = acme.log(SyncLogEvent.DEACTIVATION_CANCELLED).stream()
                    .filter(entry -> account.equals(entry.subject()))
                    .count();
            assertThat(ended).isEqualTo(back).isLessThanOrEqualTo(1);
            assertThat(ended + cancelled).isEqualTo(1);
        }
    }

    @Test
    @Tag("P-6.7")
    void an_account_on_hold_that_falls_due_is_blocked_and_ends_at_its_last_release() {
        Customer acme = Customer.of(host);
        String id = acme.scim.user("a@example.com");
        String account = acme.account(id).id();
        var holds = acme.rollcall.holds(acme.tenant);
        String first = holds.create("Case 1").id();
        String second = holds.create("Case 2").id();
        holds.add(first, account);
        holds.add(second, account);
        active(acme, id, false);
        host.passes(DELAY);
        assertThat(state(acme, id)).isEqualTo(AccountState.DEACTIVATION_PENDING);
        assertThat(acme.account(id).standing().blocks()).containsExactly(BlockReason.LEGAL_HOLD);
        assertThat(maySignIn(acme, id)).isFalse();
        holds.remove(first, account);
        assertThat(state(acme, id)).isEqualTo(AccountState.DEACTIVATION_PENDING);
        holds.release(second);
        assertThat(state(acme, id)).isEqualTo(AccountState.DEACTIVATED);
        assertThat(acme.last(SyncLogEvent.USER_DEACTIVATED).cause()).isEqualTo(Cause.HOLD_RELEASE);
        assertThatThrownBy(() -> holds.add(first, account)).hasMessageContaining("ENDED");
    }

    @Test
    @Tag("P-6.7")
    void a_held_account_comes_back_by_reactivation_and_is_not_deactivated_by_hand() {
        Customer acme = Customer.of(host);
        String id = acme.scim.user("a@example.com");
        String account = acme.account(id).id();
        acme.rollcall
                .holds(acme.tenant)
                .add(acme.rollcall.holds(acme.tenant).create("Case 1").id(), account);
        active(acme, id, false);
        host.passes(DELAY);
        assertThatThrownBy(() -> acme.rollcall.accounts(acme.tenant).deactivate(account))
                .isInstanceOf(AdministrationException.class)
                .hasMessageContaining("ACTIVE_LEGAL_HOLD");
        active(acme, id, true);
        assertThat(state(acme, id)).isEqualTo(AccountState.ACTIVE);
        assertThat(maySignIn(acme, id)).isTrue();
        assertThat(acme.account(id).standing().onHold()).isTrue();
    }

    @Test
    @Tag("P-6.8")
    void an_administrator_blocks_and_unblocks_and_provisioning_never_lifts_that() {
        Customer acme = Customer.of(host);
        String id = acme.scim.user("a@example.com");
        String account = acme.account(id).id();
        acme.rollcall.accounts(acme.tenant).block(account);
        active(acme, id, false);
        active(acme, id, true);
        assertThat(maySignIn(acme, id)).isFalse();
        acme.rollcall.accounts(acme.tenant).unblock(account);
        assertThat(maySignIn(acme, id)).isTrue();
        assertThat(acme.heard()).contains(EventType.ACCOUNT_BLOCKED, EventType.ACCOUNT_UNBLOCKED);
    }

    @Test
    @Tag("P-6.9")
    void a_user_made_inactive_is_deactivated_from_the_start_and_keeps_its_user_name() {
        Customer acme = Customer.of(host);
        String id = acme.scim.user("a@example.com", "'active':false");
        assertThat(state(acme, id)).isEqualTo(AccountState.DEACTIVATED);
        assertThat(acme.scim.post("/Users", Scim.userBody("A@EXAMPLE.com", "")).status())
                .isEqualTo(409);
        active(acme, id, true);
        assertThat(maySignIn(acme, id)).isTrue();
        Customer lenient = Customer.of(host, s -> s.with(to -> to.createInactive(false)));
        assertThat(state(lenient, lenient.scim.user("a@example.com", "'active':false")))
                .isEqualTo(AccountState.ACTIVE);
    }

    @Test
    @Tag("P-6.10")
    void a_deleted_user_is_gone_at_once_and_its_account_waits_out_the_delay() {
        Customer acme = Customer.of(host);
        String id = acme.scim.user("a@example.com");
        String account = acme.account(id).id();
        String group = acme.scim.group("Everybody", id);
        assertThat(acme.scim.delete("/Users/" + id).status()).isEqualTo(204);
        assertThat(acme.scim.get("/Users/" + id).status()).isEqualTo(404);
        assertThat(acme.scim.get("/Groups/" + group).all("members.value")).isEmpty();
        assertThat(maySignIn(acme, id)).isFalse();
        assertThat(acme.account(id).standing().state()).isEqualTo(AccountState.DEACTIVATION_PENDING);
        host.passes(DELAY);
        assertThat(acme.rollcall
                        .accounts(acme.tenant)
                        .find(account)
                        .orElseThrow()
                        .standing()
                        .state())
                .isEqualTo(AccountState.DELETED);
        assertThat(acme.log(SyncLogEvent.USER_CREATED)).hasSize(1);
        assertThat(acme.last(SyncLogEvent.USER_DELETED).subject()).isEqualTo(account);
        assertThat(acme.heard()).endsWith(EventType.ACCOUNT_DELETED);
        String again = acme.scim.user("a@example.com");
        assertThat(again).isNotEqualTo(id);
        assertThat(acme.account(again).id()).isNotEqualTo(account);
    }

    @Test
    @Tag("P-6.10")
    void a_user_made_again_while_the_account_waits_has_a_new_id_and_the_old_account() {
        Customer acme = Customer.of(host);
        String id = acme.scim.user("a@example.com");
        String account = acme.account(id).id();
        acme.rollcall.accounts(acme.tenant).giveRole(account, "auditor");
        acme.scim.delete("/Users/" + id);
        String again = acme.scim.user("A@Example.com");
        assertThat(again).isNotEqualTo(id);
        assertThat(acme.account(again).id()).isEqualTo(account);
        assertThat(acme.rolesOf(again)).contains("auditor");
        assertThat(maySignIn(acme, again)).isTrue();
        host.passes(DELAY);
        assertThat(state(acme, again)).isEqualTo(AccountState.ACTIVE);
    }

    @Test
    @Tag("P-6.10")
    void a_held_account_without_its_user_ends_for_good_when_it_is_released() {
        Customer acme = Customer.of(host);
        String id = acme.scim.user("a@example.com");
        String account = acme.account(id).id();
        String hold = acme.rollcall.holds(acme.tenant).create("Case 1").id();
        acme.rollcall.holds(acme.tenant).add(hold, account);
        acme.scim.delete("/Users/" + id);
        host.passes(DELAY);
        assertThat(acme.rollcall
                        .accounts(acme.tenant)
                        .find(account)
                        .orElseThrow()
                        .standing()
                        .blocks())
                .containsExactly(BlockReason.LEGAL_HOLD);
        acme.rollcall.holds(acme.tenant).remove(hold, account);
        assertThat(acme.rollcall
                        .accounts(acme.tenant)
                        .find(account)
                        .orElseThrow()
                        .standing()
                        .state())
                .isEqualTo(AccountState.DELETED);
    }
}
