package dev.rollcall.scim.protocol;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.patch.Membership;
import dev.rollcall.scim.patch.RelationDelta;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.schema.Attribute;
import dev.rollcall.scim.store.MembershipChange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The members in what a client sends, apart from the rest of the group. */
final class MemberWrites {
    /** Ids named in an error at most; a client that sends thousands of wrong ones has the same one problem. */
    private static final int NAMED = 10;

    private MemberWrites() {}

    static @Nullable Attribute attribute(Resource resource) {
        return Membership.attribute(resource.type());
    }

    /** Exactly the members that POST or PUT gives; nobody if it gives none. */
    static RelationDelta given(Resource given) {
        Attribute members = attribute(given);
        return members == null
                ? RelationDelta.NONE
                : RelationDelta.replaceAll(Membership.ids(given.get(members), members));
    }

    static Resource without(Resource resource) {
        Attribute members = attribute(resource);
        return members == null ? resource : resource.with(members, null);
    }

    /** Those who were to join and name no known resource; who is to leave need not be known: whoever is gone has left. */
    static List<String> unknown(RelationDelta delta, MembershipChange change) {
        return change.unknown().stream().filter(delta.add()::contains).toList();
    }

    /** Refuses members that name no known resource, where they are not passed over. */
    static void checkKnown(Exchange exchange, RelationDelta delta, MembershipChange change) {
        List<String> unknown = unknown(delta, change);
        if (!unknown.isEmpty() && exchange.options().strictMemberReferences()) {
            String more = unknown.size() > NAMED ? " and " + (unknown.size() - NAMED) + " more" : "";
            throw ScimException.invalidValue("\"members\" names resources that do not exist: "
                    + String.join(", ", unknown.subList(0, Math.min(NAMED, unknown.size()))) + more);
        }
    }
}
