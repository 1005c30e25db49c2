package dev.rollcall.scim.provisioning.mapping;

import static dev.rollcall.scim.provisioning.mapping.Sample.CATALOGUE;
import static dev.rollcall.scim.provisioning.mapping.Sample.member;
import static dev.rollcall.scim.provisioning.mapping.Sample.newcomer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** How users come to roles, and which of them provisioning touches. */
class RoleMappingTest {
    private static final RoleMapping.ByGroups BY_GROUPS = new RoleMapping.ByGroups(
            List.of(
                    new RoleMapping.ByGroups.Rule("g1", Set.of("admin")),
                    new RoleMapping.ByGroups.Rule("g2", Set.of("admin", "reader", "vanished")),
                    new RoleMapping.ByGroups.Rule("gone", Set.of("reader"))),
            false);

    private static MappingSettings in(String organization, RoleMapping roles) {
        return new MappingSettings(new OrganizationMapping.ByGroups(List.of(), organization), roles);
    }

    private static Map<String, Provenance> roles(MappingSettings settings, Subject subject, Occasion occasion) {
        return settings.decide(subject, CATALOGUE, occasion).roles();
    }

    private static Map<String, Provenance> by(Provenance from, String... roles) {
        return List.of(roles).stream().collect(Collectors.toMap(role -> role, role -> from));
    }

    @Test
    void by_hand_a_new_account_gets_the_defaults_once_and_later_nothing() {
        MappingSettings settings = in("research", new RoleMapping.Manually());
        assertThat(roles(settings, newcomer(null), Occasion.CREATED))
                .isEqualTo(by(Provenance.DEFAULT, "member", "reader"));
        Subject bare = member(null, "hq", PlacedBy.RULE, Map.of(), "g1");
        for (Occasion occasion : List.of(Occasion.CHANGED, Occasion.REACTIVATED, Occasion.APPLIED)) {
            assertThat(roles(settings, bare, occasion)).isEmpty();
        }
    }

    @Test
    void by_hand_what_rules_had_given_belongs_to_administrators() {
        Subject mapped = member(null, "hq", PlacedBy.RULE, by(Provenance.MAPPING, "admin"));
        assertThat(roles(in("hq", new RoleMapping.Manually()), mapped, Occasion.CHANGED))
                .isEqualTo(by(Provenance.MANUAL, "admin"));
    }

    @Test
    void mapped_roles_are_the_union_over_the_groups_instead_of_the_defaults() {
        Decision decision =
                in("research", BY_GROUPS).decide(newcomer(null, "g1", "g2", "g3"), CATALOGUE, Occasion.CREATED);
        assertThat(decision.roles()).isEqualTo(by(Provenance.MAPPING, "admin", "reader"));
        assertThat(decision.grantedBy()).isEqualTo(Map.of("admin", Set.of("g1", "g2"), "reader", Set.of("g2")));
        assertThat(decision.warnings())
                .containsExactly(
                        new Warning(Warning.Kind.ROLE_GONE, "vanished"), new Warning(Warning.Kind.GROUP_GONE, "gone"));
    }

    @Test
    void without_a_mapped_group_there_are_the_defaults_that_still_exist() {
        assertThat(roles(in("support", BY_GROUPS), newcomer(null, "g3"), Occasion.CREATED))
                .isEqualTo(by(Provenance.DEFAULT, "member"));
    }

    @Test
    void who_joins_a_mapped_group_loses_the_defaults_and_who_leaves_the_last_gets_those_of_today() {
        Subject joined = member(null, "hq", PlacedBy.RULE, by(Provenance.DEFAULT, "member"), "g1");
        assertThat(roles(in("hq", BY_GROUPS), joined, Occasion.CHANGED)).isEqualTo(by(Provenance.MAPPING, "admin"));
        Subject left = member(null, "hq", PlacedBy.RULE, by(Provenance.MAPPING, "admin"));
        assertThat(roles(in("hq", BY_GROUPS), left, Occasion.CHANGED)).isEqualTo(by(Provenance.DEFAULT, "member"));
    }

    @Test
    void changed_defaults_wait_until_settings_are_applied_or_the_account_moves() {
        Subject old = member(null, "hq", PlacedBy.RULE, by(Provenance.DEFAULT, "reader"));
        assertThat(roles(in("hq", BY_GROUPS), old, Occasion.CHANGED)).isEqualTo(by(Provenance.DEFAULT, "reader"));
        assertThat(roles(in("hq", BY_GROUPS), old, Occasion.APPLIED)).isEqualTo(by(Provenance.DEFAULT, "member"));
        assertThat(roles(in("research", BY_GROUPS), old, Occasion.CHANGED))
                .isEqualTo(by(Provenance.DEFAULT, "member", "reader"));
    }

    @Test
    void who_has_only_roles_by_hand_gets_no_defaults_by_moving() {
        Subject byHand = member(null, "hq", PlacedBy.RULE, by(Provenance.MANUAL, "admin"));
        assertThat(roles(in("research", BY_GROUPS), byHand, Occasion.CHANGED))
                .isEqualTo(by(Provenance.MANUAL, "admin"));
    }

    @Test
    void roles_given_by_hand_stay_unless_the_mapping_is_strict() {
        Subject byHand = member(null, "hq", PlacedBy.RULE, by(Provenance.MANUAL, "admin", "member"), "g2");
        assertThat(roles(in("hq", BY_GROUPS), byHand, Occasion.CHANGED))
                .isEqualTo(
                        Map.of("admin", Provenance.MANUAL, "member", Provenance.MANUAL, "reader", Provenance.MAPPING));
        RoleMapping strict = new RoleMapping.ByGroups(BY_GROUPS.rules(), true);
        assertThat(roles(in("hq", strict), byHand, Occasion.CHANGED))
                .isEqualTo(by(Provenance.MAPPING, "admin", "reader"));
    }

    @Test
    void a_group_has_one_entry_and_at_least_one_role() {
        RoleMapping.ByGroups.Rule rule = new RoleMapping.ByGroups.Rule("g1", Set.of("admin"));
        assertThatThrownBy(() -> new RoleMapping.ByGroups(List.of(rule, rule), false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("g1");
        assertThatThrownBy(() -> new RoleMapping.ByGroups.Rule("g1", Set.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("g1");
    }
}
