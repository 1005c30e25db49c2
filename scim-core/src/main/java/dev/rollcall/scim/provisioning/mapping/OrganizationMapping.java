package dev.rollcall.scim.provisioning.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a provider's users come into organizations; one of four methods, or none yet. Immutable and thread-safe. */
public sealed interface OrganizationMapping {
    /** New users go into that organization. */
    static OrganizationMapping single(String organization) {
        return new Single(organization);
    }

    /** The organization's name is the value of an attribute. */
    static Start byAttribute(String path) {
        return fallback -> new ByAttribute(path, null, fallback);
    }

    /** The first group that a user is in decides. */
    static Start byGroups(ByGroups.Rule... rules) {
        return fallback -> new ByGroups(List.of(rules), fallback);
    }

    /** A mapping that still needs the organization for users whom no rule places. */
    @FunctionalInterface
    interface Start {
        /** With the id of that organization. */
        OrganizationMapping fallback(String organization);
    }

    /** No method is configured: new users go into the default organization. */
    OrganizationMapping DEFAULT = new Single(null);

    /**
     * New users go into one organization. Nobody is moved later, but when settings are applied.
     *
     * @param organization its id; null for the default one
     */
    record Single(@Nullable String organization) implements OrganizationMapping {}

    /**
     * The value of an attribute is the name of the organization; one that does not exist is made.
     *
     * @param attribute where the value is, as {@link UserAttribute#parse} reads it
     * @param parent the id of the organization that new ones are made under; null for the top
     * @param fallback the id of the organization for users without a usable value
     */
    record ByAttribute(String attribute, @Nullable String parent, String fallback) implements OrganizationMapping {}

    /**
     * The first rule whose group the user is in.
     *
     * @param rules in their order
     * @param fallback the id of the organization for users in no mapped group
     */
    record ByGroups(List<Rule> rules, String fallback) implements OrganizationMapping {
        /** Copies the list. */
        public ByGroups {
            rules = List.copyOf(rules);
        }

        /** The members of a group, direct and nested, belong to an organization. */
        public record Rule(String group, String organization) {}
    }
}
