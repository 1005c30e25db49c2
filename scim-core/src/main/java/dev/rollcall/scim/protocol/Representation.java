package dev.rollcall.scim.protocol;

import dev.rollcall.scim.codec.LateValues;
import dev.rollcall.scim.codec.Projection;
import dev.rollcall.scim.codec.ResourceWriter;
import dev.rollcall.scim.patch.Membership;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.resource.Value;
import dev.rollcall.scim.schema.Attribute;
import dev.rollcall.scim.store.UnitOfWork;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Resources as a client sees them: with what is derived, and members that are fetched while they are written. */
final class Representation {
    private static final List<DerivedAttributes> STANDARD =
            List.of(new Location(), new UserGroups(), new ManagerLink());

    private Representation() {}

    /** Prepares resources of one type for writing. */
    static List<ResourceWriter.Entry> of(
            Exchange exchange, UnitOfWork unit, List<Resource> resources, Projection projection) {
        var context = new DerivedAttributes.Context(unit, exchange.scope(), exchange.links(), projection);
        List<Resource> derived = resources;
        for (DerivedAttributes attributes : derivations(exchange).toList()) {
            derived = attributes.derive(context, derived);
        }
        return derived.stream()
                .map(resource -> new ResourceWriter.Entry(resource, new LateMembers(exchange, resource), projection))
                .toList();
    }

    /** All that derives attributes, the host's behind our own. */
    static Stream<DerivedAttributes> derivations(Exchange exchange) {
        return Stream.concat(STANDARD.stream(), exchange.settings().derived().stream());
    }

    /** Prepares one resource for writing. */
    static ResourceWriter.Entry of(Exchange exchange, UnitOfWork unit, Resource resource, Projection projection) {
        return of(exchange, unit, List.of(resource), projection).get(0);
    }

    private record LateMembers(Exchange exchange, Resource group) implements LateValues {
        @Override
        public @Nullable Iterator<Value> of(Attribute attribute) {
            if (attribute != Membership.attribute(group.type())) {
                return null;
            }
            Links links = exchange.links();
            return new MemberValues(
                    next -> exchange.settings()
                            .store()
                            .read(unit -> exchange.members(unit).page(group, next, MemberValues.PAGE)),
                    member -> MemberValues.element(attribute, member, links));
        }
    }
}
