package dev.rollcall.scim.provisioning.admin;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.provisioning.account.Account;
import dev.rollcall.scim.provisioning.account.AccountQuery;
import dev.rollcall.scim.provisioning.engine.AccountWork;
import dev.rollcall.scim.provisioning.engine.Work;
import dev.rollcall.scim.provisioning.mapping.Assignment;
import dev.rollcall.scim.provisioning.mapping.Catalogue;
import dev.rollcall.scim.provisioning.mapping.MappingSettings;
import dev.rollcall.scim.provisioning.mapping.Organization;
import dev.rollcall.scim.provisioning.mapping.OrganizationMapping;
import dev.rollcall.scim.provisioning.mapping.Provenance;
import dev.rollcall.scim.provisioning.mapping.RoleMapping;
import dev.rollcall.scim.provisioning.mapping.UserAttribute;
import dev.rollcall.scim.provisioning.provider.Provider;
import dev.rollcall.scim.provisioning.tenant.Tenant;
import dev.rollcall.scim.resource.UserView;
import dev.rollcall.scim.schema.ResourceType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The rules by which users of a provider come to organizations and roles. A change of them changes no account by itself; it
 * counts for users that the provider changes from then on, and for all once settings are applied. What cannot be used is
 * refused when it is set. Immutable and thread-safe.
 *
 * @param desk where it works
 * @param provider the id of the provider
 */
public record Mappings(Desk desk, String provider) {
    /** What is set now. */
    public MappingSettings settings() {
        return desk.look(work -> require(work).mapping());
    }

    /** Sets how users come into organizations. */
    public MappingSettings organizations(OrganizationMapping mapping) {
        return change(settings -> settings.withOrganizations(mapping));
    }

    /** Sets how users come to roles. Roles that groups gave are left to administrators if they do not any more. */
    public MappingSettings roles(RoleMapping mapping) {
        return change(settings -> settings.withRoles(mapping));
    }

    /**
     * Sets both.
     *
     * @throws AdministrationException if a rule names an organization, a role, a group or an attribute that does not exist;
     *     the message names the setting and what is allowed
     */
    public MappingSettings set(MappingSettings settings) {
        return change(before -> settings);
    }

    private MappingSettings change(UnaryOperator<MappingSettings> change) {
        return desk.act(work -> {
            Tenant tenant = work.state().tenants().lock(desk.tenant()).orElseThrow();
            Provider before = require(work);
            MappingSettings wanted = change.apply(before.mapping());
            check(work, before, wanted);
            work.state().providers().replace(before.withMapping(wanted));
            work.revise(tenant);
            if (before.mapping().roles() instanceof RoleMapping.ByGroups
                    && wanted.roles() instanceof RoleMapping.Manually) {
                leaveToAdministrators(work);
            }
            return wanted;
        });
    }

    private Provider require(Work work) {
        return work.state()
                .providers()
                .find(desk.tenant(), provider)
                .orElseThrow(() -> AdministrationException.notFound(
                        "Tenant " + desk.tenant() + " has no provider \"" + provider + "\""));
    }

    /** Roles that rules have given become roles by hand, so that later rules do not take them away. */
    private void leaveToAdministrators(Work work) {
        String after = null;
        List<Account> page;
        do {
            page = work.state().accounts().list(desk.tenant(), AccountQuery.ofProvider(provider), after, 500);
            for (Account account : page) {
                if (account.assignment().roles().containsValue(Provenance.MAPPING)) {
                    work.state().accounts().lock(desk.tenant(), account.id()).ifPresent(held -> byHand(work, held));
                }
                after = account.id();
            }
        } while (!page.isEmpty());
    }

    private static void byHand(Work work, Account held) {
        Map<String, Provenance> roles = new HashMap<>(held.assignment().roles());
        roles.replaceAll((role, from) -> from == Provenance.MAPPING ? Provenance.MANUAL : from);
        AccountWork account = AccountWork.on(work, held);
        account.assign(
                new Assignment(
                        held.assignment().organization(), held.assignment().placedBy(), roles),
                null);
        account.save();
    }

    /** Refuses settings that could not be used, as they would be set now. */
    static void check(Work work, Provider before, MappingSettings wanted) {
        Catalogue catalogue = work.rulesWith(before, wanted).catalogue();
        OrganizationMapping organizations = wanted.organizations();
        if (organizations instanceof OrganizationMapping.Single single) {
            organization(catalogue, "organizations.organization", single.organization());
        } else if (organizations instanceof OrganizationMapping.ByAttribute by) {
            attribute(work, by.attribute());
            organization(catalogue, "organizations.parent", by.parent());
            organization(catalogue, "organizations.fallback", by.fallback());
        } else if (organizations instanceof OrganizationMapping.ByGroups by) {
            for (int i = 0; i < by.rules().size(); i++) {
                OrganizationMapping.ByGroups.Rule rule = by.rules().get(i);
                boolean old = before.mapping().organizations() instanceof OrganizationMapping.ByGroups o
                        && o.rules().contains(rule);
                if (!old) {
                    group(catalogue, "organizations.rules[" + i + "].group", rule.group());
                    organization(catalogue, "organizations.rules[" + i + "].organization", rule.organization());
                }
            }
            organization(catalogue, "organizations.fallback", by.fallback());
        }
        if (wanted.roles() instanceof RoleMapping.ByGroups by) {
            for (int i = 0; i < by.rules().size(); i++) {
                RoleMapping.ByGroups.Rule rule = by.rules().get(i);
                // One that has become stale is kept with the others.
                boolean old = before.mapping().roles() instanceof RoleMapping.ByGroups o
                        && o.rules().contains(rule);
                if (!old) {
                    group(catalogue, "roles.rules[" + i + "].group", rule.group());
                    Organizations.checkRoles(work, before.tenant(), rule.roles(), "roles.rules[" + i + "].roles");
                }
            }
        }
    }

    private static void organization(Catalogue catalogue, String setting, @Nullable String id) {
        Optional<Organization> found = catalogue.organization(id);
        if (id != null && found.isEmpty()) {
            throw AdministrationException.invalid(
                    setting + " is \"" + id + "\", which is no organization of the tenant; take the id of one");
        }
        if (found.isPresent() && !found.get().active()) {
            throw AdministrationException.invalid(setting + " is \""
                    + found.get().name() + "\", which is deactivated; take an active organization, or activate it");
        }
    }

    private static void group(Catalogue catalogue, String setting, String id) {
        if (!catalogue.hasGroup(id)) {
            throw AdministrationException.invalid(
                    setting + " is \"" + id + "\", which is no group that the provider has pushed; take the id of one");
        }
    }

    private static void attribute(Work work, String path) {
        ResourceType users = work.parts().registry().resourceTypes().stream()
                .filter(type -> type.isBaseSchema(UserView.SCHEMA))
                .findFirst()
                .orElseThrow(() -> AdministrationException.refused("This server has no users"));
        try {
            UserAttribute.parse(path, users);
        } catch (ScimException e) {
            throw AdministrationException.invalid("organizations.attribute is \"" + path + "\": " + e.detail());
        }
    }
}
