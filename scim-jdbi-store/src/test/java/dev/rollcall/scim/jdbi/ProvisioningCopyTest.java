package dev.rollcall.scim.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.jdbi.testing.TestPostgres;
import dev.rollcall.scim.provisioning.account.Account;
import dev.rollcall.scim.provisioning.event.Delivery;
import dev.rollcall.scim.provisioning.store.ProvisioningUnit;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What provisioning keeps goes along when a store is copied into the other kind of database. */
class ProvisioningCopyTest extends ProvisioningTest {
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

    @Test
    void it_arrives_and_what_comes_later_is_behind_it() {
        Account account = due(account("a1", "u1", "reader"), NOW);
        keep(state -> {
            state.tenants().insert(aTenant(tenant()));
            state.accounts().insert(account);
            state.holds().add(tenant(), "h1", "a1");
            state.log().append(List.of(entry("l1", NOW, "a1")));
            state.outbox().append(List.of(event("e1", "s1"), event("e2", "s1"), event("e3", "s2")));
            state.jobs().insert(job("j1", NOW));
            state.jobs().addUsers(job("j1", NOW), List.of("u1"));
            state.jobs().addUsers(job("j1", NOW), List.of("u2"));
        });
        CopyReport report =
                JdbiCopy.between(database().dataSource(), target.dataSource()).run();

        assertThat(report.tables())
                .contains(new CopyReport.Table("scim_outbox", 3), new CopyReport.Table("scim_job_users", 2));
        JdbiStore copied = target.store();
        in(copied, state -> {
            assertThat(state.accounts().claimDue(NOW, 9)).containsExactly(account);
            state.outbox().append(List.of(event("e4", "s2")));
            state.jobs().addUsers(job("j1", NOW), List.of("u3"));
            return true;
        });
        assertThat(told(copied)).containsExactly("e1", "e3");
        assertThat(told(copied)).containsExactly("e2", "e4");
        in(copied, state -> {
            assertThat(state.jobs().takeUsers(job("j1", NOW))).containsExactly("u1");
            assertThat(state.jobs().takeUsers(job("j1", NOW))).containsExactly("u2");
            assertThat(state.jobs().takeUsers(job("j1", NOW))).containsExactly("u3");
            return true;
        });
    }

    /** Claims, and takes what was claimed. */
    private List<String> told(JdbiStore copied) {
        return in(copied, state -> {
            List<Delivery> claimed = state.outbox().claim(NOW, NOW.plusSeconds(9), 9);
            claimed.forEach(state.outbox()::delivered);
            return claimed.stream().map(delivery -> delivery.event().id()).toList();
        });
    }

    private static <T> T in(JdbiStore copied, Function<ProvisioningUnit, T> work) {
        return copied.write(unit -> work.apply(copied.in(unit)));
    }
}
