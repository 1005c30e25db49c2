package dev.rollcall.scim.provisioning.memory;

import dev.rollcall.scim.provisioning.mapping.Organization;
import dev.rollcall.scim.provisioning.store.OrganizationStore;
import java.util.List;

/** Organizations. */
record MemoryOrganizations(MemoryProvisioningUnit unit) implements OrganizationStore {
    @Override
    public void insert(String tenant, Organization organization) {
        unit.writing().organizations.put(RowKey.of(tenant, organization.id()), organization);
    }

    @Override
    public void replace(String tenant, Organization organization) {
        RowKey key = RowKey.of(tenant, organization.id());
        Tables tables = unit.writing();
        if (tables.organizations.has(key)) {
            tables.organizations.put(key, organization);
        }
    }

    @Override
    public void delete(String tenant, String id) {
        unit.writing().organizations.remove(RowKey.of(tenant, id));
    }

    @Override
    public List<Organization> list(String tenant) {
        return unit.reading().organizations.under(RowKey.of(tenant)).toList();
    }
}
