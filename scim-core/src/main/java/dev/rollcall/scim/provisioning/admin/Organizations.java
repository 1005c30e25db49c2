package dev.rollcall.scim.provisioning.admin;

import dev.rollcall.scim.provisioning.Role;
import dev.rollcall.scim.provisioning.account.AccountQuery;
import dev.rollcall.scim.provisioning.engine.Work;
import dev.rollcall.scim.provisioning.mapping.Organization;
import dev.rollcall.scim.provisioning.mapping.OrganizationName;
import dev.rollcall.scim.provisioning.tenant.Tenant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The organizations of a tenant. A change of one changes no account by itself: defaults count for accounts made later, and
 * for all once settings are applied. Immutable and thread-safe.
 *
 * @param desk where it works
 */
public record Organizations(Desk desk) {
    /** All of them, in the order in which they were made. */
    public List<Organization> list() {
        return desk.look(this::all);
    }

    /** The organization of that id. */
    public Optional<Organization> find(String id) {
        return list().stream()
                .filter(organization -> organization.id().equals(id))
                .findFirst();
    }

    /** The id of the organization that is there from the start. */
    public String defaultOrganization() {
        return desk.look(
                work -> work.rules(null).catalogue().defaultOrganization().id());
    }

    /** Adds an organization at the top, without default roles. */
    public Organization add(String name) {
        return add(name, null, Set.of());
    }

    /**
     * Adds an organization.
     *
     * @param name 3 to 220 characters; another one may have it too, but then no attribute can name either
     * @param parent the id of the organization above it; null for the top
     * @param defaultRoles the ids of roles that accounts have to begin with
     * @throws AdministrationException if a value is not allowed, or the host keeps its organizations itself
     */
    public Organization add(String name, @Nullable String parent, Set<String> defaultRoles) {
        return change(work -> {
            Organization made = new Organization(
                    work.parts().ids().get(), checked(name), checkedParent(work, null, parent), defaultRoles, true);
            checkRoles(work, defaultRoles);
            work.state().organizations().insert(desk.tenant(), made);
            return made;
        });
    }

    /** Calls it otherwise. */
    public Organization rename(String id, String name) {
        String checked = checked(name);
        return replace(id, (work, o) -> new Organization(o.id(), checked, o.parent(), o.defaultRoles(), o.active()));
    }

    /** Puts it under another one; null for the top. */
    public Organization move(String id, @Nullable String parent) {
        return replace(
                id,
                (work, o) -> new Organization(
                        o.id(), o.name(), checkedParent(work, o.id(), parent), o.defaultRoles(), o.active()));
    }

    /** Says which roles accounts in it begin with. */
    public Organization defaultRoles(String id, Set<String> roles) {
        return replace(id, (work, o) -> {
            checkRoles(work, roles);
            return new Organization(o.id(), o.name(), o.parent(), roles, o.active());
        });
    }

    /** Lets no rule put accounts into it any more; those in it stay. */
    public Organization deactivate(String id) {
        return replace(id, (work, o) -> {
            if (work.rules(null).catalogue().defaultOrganization().id().equals(id)) {
                throw AdministrationException.refused("The default organization cannot be deactivated");
            }
            return new Organization(o.id(), o.name(), o.parent(), o.defaultRoles(), false);
        });
    }

    /** Takes that back. */
    public Organization activate(String id) {
        return replace(id, (work, o) -> new Organization(o.id(), o.name(), o.parent(), o.defaultRoles(), true));
    }

    /**
     * Removes it. Rules that name it are stale from then on.
     *
     * @throws AdministrationException if it is the default one, or accounts or other organizations are in it
     */
    public void delete(String id) {
        change(work -> {
            require(work, id);
            if (work.rules(null).catalogue().defaultOrganization().id().equals(id)) {
                throw AdministrationException.refused("The default organization cannot be deleted");
            }
            long accounts = work.state().accounts().count(desk.tenant(), AccountQuery.ALL.inOrganization(id));
            boolean parent = all(work).stream().anyMatch(o -> id.equals(o.parent()));
            if (accounts > 0 || parent) {
                throw AdministrationException.refused("Organization " + id + " has " + accounts + " accounts"
                        + (parent ? " and organizations" : "") + " in it; move them first, or deactivate it");
            }
            work.state().organizations().delete(desk.tenant(), id);
            return id;
        });
    }

    private interface Replacement {
        Organization of(Work work, Organization before);
    }

    private Organization replace(String id, Replacement replacement) {
        return change(work -> {
            Organization after = replacement.of(work, require(work, id));
            work.state().organizations().replace(desk.tenant(), after);
            return after;
        });
    }

    private <T> T change(java.util.function.Function<Work, T> change) {
        return desk.act(work -> {
            if (work.parts().organizations() != null) {
                throw AdministrationException.refused("The host application keeps its organizations itself");
            }
            Tenant tenant = work.state().tenants().lock(desk.tenant()).orElseThrow();
            T result = change.apply(work);
            work.revise(tenant);
            return result;
        });
    }

    private List<Organization> all(Work work) {
        return work.parts().organizations() == null
                ? work.state().organizations().list(desk.tenant())
                : work.parts().organizations().organizations(desk.tenant());
    }

    private Organization require(Work work, String id) {
        return all(work).stream()
                .filter(organization -> organization.id().equals(id))
                .findFirst()
                .orElseThrow(() -> AdministrationException.notFound("There is no organization \"" + id + "\""));
    }

    private static String checked(String name) {
        OrganizationName folded = new OrganizationName(name);
        if (!folded.isValid()) {
            throw AdministrationException.invalid("The name of an organization has " + OrganizationName.SHORTEST
                    + " to " + OrganizationName.LONGEST + " characters, not \"" + name + "\"");
        }
        return folded.text();
    }

    /** No organization is above itself. */
    private @Nullable String checkedParent(Work work, @Nullable String self, @Nullable String parent) {
        UnaryOperator<@Nullable String> above =
                id -> require(work, String.valueOf(id)).parent();
        for (String id = parent; id != null; id = above.apply(id)) {
            if (id.equals(self)) {
                throw AdministrationException.invalid("Organization " + self + " cannot be below itself");
            }
        }
        return parent;
    }

    private void checkRoles(Work work, Set<String> wanted) {
        checkRoles(work, desk.tenant(), wanted, "defaultRoles");
    }

    /** Refuses roles that the host does not have, and says which it has. */
    static void checkRoles(Work work, String tenant, Set<String> wanted, String setting) {
        Set<String> known = work.parts().roles().roles(tenant).stream()
                .map(Role::id)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> unknown = new TreeSet<>(wanted);
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw AdministrationException.invalid(setting + " names roles that do not exist: "
                    + String.join(", ", unknown) + "; there are " + String.join(", ", known));
        }
    }
}
