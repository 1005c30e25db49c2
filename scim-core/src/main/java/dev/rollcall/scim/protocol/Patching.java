package dev.rollcall.scim.protocol;

import dev.rollcall.scim.codec.Projection;
import dev.rollcall.scim.codec.ResourceWriter;
import dev.rollcall.scim.patch.MemberSource;
import dev.rollcall.scim.patch.Patch;
import dev.rollcall.scim.patch.PatchResult;
import dev.rollcall.scim.patch.ResourceRules;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.schema.ResourceType;

/** PATCH: changes parts of a resource, all of the operations or none (RFC 7644 §3.5.2). */
final class Patching {
    private Patching() {}

    static ScimResponse handle(Exchange exchange, ResourceType type, String id) {
        Projection asked = exchange.projection(type);
        Settings settings = exchange.settings();
        Patch patch = exchange.readers()
                .patches()
                .read(exchange.request().body(), type, exchange.options().tolerance());
        Projection projection = asked.withWritten(patch.written());
        return Retry.write(settings.store(), unit -> {
            Update update = new Update(exchange, unit);
            Resource before = update.lock(type, id);
            boolean group = MemberWrites.attribute(before) != null;
            PatchResult result = patch.apply(
                    MemberWrites.without(before), group ? update.members().source(before) : MemberSource.NONE);
            Resource checked = ResourceRules.checked(result.resource(), settings.limits());
            Resource after = ActiveState.whenChanged(before, UserNames.checked(exchange, before, checked));
            try (NewPassword password = NewPassword.of(exchange, result.resource(), after)) {
                Resource stored = update.write(before, after, result.members());
                if (group && !exchange.hasProjection() && isLarge(update, stored, settings.paging())) {
                    return Answers.noContent(exchange, stored);
                }
                ResourceWriter.Entry entry = Representation.of(exchange, unit, stored, projection);
                password.handOver(unit, stored);
                return Answers.resource(200, exchange, entry);
            }
        });
    }

    private static boolean isLarge(Update update, Resource group, Paging paging) {
        return update.members().count(group) > paging.membersInPatchResponse();
    }
}
