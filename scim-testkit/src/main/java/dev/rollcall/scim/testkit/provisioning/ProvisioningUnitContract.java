package dev.rollcall.scim.testkit.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.scim.provisioning.account.Account;
import dev.rollcall.scim.provisioning.account.AccountQuery;
import dev.rollcall.scim.provisioning.hold.LegalHold;
import dev.rollcall.scim.provisioning.log.SyncLogQuery;
import dev.rollcall.scim.provisioning.mapping.Organization;
import dev.rollcall.scim.provisioning.provider.SecretHash;
import dev.rollcall.scim.provisioning.store.ProvisioningUnit;
import dev.rollcall.scim.resource.Meta;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.schema.SchemaRegistry;
import dev.rollcall.scim.store.KeyFactory;
import dev.rollcall.scim.store.Scope;
import dev.rollcall.scim.testkit.store.Race;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What holds of everything that is kept. */
public interface ProvisioningUnitContract extends ProvisioningFixture {
    /** What the tests throw. */
    final class Failure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /** A failure. */
        Failure() {}
    }

    @Test
    default void what_is_kept_must_come_back_equal_to_what_was_written() {
        Organization organization = new Organization("o2", "Research", "o1", Set.of("admin"), true);
        LegalHold hold = new LegalHold(tenant(), "h1", "Matter", NOW, null);
        Account due = due("a1", NOW.plusMillis(1));
        fill(organization, hold, due);

        assertThat(found(unit -> unit.tenants().find(tenant()))).contains(tenant(tenant()));
        assertThat(listed(unit -> unit.providers().list(tenant()))).containsExactly(provider("p1", "Okta"));
        assertThat(listed(unit -> unit.credentials().list(tenant(), "p1"))).containsExactly(credential("p1", "c1"));
        assertThat(listed(unit -> unit.organizations().list(tenant()))).containsExactly(organization);
        assertThat(found(unit -> unit.accounts().find(tenant(), "a1"))).contains(due);
        assertThat(found(unit -> unit.accounts().findByUser(tenant(), due.user())))
                .contains(due);
        assertThat((Object) read(unit -> unit.accounts().findByUsers(tenant(), Set.of(due.user(), "nobody"))))
                .isEqualTo(Map.of(due.user(), due));
        assertThat(listed(unit -> unit.holds().list(tenant()))).containsExactly(hold);
        assertThat(listed(unit -> unit.log().list(tenant(), SyncLogQuery.ALL, null, 9)))
                .containsExactly(entry(1));
        assertThat(found(unit -> unit.jobs().find(tenant(), "j1"))).contains(job("j1", 0));
    }

    private void fill(Organization organization, LegalHold hold, Account account) {
        change(unit -> {
            unit.providers().insert(provider("p1", "Okta"));
            unit.credentials().insert(credential("p1", "c1"));
            unit.organizations().insert(tenant(), organization);
            unit.accounts().insert(account);
            unit.holds().insert(hold);
            unit.holds().add(tenant(), "h1", account.id());
            unit.log().append(List.of(entry(1)));
            unit.outbox().append(List.of(event("e1", "g1")));
            unit.jobs().insert(job("j1", 0));
            unit.jobs().addUsers(job("j1", 0), List.of("u1"));
        });
    }

    private void fill() {
        fill(
                new Organization("o2", "Research", null, Set.of(), true),
                new LegalHold(tenant(), "h1", "Matter", NOW, null),
                account("a1"));
    }

    private List<Boolean> present(ProvisioningUnit unit, String tenant) {
        return List.of(
                !unit.providers().list(tenant).isEmpty(),
                !unit.credentials().list(tenant, "p1").isEmpty(),
                unit.credentials().findByUserName(tenant + "-c1").isPresent(),
                !unit.organizations().list(tenant).isEmpty(),
                unit.accounts().count(tenant, AccountQuery.ALL) > 0,
                unit.accounts().findByUser(tenant, "user-a1").isPresent(),
                !unit.holds().list(tenant).isEmpty(),
                !unit.holds().holdsOf(tenant, "a1").isEmpty(),
                !unit.holds().accountsOf(tenant, "h1", null, 9).isEmpty(),
                !unit.log().list(tenant, SyncLogQuery.ALL, null, 9).isEmpty(),
                unit.outbox().count(tenant) > 0,
                !unit.jobs().list(tenant, 9).isEmpty());
    }

    @Test
    default void what_is_written_within_a_unit_of_work_must_be_committed_or_rolled_back_together_with_its_resources() {
        SchemaRegistry registry = store().schemas().orElseGet(SchemaRegistry::standard);
        Resource user = Resource.builder(registry.resourceType("User"))
                .id("u1")
                .set("userName", "ada")
                .meta(Meta.created(NOW))
                .build();
        Scope scope = Scope.ofTenant(tenant());

        assertThatThrownBy(() -> store().write(unit -> {
                    unit.resources().insert(scope, KeyFactory.standard().stored(user));
                    provisioning().in(unit).accounts().insert(account("a1"));
                    provisioning().in(unit).tenants().replace(tenant(tenant()).revised());
                    throw new Failure();
                }))
                .isInstanceOf(Failure.class);
        assertThat(found(unit -> unit.accounts().find(tenant(), "a1"))).isEmpty();
        assertThat(found(unit -> unit.tenants().find(tenant()))).contains(tenant(tenant()));

        store().write(unit -> {
            unit.resources().insert(scope, KeyFactory.standard().stored(user));
            provisioning().in(unit).accounts().insert(account("a1"));
            return true;
        });
        assertThat(found(unit -> unit.accounts().find(tenant(), "a1"))).isPresent();
    }

    @Test
    default void everything_that_is_rolled_back_is_as_it_was() {
        assertThatThrownBy(() -> change(unit -> {
                    unit.providers().insert(provider("p1", "Okta"));
                    unit.credentials().insert(credential("p1", "c1"));
                    unit.accounts().insert(account("a1"));
                    unit.holds().add(tenant(), "h1", "a1");
                    unit.log().append(List.of(entry(1)));
                    unit.outbox().append(List.of(event("e1", "g1")));
                    unit.jobs().insert(job("j1", 0));
                    throw new Failure();
                }))
                .isInstanceOf(Failure.class);
        assertThat(listed(unit -> present(unit, tenant()))).containsOnly(false);

        fill();
        assertThatThrownBy(() -> change(unit -> {
                    unit.tenants().erase(tenant());
                    throw new Failure();
                }))
                .isInstanceOf(Failure.class);
        assertThat(listed(unit -> present(unit, tenant()))).containsOnly(true);
        assertThat(taken(unit -> unit.jobs().takeUsers(job("j1", 0)))).containsExactly("u1");
    }

    @Test
    default void a_provisioning_store_must_be_thread_safe() {
        Race.among(4, runner -> {
            for (int i = 0; i < Race.ROUNDS; i++) {
                String id = "a-" + runner + "-" + i;
                change(unit -> unit.accounts().insert(account(id)));
                assertThat(found(unit -> unit.accounts().find(tenant(), id))).contains(account(id));
            }
            return runner;
        });

        assertThat((long) read(unit -> unit.accounts().count(tenant(), AccountQuery.ALL)))
                .isEqualTo(4L * Race.ROUNDS);
    }

    @Test
    default void a_unit_that_only_reads_must_refuse_to_write_with_illegal_state_exception() {
        List<Consumer<ProvisioningUnit>> writes = List.of(
                unit -> unit.tenants().replace(tenant(tenant())),
                unit -> unit.tenants().lock(tenant()),
                unit -> unit.providers().insert(provider("p1", "Okta")),
                unit -> unit.credentials().insert(credential("p1", "c1")),
                unit -> unit.organizations().delete(tenant(), "o1"),
                unit -> unit.accounts().insert(account("a1")),
                unit -> unit.accounts().lock(tenant(), "a1"),
                unit -> unit.holds().add(tenant(), "h1", "a1"),
                unit -> unit.log().append(List.of(entry(1))),
                unit -> unit.outbox().append(List.of(event("e1", "g1"))),
                unit -> unit.jobs().insert(job("j1", 0)));

        assertThat(writes)
                .allSatisfy(write -> assertThatThrownBy(() -> read(unit -> {
                            write.accept(unit);
                            return true;
                        }))
                        .isInstanceOf(IllegalStateException.class));
        assertThat(listed(unit -> present(unit, tenant()))).containsOnly(false);
    }

    @Test
    default void a_unit_is_of_no_use_after_its_work_has_returned() {
        ProvisioningUnit ended = write(unit -> unit);

        assertThatThrownBy(() -> ended.accounts().find(tenant(), "a1")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> ended.accounts().insert(account("a1"))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    default void methods_must_not_return_null() {
        change(unit -> {
            assertThat((Object) unit.tenants().find("nobody")).isNotNull();
            assertThat((Object) unit.tenants().lock("nobody")).isNotNull();
            assertThat((Object) unit.providers().find("nobody", "p1")).isNotNull();
            assertThat((Object) unit.credentials().findByUserName("nobody")).isNotNull();
            assertThat((Object) unit.credentials().findByHash(SecretHash.of("nobody's")))
                    .isNotNull();
            assertThat((Object) unit.accounts().find("nobody", "a1")).isNotNull();
            assertThat((Object) unit.accounts().findByUser("nobody", "u1")).isNotNull();
            assertThat((Object) unit.accounts().lock("nobody", "a1")).isNotNull();
            assertThat((Object) unit.accounts().lockWaiting("nobody", "p1", "ada"))
                    .isNotNull();
            assertThat((Object) unit.holds().find("nobody", "h1")).isNotNull();
            assertThat((Object) unit.jobs().find("nobody", "j1")).isNotNull();
            assertThat((Object) unit.jobs().lock("nobody", "j1")).isNotNull();
            assertThat((Object) unit.jobs().claim()).isNotNull();
            assertThat(unit.jobs().takeUsers(job("j1", 0))).isEmpty();
            assertThat(present(unit, "nobody")).containsOnly(false);
        });
    }

    @Test
    default void a_new_state_of_what_is_gone_must_write_nothing() {
        change(unit -> {
            unit.providers().replace(provider("p1", "Okta"));
            unit.credentials().replace(credential("p1", "c1"));
            unit.organizations().replace(tenant(), new Organization("o2", "Research", null, Set.of(), true));
            unit.accounts().replace(due("a1", NOW));
            unit.holds().replace(new LegalHold(tenant(), "h1", "Matter", NOW, null));
            unit.log().replace(entry(1));
            unit.jobs().replace(job("j1", 0));
        });

        assertThat(listed(unit -> present(unit, tenant()))).containsOnly(false);
    }

    @Test
    default void what_is_kept_of_one_tenant_must_not_be_seen_of_another() {
        String other = tenant() + "-other";
        fill();

        assertThat(listed(unit -> present(unit, other))).containsOnly(false);
        assertThat(found(unit -> unit.accounts().find(other, "a1"))).isEmpty();
        assertThat(found(unit -> unit.jobs().find(other, "j1"))).isEmpty();
        change(unit -> {
            unit.tenants().insert(tenant(other));
            unit.accounts().insert(account(other, "a1"));
            unit.tenants().erase(other);
        });
        assertThat(listed(unit -> present(unit, tenant()))).containsOnly(true);
    }

    @Test
    default void erasing_must_remove_everything_that_provisioning_keeps_of_the_tenant_and_of_no_other() {
        String other = tenant() + "2";
        fill();
        change(unit -> {
            unit.tenants().insert(tenant(other));
            unit.accounts().insert(account(other, "a1"));
        });

        change(unit -> unit.tenants().erase(tenant()));

        assertThat(found(unit -> unit.tenants().find(tenant()))).isEmpty();
        assertThat(listed(unit -> present(unit, tenant()))).containsOnly(false);
        assertThat(found(unit -> unit.accounts().find(other, "a1"))).contains(account(other, "a1"));
        change(unit -> unit.tenants().erase(other));
        assertThat(found(unit -> unit.tenants().find(other))).isEmpty();
    }
}
