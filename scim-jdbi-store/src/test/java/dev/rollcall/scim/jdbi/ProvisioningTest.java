package dev.rollcall.scim.jdbi;

import dev.rollcall.scim.provisioning.account.Account;
import dev.rollcall.scim.provisioning.event.EventType;
import dev.rollcall.scim.provisioning.event.ProvisioningEvent;
import dev.rollcall.scim.provisioning.job.Job;
import dev.rollcall.scim.provisioning.job.JobKind;
import dev.rollcall.scim.provisioning.job.JobState;
import dev.rollcall.scim.provisioning.lifecycle.AccountState;
import dev.rollcall.scim.provisioning.lifecycle.Standing;
import dev.rollcall.scim.provisioning.log.Cause;
import dev.rollcall.scim.provisioning.log.Result;
import dev.rollcall.scim.provisioning.log.SyncLogEntry;
import dev.rollcall.scim.provisioning.log.SyncLogEvent;
import dev.rollcall.scim.provisioning.mapping.Assignment;
import dev.rollcall.scim.provisioning.mapping.PlacedBy;
import dev.rollcall.scim.provisioning.mapping.Provenance;
import dev.rollcall.scim.provisioning.store.ProvisioningUnit;
import dev.rollcall.scim.provisioning.tenant.Tenant;
import dev.rollcall.scim.provisioning.tenant.TenantSettings;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What tests of provisioning on a database say again and again. */
abstract class ProvisioningTest extends JdbiTest {
    JdbiStore jdbiStore() {
        return (JdbiStore) store();
    }

    <T> T state(Function<ProvisioningUnit, T> work) {
        return write(unit -> work.apply(jdbiStore().in(unit)));
    }

    void keep(Consumer<ProvisioningUnit> work) {
        state(unit -> {
            work.accept(unit);
            return true;
        });
    }

    <T> T look(Function<ProvisioningUnit, T> work) {
        return read(unit -> work.apply(jdbiStore().in(unit)));
    }

    /** The same on another thread, while this one is within a unit of work. */
    <T> T elsewhere(Function<ProvisioningUnit, T> work) {
        return CompletableFuture.supplyAsync(() -> state(work)).join();
    }

    Tenant aTenant(String id) {
        return new Tenant(id, "Tenant " + id, TenantSettings.DEFAULT, "o1", NOW, 1);
    }

    Account account(String id, String user, String... roles) {
        Set<String> all = Arrays.stream(roles).collect(Collectors.toSet());
        return new Account(
                tenant(),
                id,
                user,
                user + "@example.com",
                null,
                "okta",
                Standing.NEW,
                new Assignment(
                        "o1",
                        PlacedBy.RULE,
                        all.stream().collect(Collectors.toMap(role -> role, role -> Provenance.MAPPING))),
                NOW,
                NOW);
    }

    static Account due(Account account, Instant due) {
        return account.withStanding(new Standing(AccountState.DEACTIVATION_PENDING, due, Set.of(), false, false));
    }

    ProvisioningEvent event(String id, String subject) {
        return new ProvisioningEvent(
                tenant(), id, NOW, EventType.GROUP_CHANGED, subject, subject, null, Cause.REQUEST, null);
    }

    SyncLogEntry entry(String id, Instant time, @Nullable String subject) {
        return new SyncLogEntry(
                tenant(),
                id,
                time,
                "okta",
                "actor",
                null,
                SyncLogEvent.USER_UPDATED,
                subject,
                subject,
                List.of(),
                Cause.REQUEST,
                Result.DONE,
                "Done",
                null);
    }

    Job job(String id, Instant created) {
        return new Job(
                tenant(),
                id,
                JobKind.APPLY,
                "okta",
                false,
                Cause.ADMIN,
                "admin",
                null,
                JobState.RUNNING,
                3,
                0,
                0,
                null,
                created,
                null);
    }
}
