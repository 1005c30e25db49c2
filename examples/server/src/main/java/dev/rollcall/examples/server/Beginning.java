package dev.rollcall.examples.server;

import dev.rollcall.scim.Rollcall;
import dev.rollcall.scim.provisioning.Role;
import dev.rollcall.scim.provisioning.admin.AdministrationException;
import dev.rollcall.scim.provisioning.admin.AdministrationException.Problem;
import dev.rollcall.scim.provisioning.admin.CreatedProvider;
import dev.rollcall.scim.provisioning.admin.Credentials;
import dev.rollcall.scim.provisioning.admin.Organizations;
import dev.rollcall.scim.provisioning.admin.Providers;
import dev.rollcall.scim.provisioning.provider.Credential;
import dev.rollcall.scim.provisioning.provider.Provider;
import dev.rollcall.scim.provisioning.provider.ProviderSettings;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a server needs to be tried out: one tenant, one provider with credentials, a few organizations. Made by the first
 * start, by one of several servers that start at once; found by all others.
 *
 * @param provider the id of the provider
 * @param fresh its credentials, if this start made them; null if not
 */
record Beginning(String provider, @Nullable FreshCredentials fresh) {
    static final String TENANT = "default";

    /** The roles that accounts can have. */
    static final List<Role> ROLES = List.of(
            new Role("admin", "Administrator", "May do everything"),
            new Role("editor", "Editor", "May write"),
            new Role("member", "Member", "May read"));

    private static final String PROVIDER = "Identity provider";

    /** Finds or makes it. */
    static Beginning of(Rollcall rollcall, ServerOptions options) {
        create(rollcall);
        Providers providers = rollcall.providers(TENANT);
        CreatedProvider added = add(providers);
        String id = added != null ? added.id() : providers.list().get(0).id();
        if (added != null) {
            organizations(rollcall.organizations(TENANT));
        }
        if (options.behaviour() != null) {
            behave(providers, id, options);
        }
        return new Beginning(id, credentials(providers.credentials(id), added, options));
    }

    private static void create(Rollcall rollcall) {
        try {
            rollcall.tenants().create(TENANT, "Example Inc.");
        } catch (AdministrationException e) {
            requireThere(e);
        }
    }

    private static @Nullable CreatedProvider add(Providers providers) {
        if (!providers.list().isEmpty()) {
            return null;
        }
        try {
            return providers.add(ProviderSettings.named(PROVIDER));
        } catch (AdministrationException e) {
            requireThere(e);
            return null;
        }
    }

    /** Another start, or another server a moment ago, has made it. */
    private static void requireThere(AdministrationException e) {
        if (e.problem() != Problem.EXISTS) {
            throw e;
        }
    }

    private static void organizations(Organizations organizations) {
        organizations.defaultRoles(organizations.defaultOrganization(), Set.of("member"));
        organizations.add("Engineering", null, Set.of("member", "editor"));
        organizations.add("Sales", null, Set.of("member"));
    }

    private static void behave(Providers providers, String id, ServerOptions options) {
        Provider provider = providers.find(id).orElseThrow();
        if (!provider.settings().protocol().equals(options.behaviour())) {
            providers.change(id, to -> to.protocol(options.behaviour()));
        }
    }

    private static @Nullable FreshCredentials credentials(
            Credentials credentials, @Nullable CreatedProvider added, ServerOptions options) {
        if (options.token() != null) {
            // Whoever brings a token needs no others.
            if (added != null) {
                credentials.delete(added.credential().id());
            }
            return null;
        }
        if (added != null) {
            return FreshCredentials.of(added.credential(), credentials);
        }
        List<Credential> kept = credentials.list();
        boolean anyValid = kept.stream().anyMatch(credential -> credential.isValidAt(Instant.now()));
        if (anyValid && !options.newCredentials()) {
            return null;
        }
        FreshCredentials fresh = FreshCredentials.add(credentials);
        kept.forEach(old -> credentials.revoke(old.id()));
        return fresh;
    }
}
