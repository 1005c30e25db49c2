package dev.rollcall.benchmarks.libraries;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.apache.directory.scim.core.repository.DefaultPatchHandler;
import org.apache.directory.scim.core.repository.Repository;
import org.apache.directory.scim.core.schema.SchemaRegistry;
import org.apache.directory.scim.server.exception.UnableToCreateResourceException;
import org.apache.directory.scim.spec.exception.ResourceException;
import org.apache.directory.scim.spec.extension.EnterpriseExtension;
import org.apache.directory.scim.spec.filter.Filter;
import org.apache.directory.scim.spec.filter.FilterExpressions;
import org.apache.directory.scim.spec.filter.FilterResponse;
import org.apache.directory.scim.spec.filter.PageRequest;
import org.apache.directory.scim.spec.filter.SortRequest;
import org.apache.directory.scim.spec.filter.attribute.AttributeReference;
import org.apache.directory.scim.spec.patch.PatchOperation;
import org.apache.directory.scim.spec.resources.ScimExtension;
import org.apache.directory.scim.spec.resources.ScimResource;
import org.apache.directory.scim.spec.resources.ScimUser;
import org.apache.directory.scim.spec.schema.Meta;

/** Users in a map, as SCIMple's own example of an in-memory repository does: filters in memory, unique names. */
final class ScimpleUsers implements Repository<ScimUser> {
    private final Map<String, ScimUser> users = new ConcurrentHashMap<>();
    private final Set<String> names = ConcurrentHashMap.newKeySet();
    private final SchemaRegistry registry;
    private final DefaultPatchHandler patches;

    ScimpleUsers(SchemaRegistry registry) {
        this.registry = registry;
        this.patches = new DefaultPatchHandler(registry);
    }

    @Override
    public Class<ScimUser> getResourceClass() {
        return ScimUser.class;
    }

    @Override
    public ScimUser create(ScimUser user) throws ResourceException {
        if (!names.add(user.getUserName())) {
            throw new UnableToCreateResourceException(jakarta.ws.rs.core.Response.Status.CONFLICT, "userName is taken");
        }
        user.setId(UUID.randomUUID().toString());
        LocalDateTime now = LocalDateTime.now();
        Meta meta = new Meta();
        meta.setResourceType(ScimUser.RESOURCE_NAME);
        meta.setCreated(now);
        meta.setLastModified(now);
        user.setMeta(meta);
        users.put(user.getId(), user);
        return user;
    }

    @Override
    public ScimUser update(
            String id,
            String version,
            ScimUser user,
            Set<AttributeReference> included,
            Set<AttributeReference> excluded) {
        users.put(id, user);
        return user;
    }

    @Override
    public ScimUser patch(
            String id,
            String version,
            List<PatchOperation> operations,
            Set<AttributeReference> included,
            Set<AttributeReference> excluded)
            throws ResourceException {
        ScimUser patched = patches.apply(get(id), operations);
        users.put(id, patched);
        return patched;
    }

    @Override
    public ScimUser get(String id) throws ResourceException {
        ScimUser user = users.get(id);
        if (user == null) {
            throw new ResourceException(404, "There is no user " + id);
        }
        return user;
    }

    @Override
    public FilterResponse<ScimUser> find(Filter filter, PageRequest page, SortRequest sort) {
        Predicate<ScimResource> matches = FilterExpressions.inMemory(filter, registry.getSchema(ScimUser.SCHEMA_URI));
        List<ScimUser> found = users.values().stream().filter(matches).toList();
        int start = page.getStartIndex() == null ? 0 : page.getStartIndex() - 1;
        int count = page.getCount() == null ? found.size() : page.getCount();
        List<ScimUser> shown = found.stream().skip(start).limit(count).toList();
        return new FilterResponse<>(shown, page, found.size());
    }

    @Override
    public void delete(String id) {
        users.remove(id);
    }

    @Override
    public List<Class<? extends ScimExtension>> getExtensionList() {
        return List.of(EnterpriseExtension.class);
    }
}
