package dev.rollcall.scim.provisioning.store.internal;

import dev.rollcall.scim.provisioning.mapping.MappingSettings;
import dev.rollcall.scim.provisioning.mapping.OrganizationMapping;
import dev.rollcall.scim.provisioning.mapping.RoleMapping;

/** The rules of a provider; each method has a word of its own. */
public final class MappingDocument {
    private MappingDocument() {}

    static void write(DocumentWriter to, MappingSettings settings) {
        to.object("organizations", inner -> organizations(inner, settings.organizations()))
                .object("roles", inner -> roles(inner, settings.roles()));
    }

    static MappingSettings read(DocumentReader from) {
        return new MappingSettings(organizations(from.object("organizations")), roles(from.object("roles")));
    }

    private static void organizations(DocumentWriter to, OrganizationMapping mapping) {
        if (mapping instanceof OrganizationMapping.Single single) {
            to.text("method", "single").text("organization", single.organization());
        } else if (mapping instanceof OrganizationMapping.ByAttribute attribute) {
            to.text("method", "attribute")
                    .text("attribute", attribute.attribute())
                    .text("parent", attribute.parent())
                    .text("fallback", attribute.fallback());
        } else if (mapping instanceof OrganizationMapping.ByGroups groups) {
            to.text("method", "groups")
                    .objects(
                            "rules",
                            groups.rules(),
                            (inner, rule) ->
                                    inner.text("group", rule.group()).text("organization", rule.organization()))
                    .text("fallback", groups.fallback());
        } else {
            throw new IllegalStateException("A method without a word: " + mapping);
        }
    }

    private static OrganizationMapping organizations(DocumentReader from) {
        String method = from.text("method");
        return switch (method) {
            case "single" -> new OrganizationMapping.Single(from.optionalText("organization"));
            case "attribute" ->
                new OrganizationMapping.ByAttribute(
                        from.text("attribute"), from.optionalText("parent"), from.text("fallback"));
            case "groups" ->
                new OrganizationMapping.ByGroups(
                        from.objects(
                                "rules",
                                rule -> new OrganizationMapping.ByGroups.Rule(
                                        rule.text("group"), rule.text("organization"))),
                        from.text("fallback"));
            default -> throw new IllegalArgumentException("No method of organizations: " + method);
        };
    }

    private static void roles(DocumentWriter to, RoleMapping mapping) {
        if (mapping instanceof RoleMapping.Manually) {
            to.text("method", "manual");
        } else if (mapping instanceof RoleMapping.ByGroups groups) {
            to.text("method", "groups")
                    .objects(
                            "rules",
                            groups.rules(),
                            (inner, rule) -> inner.text("group", rule.group()).texts("roles", rule.roles()))
                    .flag("strict", groups.strict());
        } else {
            throw new IllegalStateException("A method without a word: " + mapping);
        }
    }

    private static RoleMapping roles(DocumentReader from) {
        String method = from.text("method");
        return switch (method) {
            case "manual" -> new RoleMapping.Manually();
            case "groups" ->
                new RoleMapping.ByGroups(
                        from.objects(
                                "rules",
                                rule -> new RoleMapping.ByGroups.Rule(rule.text("group"), rule.texts("roles"))),
                        from.flag("strict"));
            default -> throw new IllegalArgumentException("No method of roles: " + method);
        };
    }
}
