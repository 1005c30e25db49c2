package dev.rollcall.scim.provisioning;

import java.util.List;

/** The roles of the host application. MUST be thread-safe and fast: it is asked within writes. */
@FunctionalInterface
public interface RoleCatalogue {
    /** No roles. */
    RoleCatalogue NONE = tenant -> List.of();

    /** The roles that accounts of the tenant can have, in the order in which they are shown. */
    List<Role> roles(String tenant);

    /** The same roles for every tenant. */
    static RoleCatalogue of(List<Role> roles) {
        List<Role> copy = List.copyOf(roles);
        return tenant -> copy;
    }
}
