package dev.rollcall.scim.provisioning.memory;

import dev.rollcall.scim.provisioning.hold.LegalHold;
import dev.rollcall.scim.provisioning.job.Job;
import dev.rollcall.scim.provisioning.log.SyncLogEntry;
import dev.rollcall.scim.provisioning.mapping.Organization;
import dev.rollcall.scim.provisioning.provider.Provider;
import dev.rollcall.scim.provisioning.tenant.Tenant;
import java.util.List;

/** All that is kept. Guarded by the {@link Gate}. */
final class Tables {
    final UndoLog undo = new UndoLog();
    final Rows<Tenant> tenants = new Rows<>(undo);
    final Rows<Provider> providers = new Rows<>(undo);
    final CredentialTable credentials = new CredentialTable(undo);
    final Rows<Organization> organizations = new Rows<>(undo);
    final AccountTable accounts = new AccountTable(undo);
    final Rows<LegalHold> holds = new Rows<>(undo);
    /** Ids of accounts, by tenant, hold and account. */
    final Rows<String> accountsOfHolds = new Rows<>(undo);
    /** Ids of holds, by tenant, account and hold. */
    final Rows<String> holdsOfAccounts = new Rows<>(undo);

    final Rows<SyncLogEntry> log = new Rows<>(undo);
    final OutboxTable outbox = new OutboxTable(undo);
    final Rows<Job> jobs = new Rows<>(undo);
    /** Ids of User resources, by tenant, job and the number of the batch. */
    final Rows<List<String>> jobUsers = new Rows<>(undo);

    /** Takes away everything of a tenant. */
    void erase(String tenant) {
        RowKey all = RowKey.of(tenant);
        tenants.remove(all);
        providers.removeUnder(all);
        credentials.removeAll(all);
        organizations.removeUnder(all);
        accounts.removeAll(all);
        holds.removeUnder(all);
        accountsOfHolds.removeUnder(all);
        holdsOfAccounts.removeUnder(all);
        log.removeUnder(all);
        outbox.removeAll(all);
        jobs.removeUnder(all);
        jobUsers.removeUnder(all);
    }
}
