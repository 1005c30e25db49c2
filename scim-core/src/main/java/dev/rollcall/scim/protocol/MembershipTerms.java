package dev.rollcall.scim.protocol;

import dev.rollcall.scim.filter.RelationTerms;
import dev.rollcall.scim.patch.Membership;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.resource.Value;
import dev.rollcall.scim.schema.Attribute;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.SchemaRegistry;
import dev.rollcall.scim.store.Member;
import dev.rollcall.scim.store.Scope;
import dev.rollcall.scim.store.UnitOfWork;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Answers filters on {@code members} of Group and {@code groups} of User, which are not in the documents. {@code members
 * eq "id"} looks up the groups of that one member, whatever the size of any group.
 */
final class MembershipTerms implements RelationTerms {
    private final GroupMembers members;
    private final UnitOfWork unit;
    private final Scope scope;
    private final SchemaRegistry registry;
    private final @Nullable Attribute memberAttribute;
    private final @Nullable Attribute groupAttribute;

    MembershipTerms(Exchange exchange, UnitOfWork unit, ResourceType type) {
        this.members = exchange.members(unit);
        this.unit = unit;
        this.scope = exchange.scope();
        this.registry = exchange.settings().registry();
        this.memberAttribute = Membership.attribute(type);
        this.groupAttribute = UserGroups.attribute(type);
    }

    @Override
    public @Nullable Predicate<Resource> answer(Term term) {
        if (memberAttribute != null && term.path().top() == memberAttribute) {
            return onMembers(term, memberAttribute);
        }
        if (groupAttribute != null && term.path().top() == groupAttribute) {
            return onGroups(term, groupAttribute);
        }
        return null;
    }

    private Predicate<Resource> onMembers(Term term, Attribute attribute) {
        Optional<String> id = term.requiredValue();
        return id.isPresent() ? havingMember(id.get(), term, attribute) : group -> anyMember(group, term);
    }

    private Predicate<Resource> havingMember(String id, Term term, Attribute attribute) {
        Optional<Value> element = find(id).map(member -> MemberValues.element(attribute, member, null))
                .filter(term.element());
        if (element.isEmpty()) {
            return group -> false;
        }
        Set<String> groups = members.groupsOf(Set.of(id)).getOrDefault(id, List.of()).stream()
                .map(Member::id)
                .collect(Collectors.toSet());
        return group -> groups.contains(group.id());
    }

    private Optional<Member> find(String id) {
        return registry.resourceTypes().stream()
                .flatMap(type -> unit.resources().find(scope, type, id).stream())
                .map(found -> new Member(
                        id, found.type().name(), found.text("displayName").orElse(null)))
                .findFirst();
    }

    private boolean anyMember(Resource group, Term term) {
        Iterator<Value> all = members.source(group).all();
        if (!all.hasNext()) {
            return term.whenEmpty();
        }
        while (all.hasNext()) {
            if (term.element().test(all.next())) {
                return true;
            }
        }
        return false;
    }

    private Predicate<Resource> onGroups(Term term, Attribute attribute) {
        return user -> {
            List<GroupClosure.Belonging> groups =
                    GroupClosure.of(members, Set.of(user.id())).getOrDefault(user.id(), List.of());
            return groups.isEmpty()
                    ? term.whenEmpty()
                    : groups.stream()
                            .map(belonging -> UserGroups.element(attribute, belonging, null))
                            .anyMatch(term.element());
        };
    }
}
