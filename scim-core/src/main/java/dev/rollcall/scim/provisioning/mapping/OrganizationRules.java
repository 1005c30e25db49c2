package dev.rollcall.scim.provisioning.mapping;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.resource.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides on the organization. */
final class OrganizationRules {
    private final Catalogue catalogue;
    private final List<Warning> warnings;

    OrganizationRules(Catalogue catalogue, List<Warning> warnings) {
        this.catalogue = catalogue;
        this.warnings = warnings;
    }

    /** Where an account goes, and why. */
    record Choice(Destination destination, PlacedBy placedBy, Reason reason) {}

    Choice decide(Subject subject, OrganizationMapping mapping, Occasion occasion) {
        if (mapping instanceof OrganizationMapping.Single single) {
            return single(single, subject.current(), occasion);
        }
        return mapping instanceof OrganizationMapping.ByAttribute attribute
                ? byAttribute(attribute, subject)
                : byGroups((OrganizationMapping.ByGroups) mapping, subject);
    }

    private Choice single(OrganizationMapping.Single single, @Nullable Assignment current, Occasion occasion) {
        boolean moved = current != null && current.placedBy() == PlacedBy.ADMIN;
        boolean asked =
                current == null || occasion == Occasion.APPLIED_TO_MOVED || occasion == Occasion.APPLIED && !moved;
        Optional<Organization> present =
                current == null ? Optional.empty() : catalogue.organization(current.organization());
        if (!asked && present.isPresent()) {
            return new Choice(
                    new Destination.Existing(present.get()),
                    Objects.requireNonNull(current).placedBy(),
                    Reason.of(Reason.Kind.UNCHANGED));
        }
        Organization chosen = single.organization() == null
                ? catalogue.defaultOrganization()
                : usableOrDefault(single.organization());
        return byRule(new Destination.Existing(chosen), Reason.of(Reason.Kind.SINGLE));
    }

    private Choice byAttribute(OrganizationMapping.ByAttribute mapping, Subject subject) {
        String value = value(mapping.attribute(), subject.user());
        OrganizationName name = new OrganizationName(value);
        Optional<Destination> found = name.text().isEmpty() ? Optional.empty() : named(name, mapping.parent());
        return found.map(destination -> byRule(destination, new Reason(Reason.Kind.ATTRIBUTE, name.text(), List.of())))
                .orElseGet(() -> byRule(
                        new Destination.Existing(usableOrDefault(mapping.fallback())),
                        new Reason(Reason.Kind.FALLBACK_VALUE, name.text(), List.of())));
    }

    /** A path that the schemas have no longer leads to nothing; it was right when it was set. */
    private String value(String attribute, Resource user) {
        try {
            return UserAttribute.parse(attribute, user.type()).of(user).orElse("");
        } catch (ScimException e) {
            warnings.add(new Warning(Warning.Kind.ATTRIBUTE_GONE, attribute));
            return "";
        }
    }

    private Optional<Destination> named(OrganizationName name, @Nullable String parent) {
        if (!name.isValid()) {
            return unusable(Warning.Kind.NAME_LENGTH, name);
        }
        List<Organization> named = catalogue.named(name);
        List<Organization> active = named.stream().filter(Organization::active).toList();
        if (active.size() > 1) {
            return unusable(Warning.Kind.NAME_AMBIGUOUS, name);
        }
        if (active.isEmpty() && !named.isEmpty()) {
            return unusable(Warning.Kind.NAME_DEACTIVATED, name);
        }
        return Optional.of(
                active.isEmpty()
                        ? new Destination.New(
                                name,
                                catalogue.usable(parent).map(Organization::id).orElse(null))
                        : new Destination.Existing(active.get(0)));
    }

    private Optional<Destination> unusable(Warning.Kind kind, OrganizationName name) {
        warnings.add(new Warning(kind, name.text()));
        return Optional.empty();
    }

    private Choice byGroups(OrganizationMapping.ByGroups mapping, Subject subject) {
        List<OrganizationMapping.ByGroups.Rule> matching = new ArrayList<>();
        for (OrganizationMapping.ByGroups.Rule rule : mapping.rules()) {
            if (!catalogue.hasGroup(rule.group())) {
                warnings.add(new Warning(Warning.Kind.GROUP_GONE, rule.group()));
            } else if (subject.groups().contains(rule.group())) {
                if (catalogue.usable(rule.organization()).isPresent()) {
                    matching.add(rule);
                } else {
                    warnings.add(new Warning(Warning.Kind.ORGANIZATION_UNUSABLE, rule.organization()));
                }
            }
        }
        if (matching.isEmpty()) {
            return byRule(
                    new Destination.Existing(usableOrDefault(mapping.fallback())),
                    Reason.of(Reason.Kind.FALLBACK_GROUP));
        }
        OrganizationMapping.ByGroups.Rule first = matching.get(0);
        List<String> others = matching.stream()
                .skip(1)
                .map(OrganizationMapping.ByGroups.Rule::organization)
                .toList();
        return byRule(
                new Destination.Existing(catalogue.usable(first.organization()).orElseThrow()),
                new Reason(Reason.Kind.GROUP, first.group(), others));
    }

    private Organization usableOrDefault(String id) {
        return catalogue.usable(id).orElseGet(() -> {
            warnings.add(new Warning(Warning.Kind.ORGANIZATION_UNUSABLE, id));
            return catalogue.defaultOrganization();
        });
    }

    private static Choice byRule(Destination destination, Reason reason) {
        return new Choice(destination, PlacedBy.RULE, reason);
    }
}
