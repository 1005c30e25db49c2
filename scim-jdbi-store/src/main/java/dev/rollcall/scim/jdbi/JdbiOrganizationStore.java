package dev.rollcall.scim.jdbi;

import dev.rollcall.scim.provisioning.mapping.Organization;
import dev.rollcall.scim.provisioning.store.OrganizationStore;
import dev.rollcall.scim.provisioning.store.ProvisioningCodec;
import java.util.List;

/** The organizations within a unit of work. */
record JdbiOrganizationStore(ProvisioningRows rows) implements OrganizationStore {
    @Override
    public void insert(String tenant, Organization organization) {
        rows.write(Sql.of(
                "insert into scim_organization (tenant_key, id, document) values (?, ?, ?)",
                rows.make(tenant),
                organization.id(),
                ProvisioningCodec.encode(organization)));
    }

    @Override
    public void replace(String tenant, Organization organization) {
        rows.write(
                tenant,
                key -> Sql.of(
                        "update scim_organization set document = ? where tenant_key = ? and id = ?",
                        ProvisioningCodec.encode(organization),
                        key,
                        organization.id()));
    }

    @Override
    public void delete(String tenant, String id) {
        rows.write(tenant, key -> Sql.of("delete from scim_organization where tenant_key = ? and id = ?", key, id));
    }

    @Override
    public List<Organization> list(String tenant) {
        return rows.list(
                tenant,
                key -> Sql.of("select document from scim_organization where tenant_key = ? order by id", key),
                ProvisioningCodec::decodeOrganization);
    }
}
