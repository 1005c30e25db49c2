package dev.rollcall.scim.provisioning.engine;

import dev.rollcall.scim.protocol.Settings;
import dev.rollcall.scim.provisioning.account.Account;
import dev.rollcall.scim.provisioning.account.AccountQuery;
import dev.rollcall.scim.provisioning.job.Job;
import dev.rollcall.scim.provisioning.job.JobState;
import dev.rollcall.scim.provisioning.log.AttributeChange;
import dev.rollcall.scim.provisioning.log.SyncLogEvent;
import dev.rollcall.scim.provisioning.mapping.Assignment;
import dev.rollcall.scim.provisioning.mapping.Provenance;
import dev.rollcall.scim.provisioning.provider.Provider;
import dev.rollcall.scim.resource.GroupView;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.store.KeyFactory;
import dev.rollcall.scim.store.Scope;
import dev.rollcall.scim.store.StoreQuery;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What becomes of what a provider has when it is deleted: its users stay exactly as they are and become local, nobody asks
 * the rules about them, and its groups go. A provider can have a million users, so their accounts are released in many units
 * of work, each of which may be the last if the process ends; going on is to begin again.
 *
 * @param work the act, which is about the provider
 * @param provider which one, and which no longer takes requests
 */
public record ProviderRelease(Work work, Provider provider) {
    private static final int JOBS = 1_000;

    /** Ends what is still to be done about the provider's accounts. */
    public void cancelJobs() {
        for (Job job : work.state().jobs().list(provider.tenant(), JOBS)) {
            if (job.provider().equals(provider.id()) && job.state() == JobState.RUNNING) {
                work.state()
                        .jobs()
                        .lock(job.tenant(), job.id())
                        .filter(held -> held.state() == JobState.RUNNING)
                        .ifPresent(held -> work.state().jobs().replace(held.ended(JobState.CANCELLED, work.now())));
            }
        }
    }

    /** Releases some accounts; returns how many. */
    public int accounts(int most) {
        List<Account> some =
                work.state().accounts().list(provider.tenant(), AccountQuery.ofProvider(provider.id()), null, most);
        for (Account account : some) {
            work.state().accounts().lock(account.tenant(), account.id()).ifPresent(this::release);
        }
        return some.size();
    }

    private void release(Account held) {
        if (!provider.id().equals(held.provider())) {
            return;
        }
        AccountWork account = AccountWork.on(work, held);
        Map<String, Provenance> roles = new HashMap<>();
        held.assignment().roles().keySet().forEach(role -> roles.put(role, Provenance.MANUAL));
        account.owned(null);
        account.assign(
                new Assignment(
                        held.assignment().organization(), held.assignment().placedBy(), roles),
                null);
        account.updated(
                List.of(new AttributeChange("provider", name(), null)),
                "The provider was deleted; the user stays as it is, and is a local one from now on");
        account.save();
    }

    /** Removes the provider's groups, gives the host all else that it has, and removes the provider itself. */
    public void finish(Settings settings) {
        Scope scope = new Scope(provider.tenant(), provider.id());
        KeyFactory keys = KeyFactory.standard();
        for (ResourceType type : settings.registry().resourceTypes()) {
            if (type.isBaseSchema(GroupView.SCHEMA)) {
                tellOfGroups(scope, type);
                work.unit().resources().deleteAll(scope, type);
            }
        }
        for (ResourceType type : settings.registry().resourceTypes()) {
            work.unit().resources().release(scope, type, keys);
        }
        work.state().providers().delete(provider.tenant(), provider.id());
    }

    private void tellOfGroups(Scope scope, ResourceType type) {
        try (Stream<Resource> groups = work.unit().resources().query(scope, StoreQuery.all(type))) {
            groups.forEach(group -> {
                String name = group.text("displayName").orElse(group.id());
                work.ledger()
                        .done(
                                SyncLogEvent.GROUP_DELETED,
                                group.id(),
                                name,
                                List.of(),
                                "Deleted with its provider " + name(),
                                null);
                work.ledger().groupEvent(group.id(), name);
            });
        }
    }

    private String name() {
        return provider.settings().displayName();
    }
}
