package dev.rollcall.scim.testkit.provisioning;

import dev.rollcall.scim.provisioning.account.Account;
import dev.rollcall.scim.provisioning.event.EventType;
import dev.rollcall.scim.provisioning.event.ProvisioningEvent;
import dev.rollcall.scim.provisioning.job.Job;
import dev.rollcall.scim.provisioning.job.JobKind;
import dev.rollcall.scim.provisioning.job.JobState;
import dev.rollcall.scim.provisioning.lifecycle.AccountState;
import dev.rollcall.scim.provisioning.lifecycle.BlockReason;
import dev.rollcall.scim.provisioning.lifecycle.Standing;
import dev.rollcall.scim.provisioning.log.AttributeChange;
import dev.rollcall.scim.provisioning.log.Cause;
import dev.rollcall.scim.provisioning.log.Result;
import dev.rollcall.scim.provisioning.log.SyncLogEntry;
import dev.rollcall.scim.provisioning.log.SyncLogEvent;
import dev.rollcall.scim.provisioning.mapping.Assignment;
import dev.rollcall.scim.provisioning.mapping.MappingSettings;
import dev.rollcall.scim.provisioning.mapping.PlacedBy;
import dev.rollcall.scim.provisioning.mapping.Provenance;
import dev.rollcall.scim.provisioning.provider.Credential;
import dev.rollcall.scim.provisioning.provider.CredentialType;
import dev.rollcall.scim.provisioning.provider.Provider;
import dev.rollcall.scim.provisioning.provider.ProviderSettings;
import dev.rollcall.scim.provisioning.provider.SecretHash;
import dev.rollcall.scim.provisioning.store.ProvisioningStore;
import dev.rollcall.scim.provisioning.store.ProvisioningUnit;
import dev.rollcall.scim.provisioning.tenant.Tenant;
import dev.rollcall.scim.provisioning.tenant.TenantSettings;
import dev.rollcall.scim.store.ConflictException;
import dev.rollcall.scim.store.Store;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** The stores under test, with what the tests say again and again. */
public interface ProvisioningFixture {
    /** When all begins; long ago, so that jobs and events of the tests come first. */
    Instant NOW = Instant.parse("2001-02-03T04:05:06.789Z");

    /** The store of the resources, whose units of work are used. */
    Store store();

    /** The store under test. */
    ProvisioningStore provisioning();

    /** The tenant of this test alone, which is there. */
    String tenant();

    /** Writes as core does: again, if it lost a race. */
    default <T> T write(Function<ProvisioningUnit, T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return store().write(unit -> work.apply(provisioning().in(unit)));
            } catch (ConflictException e) {
                if (attempt == 500) {
                    throw e;
                }
                Thread.yield();
            }
        }
    }

    /** The same without a result. */
    default void change(Consumer<ProvisioningUnit> work) {
        write(unit -> {
            work.accept(unit);
            return true;
        });
    }

    /** Reads. */
    default <T> T read(Function<ProvisioningUnit, T> work) {
        return store().read(unit -> work.apply(provisioning().in(unit)));
    }

    /** Reads a list. */
    default <T> List<T> listed(Function<ProvisioningUnit, List<T>> work) {
        return read(work);
    }

    /** Reads what may be there. */
    default <T> Optional<T> found(Function<ProvisioningUnit, Optional<T>> work) {
        return read(work);
    }

    /** Writes, and gives a list. */
    default <T> List<T> taken(Function<ProvisioningUnit, List<T>> work) {
        return write(work);
    }

    /** A tenant. */
    default Tenant tenant(String id) {
        return new Tenant(id, "Tenant " + id, TenantSettings.DEFAULT, "o1", NOW, 1);
    }

    /** A provider of the tenant. */
    default Provider provider(String id, String name) {
        return new Provider(tenant(), id, ProviderSettings.named(name), MappingSettings.DEFAULT, true, NOW);
    }

    /** A credential of a provider, with a name and a secret that nobody else has. */
    default Credential credential(String provider, String id) {
        String name = tenant() + "-" + id;
        return new Credential(
                tenant(),
                provider,
                id,
                CredentialType.API_CREDENTIALS,
                name,
                SecretHash.of("secret of " + name),
                NOW,
                NOW.plusSeconds(60),
                null);
    }

    /** An account of provider p1 beside the user of the same number. */
    default Account account(String id) {
        return account(tenant(), id);
    }

    /** The same of another tenant. */
    default Account account(String tenant, String id) {
        return new Account(
                tenant,
                id,
                "user-" + id,
                "name-" + id,
                null,
                "p1",
                Standing.NEW,
                new Assignment("o1", PlacedBy.RULE, Map.of("member", Provenance.DEFAULT)),
                NOW,
                NOW);
    }

    /** An account that ends at that time. */
    default Account due(String id, Instant due) {
        return account(id)
                .withStanding(new Standing(
                        AccountState.DEACTIVATION_PENDING,
                        due,
                        Set.of(BlockReason.PENDING_DEACTIVATION),
                        false,
                        false));
    }

    /** An entry that many seconds later. */
    default SyncLogEntry entry(int seconds) {
        return new SyncLogEntry(
                tenant(),
                "entry-%05d".formatted(seconds),
                NOW.plusSeconds(seconds),
                "p1",
                "okta",
                null,
                SyncLogEvent.USER_UPDATED,
                "a" + seconds % 2,
                null,
                List.of(new AttributeChange("title", null, "Dr")),
                Cause.REQUEST,
                Result.DONE,
                "Changed",
                null);
    }

    /** An event about a group. */
    default ProvisioningEvent event(String id, String subject) {
        return new ProvisioningEvent(
                tenant(), id, NOW, EventType.GROUP_CHANGED, subject, "Group", null, Cause.REQUEST, null);
    }

    /** A running job that was wanted that many seconds later. */
    default Job job(String id, int seconds) {
        return new Job(
                tenant(),
                id,
                JobKind.APPLY,
                "p1",
                false,
                Cause.APPLY,
                "root",
                null,
                JobState.RUNNING,
                9,
                0,
                0,
                null,
                NOW.plusSeconds(seconds),
                null);
    }

    /** The ids. */
    default List<String> ids(List<Account> accounts) {
        return accounts.stream().map(Account::id).toList();
    }
}
