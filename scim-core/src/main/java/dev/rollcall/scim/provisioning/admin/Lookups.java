package dev.rollcall.scim.provisioning.admin;

import dev.rollcall.scim.provisioning.engine.Work;
import dev.rollcall.scim.provisioning.provider.Credential;
import dev.rollcall.scim.provisioning.provider.Provider;
import dev.rollcall.scim.provisioning.tenant.Tenant;

/** Finds what an operation is about, or says that it is not there. */
final class Lookups {
    private Lookups() {}

    /** The tenant of the work, held until its end. */
    static Tenant hold(Work work) {
        return work.state()
                .tenants()
                .lock(work.act().tenant())
                .orElseThrow(() -> noTenant(work.act().tenant()));
    }

    static AdministrationException noTenant(String id) {
        return AdministrationException.notFound("There is no tenant \"" + id + "\"");
    }

    static Provider provider(Work work, String id) {
        return work.state()
                .providers()
                .find(work.act().tenant(), id)
                .orElseThrow(() -> AdministrationException.notFound("There is no provider \"" + id + "\" in tenant \""
                        + work.act().tenant() + "\""));
    }

    static Credential credential(Work work, String provider, String id) {
        return work.state().credentials().list(work.act().tenant(), provider).stream()
                .filter(credential -> credential.id().equals(id))
                .findFirst()
                .orElseThrow(() -> AdministrationException.notFound(
                        "There is no credential \"" + id + "\" of provider \"" + provider + "\""));
    }
}
