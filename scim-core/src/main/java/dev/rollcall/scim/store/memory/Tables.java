package dev.rollcall.scim.store.memory;

import java.util.HashMap;
import java.util.Map;

/** The tables of all tenants. */
final class Tables {
    private final Map<String, TenantTable> tenants = new HashMap<>();
    private final TenantTable none = new TenantTable();

    /** The tenant's table; one that stays empty if nothing was ever written for the tenant. */
    TenantTable find(String tenant) {
        return tenants.getOrDefault(tenant, none);
    }

    TenantTable make(String tenant) {
        return tenants.computeIfAbsent(tenant, name -> new TenantTable());
    }
}
