package dev.rollcall.benchmarks.libraries;

import de.captaingoldfish.scim.sdk.common.constants.enums.SortOrder;
import de.captaingoldfish.scim.sdk.common.exceptions.ConflictException;
import de.captaingoldfish.scim.sdk.common.resources.Group;
import de.captaingoldfish.scim.sdk.common.resources.ResourceNode;
import de.captaingoldfish.scim.sdk.common.resources.User;
import de.captaingoldfish.scim.sdk.common.resources.complex.Meta;
import de.captaingoldfish.scim.sdk.common.schemas.SchemaAttribute;
import de.captaingoldfish.scim.sdk.server.endpoints.Context;
import de.captaingoldfish.scim.sdk.server.endpoints.ResourceHandler;
import de.captaingoldfish.scim.sdk.server.filter.FilterNode;
import de.captaingoldfish.scim.sdk.server.response.PartialListResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Resources in a map, as SCIM-SDK's own documentation shows a handler; its endpoint filters what this lists. */
abstract class ScimSdkUsers<T extends ResourceNode> extends ResourceHandler<T> {
    private final Map<String, T> resources = new ConcurrentHashMap<>();
    private final Set<String> names = ConcurrentHashMap.newKeySet();

    /** It looks at the type argument of the class. */
    static final class Users extends ScimSdkUsers<User> {}

    /** Likewise. */
    static final class Groups extends ScimSdkUsers<Group> {}

    void put(String id, T resource) {
        resource.setId(id);
        resources.put(id, resource);
    }

    @Override
    public T createResource(T resource, Context context) {
        if (resource instanceof User user && !names.add(user.getUserName().orElse(""))) {
            throw new ConflictException("userName is taken");
        }
        Instant now = Instant.now();
        // The endpoint has begun it.
        Meta meta = resource.getMeta().orElseGet(Meta::new);
        meta.setCreated(now);
        meta.setLastModified(now);
        resource.remove("meta");
        resource.setMeta(meta);
        put(UUID.randomUUID().toString(), resource);
        return resource;
    }

    @Override
    public T getResource(
            String id, List<SchemaAttribute> attributes, List<SchemaAttribute> excludedAttributes, Context context) {
        return resources.get(id);
    }

    @Override
    public PartialListResponse<T> listResources(
            long startIndex,
            int count,
            FilterNode filter,
            SchemaAttribute sortBy,
            SortOrder sortOrder,
            List<SchemaAttribute> attributes,
            List<SchemaAttribute> excludedAttributes,
            Context context) {
        List<T> all = List.copyOf(resources.values());
        return PartialListResponse.<T>builder()
                .resources(all)
                .totalResults(all.size())
                .build();
    }

    @Override
    public T updateResource(T resource, Context context) {
        resources.put(resource.getId().orElseThrow(), resource);
        return resource;
    }

    @Override
    public void deleteResource(String id, Context context) {
        resources.remove(id);
    }
}
