package dev.rollcall.scim.provisioning.admin;

import dev.rollcall.scim.provisioning.engine.Work;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.resource.UserView;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.store.Key;
import dev.rollcall.scim.store.KeyFactory;
import dev.rollcall.scim.store.Scope;
import dev.rollcall.scim.store.StoreQuery;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds User resources of a tenant, whoever owns them. */
final class UserLookUp {
    private UserLookUp() {}

    static ResourceType type(Work work) {
        return work.parts().registry().resourceTypes().stream()
                .filter(type -> type.isBaseSchema(UserView.SCHEMA))
                .findFirst()
                .orElseThrow(() -> AdministrationException.refused("This server has no users"));
    }

    static Optional<Resource> byId(Work work, String tenant, String id) {
        return work.unit().resources().find(Scope.ofTenant(tenant), type(work), id);
    }

    /** By the key that a user of that name has, which every store looks up fast. */
    static Optional<Resource> byName(Work work, String tenant, String userName) {
        ResourceType type = type(work);
        Resource like = Resource.builder(type).set("userName", userName).build();
        List<Key> keys = KeyFactory.standard().stored(like).keys();
        try (Stream<Resource> found = work.unit()
                .resources()
                .query(Scope.ofTenant(tenant), StoreQuery.all(type).narrowedBy(keys))) {
            // A store may give more than was asked for.
            return found.filter(
                            user -> KeyFactory.standard().stored(user).keys().containsAll(keys))
                    .findFirst();
        }
    }
}
