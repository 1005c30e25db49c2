package dev.rollcall.scim.provisioning.admin;

import dev.rollcall.scim.protocol.ScimService;
import dev.rollcall.scim.provisioning.engine.Act;
import dev.rollcall.scim.provisioning.engine.Engine;
import dev.rollcall.scim.provisioning.engine.Work;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the operations of one administrator in one tenant have in common. Made by {@code Rollcall}; not for embedding
 * applications. Immutable and thread-safe.
 *
 * @param engine what does it
 * @param scim the protocol, for what goes through it
 * @param tenant the tenant; it need not exist yet
 * @param actor who acts
 */
@SuppressWarnings("exports")
public record Desk(Engine engine, ScimService scim, String tenant, String actor) {
    /** Does what an administrator wants, in a unit of work of its own; refused if there is no such tenant. */
    <T> T act(Function<Work, T> work) {
        return act(null, work);
    }

    /** The same about what a provider has. */
    <T> T act(@Nullable String provider, Function<Work, T> work) {
        return engine.act(Act.ofAdministrator(tenant, actor).about(provider), joined -> {
            requireTenant(joined);
            return work.apply(joined);
        });
    }

    /** Only reads. */
    <T> T look(Function<Work, T> work) {
        return engine.look(Act.ofAdministrator(tenant, actor), joined -> {
            requireTenant(joined);
            return work.apply(joined);
        });
    }

    private void requireTenant(Work work) {
        if (work.state().tenants().find(tenant).isEmpty()) {
            throw AdministrationException.notFound("There is no tenant \"" + tenant + "\"");
        }
    }
}
