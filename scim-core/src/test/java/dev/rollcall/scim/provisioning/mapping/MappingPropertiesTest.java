package dev.rollcall.scim.provisioning.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.testing.Generator;
import dev.rollcall.scim.testing.Property;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What holds of every decision, whatever the settings. */
class MappingPropertiesTest {
    private static final List<String> GROUPS = List.of("g1", "g2", "g3", "gone");
    private static final List<String> ROLES = List.of("admin", "member", "reader", "vanished");
    private static final List<String> ORGANIZATIONS =
            List.of("hq", "research", "sales1", "sales2", "old", "support", "nowhere");

    private static MappingSettings settings(Generator g) {
        OrganizationMapping organizations = g.<OrganizationMapping>either(
                () -> OrganizationMapping.DEFAULT,
                () -> new OrganizationMapping.Single(g.pick(ORGANIZATIONS)),
                () -> new OrganizationMapping.ByAttribute(
                        "department", g.bool() ? null : g.pick(ORGANIZATIONS), g.pick(ORGANIZATIONS)),
                () -> new OrganizationMapping.ByGroups(
                        g.list(
                                0,
                                4,
                                () -> new OrganizationMapping.ByGroups.Rule(g.pick(GROUPS), g.pick(ORGANIZATIONS))),
                        g.pick(ORGANIZATIONS)));
        return new MappingSettings(organizations, g.oneIn(3) ? new RoleMapping.Manually() : byGroups(g, g.oneIn(3)));
    }

    private static RoleMapping.ByGroups byGroups(Generator g, boolean strict) {
        Map<String, RoleMapping.ByGroups.Rule> rules = new LinkedHashMap<>();
        g.list(0, 4, () -> g.pick(GROUPS))
                .forEach(group -> rules.put(
                        group, new RoleMapping.ByGroups.Rule(group, Set.copyOf(g.list(1, 3, () -> g.pick(ROLES))))));
        return new RoleMapping.ByGroups(List.copyOf(rules.values()), strict);
    }

    private static Subject subject(Generator g) {
        String department =
                g.pick("Research", "sales", "Old Works", "ab", " hq  berlin", "Field Force", "Ünter Grund", "");
        Map<String, Provenance> roles = new HashMap<>();
        g.list(0, 3, () -> g.pick(ROLES)).forEach(role -> roles.put(role, g.pick(List.of(Provenance.values()))));
        // Nobody stands in an organization that is nowhere.
        String organization = g.pick(ORGANIZATIONS.subList(0, ORGANIZATIONS.size() - 1));
        Assignment current =
                g.oneIn(4) ? null : new Assignment(organization, g.pick(List.of(PlacedBy.values())), roles);
        Set<String> groups = new HashSet<>(g.list(0, 3, () -> g.pick("g1", "g2", "g3")));
        return new Subject(Sample.user(department.isEmpty() ? null : department), groups, current);
    }

    private static Occasion occasion(Generator g, @Nullable Assignment current) {
        return current == null
                ? Occasion.CREATED
                : g.pick(List.of(Occasion.values()).subList(1, 5));
    }

    @Test
    void deciding_again_for_what_was_decided_changes_nothing() {
        Property.check("applying twice is applying once", g -> {
            MappingSettings settings = g.show("settings", settings(g));
            Subject subject = g.show("subject", subject(g));
            Occasion occasion = g.show("occasion", occasion(g, subject.current()));
            Decision decision = settings.decide(subject, Sample.CATALOGUE, occasion);
            Catalogue then = made(decision);
            Assignment assignment = assignment(decision);
            Occasion again = occasion == Occasion.CREATED ? Occasion.CHANGED : occasion;
            Decision second = settings.decide(new Subject(subject.user(), subject.groups(), assignment), then, again);
            assertThat(second.changesNothing(assignment)).as(second.toString()).isTrue();
        });
    }

    private static Assignment assignment(Decision decision) {
        String organization = decision.destination() instanceof Destination.Existing existing
                ? existing.organization().id()
                : "made";
        return new Assignment(organization, decision.placedBy(), decision.roles());
    }

    /** The catalogue when an organization that is to be made has been made. */
    private static Catalogue made(Decision decision) {
        List<Organization> organizations = ORGANIZATIONS.stream()
                .flatMap(id -> Sample.CATALOGUE.organization(id).stream())
                .collect(Collectors.toCollection(ArrayList::new));
        if (decision.destination() instanceof Destination.New made) {
            organizations.add(new Organization("made", made.name().text(), made.parent(), Set.of(), true));
        }
        return new Catalogue(organizations, "hq", Set.of("admin", "member", "reader"), Set.of("g1", "g2", "g3"));
    }

    @Test
    void roles_given_by_hand_never_change_unless_the_mapping_is_strict() {
        Property.check("manual stays", g -> {
            MappingSettings settings = g.show("settings", settings(g));
            Subject subject = g.show("subject", subject(g));
            boolean strict = settings.roles() instanceof RoleMapping.ByGroups groups && groups.strict();
            if (subject.current() != null && !strict) {
                Decision decision = settings.decide(subject, Sample.CATALOGUE, occasion(g, subject.current()));
                subject.current().roles().forEach((role, from) -> {
                    if (from == Provenance.MANUAL) {
                        assertThat(decision.roles()).containsEntry(role, Provenance.MANUAL);
                    }
                });
            }
        });
    }

    @Test
    void the_order_of_role_rules_does_not_matter() {
        Property.check("roles are a union", g -> {
            RoleMapping.ByGroups rules = byGroups(g, g.bool());
            List<RoleMapping.ByGroups.Rule> shuffled = new ArrayList<>(rules.rules());
            Collections.shuffle(shuffled, new Random(g.anyLong()));
            Subject subject = g.show("subject", subject(g));
            Occasion occasion = occasion(g, subject.current());
            OrganizationMapping organizations = settings(g).organizations();
            Decision one = new MappingSettings(organizations, rules).decide(subject, Sample.CATALOGUE, occasion);
            Decision other = new MappingSettings(organizations, new RoleMapping.ByGroups(shuffled, rules.strict()))
                    .decide(subject, Sample.CATALOGUE, occasion);
            assertThat(other.roles()).isEqualTo(one.roles());
            assertThat(other.grantedBy()).isEqualTo(one.grantedBy());
            assertThat(other.destination()).isEqualTo(one.destination());
        });
    }

    @Test
    void nobody_is_moved_into_what_cannot_be_used_or_given_a_role_that_is_gone() {
        Property.check("decisions can be carried out", g -> {
            Subject subject = g.show("subject", subject(g));
            Decision decision =
                    g.show("settings", settings(g)).decide(subject, Sample.CATALOGUE, occasion(g, subject.current()));
            Assignment current = subject.current();
            if (decision.destination() instanceof Destination.Existing existing) {
                Organization organization = existing.organization();
                assertThat(organization.active()
                                || current != null && current.organization().equals(organization.id()))
                        .isTrue();
            }
            decision.roles().forEach((role, from) -> {
                boolean hadIt = current != null && current.roles().containsKey(role);
                assertThat(hadIt || Sample.CATALOGUE.hasRole(role)).as(role).isTrue();
            });
        });
    }
}
