package dev.rollcall.scim.provisioning.engine;

import dev.rollcall.scim.provisioning.OrganizationCatalogue;
import dev.rollcall.scim.provisioning.log.SyncLogEvent;
import dev.rollcall.scim.provisioning.mapping.Destination;
import dev.rollcall.scim.provisioning.mapping.Organization;
import dev.rollcall.scim.provisioning.tenant.Tenant;
import java.util.List;
import java.util.Set;

/** Makes organizations that a rule asks for. */
final class OrganizationMaker {
    private OrganizationMaker() {}

    /**
     * Makes the organization, unless somebody else has made it by now: whoever makes one holds the tenant. Afterwards the
     * rules of the work know it.
     */
    static void make(Work work, Destination.New wanted) {
        String tenantId = work.act().tenant();
        OrganizationCatalogue own = work.parts().organizations();
        if (own != null) {
            Organization made = own.create(tenantId, wanted.name().text(), wanted.parent());
            log(work, made);
            work.reread();
            return;
        }
        Tenant tenant = work.state().tenants().lock(tenantId).orElseThrow();
        boolean there = work.state().organizations().list(tenantId).stream()
                .anyMatch(organization -> wanted.name().isThatOf(organization));
        if (!there) {
            Organization made =
                    new Organization(work.parts().ids().get(), wanted.name().text(), wanted.parent(), Set.of(), true);
            work.state().organizations().insert(tenantId, made);
            log(work, made);
        }
        // Also where another was faster: its revision is behind what this unit has read.
        work.revise(tenant);
    }

    private static void log(Work work, Organization made) {
        work.ledger()
                .done(
                        SyncLogEvent.ORG_CREATED,
                        made.id(),
                        made.name(),
                        List.of(),
                        "Organization \"" + made.name() + "\" was made, since a rule names it",
                        null);
    }
}
