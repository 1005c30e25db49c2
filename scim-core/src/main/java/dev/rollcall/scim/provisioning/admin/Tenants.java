package dev.rollcall.scim.provisioning.admin;

import dev.rollcall.scim.protocol.ScimService;
import dev.rollcall.scim.provisioning.engine.Act;
import dev.rollcall.scim.provisioning.engine.Engine;
import dev.rollcall.scim.provisioning.mapping.Organization;
import dev.rollcall.scim.provisioning.mapping.OrganizationName;
import dev.rollcall.scim.provisioning.provider.ProviderAccess;
import dev.rollcall.scim.provisioning.tenant.Tenant;
import dev.rollcall.scim.provisioning.tenant.TenantSettings;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.store.DuplicateKeyException;
import dev.rollcall.scim.store.Scope;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The tenants: customers of the host application. Thread-safe.
 *
 * <p>Methods about one tenant throw {@link AdministrationException} {@code NOT_FOUND} if it is not there.
 */
public final class Tenants {
    /** The most tenants of a page. */
    public static final int LARGEST_PAGE = 1_000;

    private static final String DEFAULT_ORGANIZATION = "Default";

    private final Engine engine;
    private final ScimService scim;
    private final ProviderAccess access;
    private final String actor;

    /** Made by {@code Rollcall}. */
    @SuppressWarnings("exports")
    public Tenants(Engine engine, ScimService scim, ProviderAccess access, String actor) {
        this.engine = engine;
        this.scim = scim;
        this.access = access;
        this.actor = actor;
    }

    /**
     * Creates a tenant with its default organization, which is called like the tenant if that makes a name, and
     * {@value #DEFAULT_ORGANIZATION} otherwise.
     *
     * @param id what the host calls it by, 1 to 100 characters
     * @param name what people call it, not blank
     * @throws AdministrationException {@code EXISTS} if there is one of that id; {@code INVALID} if id or name is none
     */
    public Tenant create(String id, String name) {
        Organization start = new Organization(engine.parts().ids().get(), organizationName(name), null, Set.of(), true);
        Tenant tenant = checked(id, name, start);
        try {
            return engine.act(Act.ofAdministrator(id, actor), work -> {
                work.state().tenants().insert(tenant);
                work.state().organizations().insert(id, start);
                return tenant;
            });
        } catch (DuplicateKeyException e) {
            throw AdministrationException.exists("There is a tenant \"" + id + "\" already");
        }
    }

    private Tenant checked(String id, String name, Organization start) {
        if (name.isBlank()) {
            throw AdministrationException.invalid("The name of a tenant is not blank");
        }
        try {
            return new Tenant(
                    id,
                    name.strip(),
                    TenantSettings.DEFAULT,
                    start.id(),
                    engine.parts().now(),
                    0);
        } catch (IllegalArgumentException e) {
            throw AdministrationException.invalid(String.valueOf(e.getMessage()));
        }
    }

    private static String organizationName(String name) {
        OrganizationName wanted = new OrganizationName(name);
        return wanted.isValid() ? wanted.text() : DEFAULT_ORGANIZATION;
    }

    /** The tenant of exactly that id. */
    public Optional<Tenant> find(String id) {
        return engine.parts().read(state -> state.tenants().find(id));
    }

    /**
     * Tenants in the order of their ids.
     *
     * @param after the id of the last one of the page before; null for the first page
     * @param limit at most how many, 1 to {@value #LARGEST_PAGE}
     */
    public List<Tenant> list(@Nullable String after, int limit) {
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw AdministrationException.invalid("A page holds 1 to " + LARGEST_PAGE + " tenants, not " + limit);
        }
        return engine.parts().read(state -> state.tenants().list(after, limit));
    }

    /** Calls it otherwise; its default organization keeps its name. */
    public Tenant rename(String id, String name) {
        if (name.isBlank()) {
            throw AdministrationException.invalid("The name of a tenant is not blank");
        }
        return replace(id, tenant -> tenant.withName(name.strip()));
    }

    /** Changes what is set for a tenant: {@code settings(id, s -> s.withLogRetention(Duration.ofDays(30)))}. */
    public Tenant settings(String id, UnaryOperator<TenantSettings> change) {
        return replace(id, tenant -> tenant.withSettings(change.apply(tenant.settings())));
    }

    private Tenant replace(String id, UnaryOperator<Tenant> how) {
        Tenant changed = engine.act(Act.ofAdministrator(id, actor), work -> {
            Tenant after = how.apply(Lookups.hold(work));
            work.state().tenants().replace(after);
            return after;
        });
        access.forget(id);
        return changed;
    }

    /**
     * Writes everything that is kept of a tenant as one JSON object in UTF-8: the tenant, organizations, providers with their
     * credentials but without any secret or hash, accounts, legal holds with who is in them, resources with the members of
     * groups, and the sync log. Read page by page in bounded memory; what changes meanwhile may be in it or not.
     *
     * @param out where to; is not closed
     */
    public void export(String id, OutputStream out) {
        new TenantExport(engine.parts(), id).to(out);
    }

    /** Removes everything of a tenant: all that provisioning keeps, and all resources. */
    public void erase(String id) {
        engine.act(Act.ofAdministrator(id, actor), work -> {
            Lookups.hold(work);
            for (ResourceType type : scim.settings().registry().resourceTypes()) {
                work.unit().resources().deleteAll(Scope.ofTenant(id), type);
            }
            work.state().tenants().erase(id);
            return id;
        });
        access.forget(id);
    }
}
