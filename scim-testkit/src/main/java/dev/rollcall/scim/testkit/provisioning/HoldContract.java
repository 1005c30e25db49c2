package dev.rollcall.scim.testkit.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.provisioning.hold.LegalHold;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Legal holds. */
public interface HoldContract extends ProvisioningFixture {
    @Test
    default void an_account_must_be_in_a_hold_at_most_once() {
        change(unit -> {
            unit.holds().insert(new LegalHold(tenant(), "h2", "Second", NOW, null));
            unit.holds().insert(new LegalHold(tenant(), "h1", "First", NOW, null));
            unit.accounts().insert(account("a1"));
        });

        assertThat((boolean) write(unit -> unit.holds().add(tenant(), "h2", "a1")))
                .isTrue();
        assertThat((boolean) write(unit -> unit.holds().add(tenant(), "h2", "a1")))
                .isFalse();
        assertThat((boolean) write(unit -> unit.holds().add(tenant(), "h1", "a1")))
                .isTrue();
        assertThat(listed(unit -> unit.holds().holdsOf(tenant(), "a1"))).containsExactly("h1", "h2");
        assertThat((boolean) write(unit -> unit.holds().remove(tenant(), "h2", "a1")))
                .isTrue();
        assertThat((boolean) write(unit -> unit.holds().remove(tenant(), "h2", "a1")))
                .isFalse();
        assertThat(listed(unit -> unit.holds().holdsOf(tenant(), "a1"))).containsExactly("h1");
        change(unit -> unit.holds().replace(new LegalHold(tenant(), "h1", "First", NOW, NOW.plusSeconds(9))));
        assertThat(found(unit -> unit.holds().find(tenant(), "h1"))
                        .orElseThrow()
                        .released())
                .isEqualTo(NOW.plusSeconds(9));
    }

    @Test
    default void a_page_of_the_accounts_in_a_hold_must_hold_those_behind_the_id_in_the_order_of_ids_up_to_its_limit() {
        change(unit -> {
            unit.holds().insert(new LegalHold(tenant(), "h1", "First", NOW, null));
            List.of("a2", "a3", "a1").forEach(id -> {
                unit.accounts().insert(account(id));
                unit.holds().add(tenant(), "h1", id);
            });
        });

        assertThat(listed(unit -> unit.holds().accountsOf(tenant(), "h1", null, 2)))
                .containsExactly("a1", "a2");
        assertThat(listed(unit -> unit.holds().accountsOf(tenant(), "h1", "a1", 9)))
                .containsExactly("a2", "a3");
    }
}
