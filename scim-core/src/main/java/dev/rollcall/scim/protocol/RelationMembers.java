package dev.rollcall.scim.protocol;

import dev.rollcall.scim.patch.MemberSource;
import dev.rollcall.scim.patch.Membership;
import dev.rollcall.scim.patch.RelationDelta;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.resource.Value;
import dev.rollcall.scim.schema.Attribute;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.SchemaRegistry;
import dev.rollcall.scim.store.KeyFactory;
import dev.rollcall.scim.store.Member;
import dev.rollcall.scim.store.MemberPage;
import dev.rollcall.scim.store.MembershipChange;
import dev.rollcall.scim.store.MembershipStore;
import dev.rollcall.scim.store.ResourceStore;
import dev.rollcall.scim.store.Scope;
import java.time.Instant;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Members in a relation of the store: nothing is ever read or written but those that are asked for. */
record RelationMembers(MembershipStore relation, ResourceStore resources, Scope scope, SchemaRegistry registry)
        implements GroupMembers {
    @Override
    public GroupMembers expecting(Map<String, Member> coming) {
        // They are in the store before the relation is asked about them.
        return this;
    }

    @Override
    public MemberSource source(Resource group) {
        Attribute members = Objects.requireNonNull(Membership.attribute(group.type()));
        return new MemberSource() {
            @Override
            public Set<String> among(Collection<String> ids) {
                return relation.membersAmong(scope, group.id(), ids);
            }

            @Override
            public Iterator<Value> all() {
                return new MemberValues(
                        next -> page(group, next, MemberValues.PAGE),
                        member -> MemberValues.element(members, member, null));
            }
        };
    }

    @Override
    public Applied change(@Nullable Resource before, Resource after, RelationDelta delta) {
        boolean now = before != null && !delta.isEmpty();
        return new Applied(after, now ? relation.apply(scope, after.id(), delta) : MembershipChange.NONE);
    }

    @Override
    public MembershipChange inserted(Resource group, RelationDelta delta, MembershipChange soFar) {
        return delta.add().isEmpty() ? soFar : relation.apply(scope, group.id(), delta);
    }

    @Override
    public long count(Resource group) {
        return relation.count(scope, group.id());
    }

    @Override
    public MemberPage page(Resource group, @Nullable String after, int limit) {
        return relation.members(scope, group.id(), after, limit);
    }

    @Override
    public Map<String, List<Member>> groupsOf(Collection<String> ids) {
        return relation.groupsOf(scope, ids);
    }

    @Override
    public void leaveAll(Resource resource, Instant now, KeyFactory keys) {
        Set<String> groups = new TreeSet<>(relation.removeAll(scope, resource.id()));
        // A group can be a member of itself; it goes, so it needs no new version.
        groups.remove(resource.id());
        for (ResourceType type : registry.resourceTypes()) {
            if (!groups.isEmpty() && Membership.attribute(type) != null) {
                // A host's group can hold a provider's user; it changes too, although the provider does not see it.
                resources.touch(Scope.ofTenant(scope.tenant()), type, groups, now, keys);
            }
        }
    }
}
