package dev.rollcall.scim.provisioning.mapping;

import static dev.rollcall.scim.provisioning.mapping.Sample.CATALOGUE;
import static dev.rollcall.scim.provisioning.mapping.Sample.id;
import static dev.rollcall.scim.provisioning.mapping.Sample.member;
import static dev.rollcall.scim.provisioning.mapping.Sample.newcomer;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** How users come into organizations, and why. */
class OrganizationMappingTest {
    private static final RoleMapping MANUALLY = new RoleMapping.Manually();

    private static MappingSettings settings(OrganizationMapping mapping) {
        return new MappingSettings(mapping, MANUALLY);
    }

    private static final MappingSettings BY_DEPARTMENT =
            settings(new OrganizationMapping.ByAttribute("department", "research", "support"));

    private static final MappingSettings BY_GROUPS = settings(new OrganizationMapping.ByGroups(
            List.of(
                    new OrganizationMapping.ByGroups.Rule("gone", "sales1"),
                    new OrganizationMapping.ByGroups.Rule("g3", "old"),
                    new OrganizationMapping.ByGroups.Rule("g2", "research"),
                    new OrganizationMapping.ByGroups.Rule("g1", "support")),
            "sales1"));

    @Test
    void before_any_method_is_configured_users_go_to_the_default_organization_with_its_roles() {
        Decision decision = MappingSettings.DEFAULT.decide(newcomer("Sales"), CATALOGUE, Occasion.CREATED);
        assertThat(id(decision)).isEqualTo("hq");
        assertThat(decision.roles()).isEqualTo(Map.of("member", Provenance.DEFAULT));
        assertThat(decision.placedBy()).isEqualTo(PlacedBy.RULE);
        assertThat(decision.warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "RULE, CHANGED, support", "RULE, REACTIVATED, support", "RULE, APPLIED, research",
        "RULE, APPLIED_TO_MOVED, research", "ADMIN, CHANGED, support", "ADMIN, REACTIVATED, support",
        "ADMIN, APPLIED, support", "ADMIN, APPLIED_TO_MOVED, research"
    })
    void a_single_organization_is_for_new_users_and_moves_others_only_when_settings_are_applied(
            PlacedBy by, Occasion occasion, String expected) {
        MappingSettings settings = settings(new OrganizationMapping.Single("research"));
        assertThat(id(settings.decide(newcomer(null), CATALOGUE, Occasion.CREATED)))
                .isEqualTo("research");
        Decision decision = settings.decide(member(null, "support", by, Map.of()), CATALOGUE, occasion);
        assertThat(id(decision)).isEqualTo(expected);
        assertThat(decision.placedBy()).isEqualTo(expected.equals("support") ? by : PlacedBy.RULE);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "'  research ', research, ATTRIBUTE, none",
                "'hq \t BERLIN', hq, ATTRIBUTE, none",
                "none, support, FALLBACK_VALUE, none",
                "' ', support, FALLBACK_VALUE, none",
                "ab, support, FALLBACK_VALUE, NAME_LENGTH",
                "sales, support, FALLBACK_VALUE, NAME_AMBIGUOUS",
                "Old works, support, FALLBACK_VALUE, NAME_DEACTIVATED"
            })
    void the_value_of_an_attribute_names_the_organization(
            String department, String expected, Reason.Kind reason, Warning.Kind warning) {
        Decision decision = BY_DEPARTMENT.decide(newcomer(department), CATALOGUE, Occasion.CREATED);
        assertThat(id(decision)).isEqualTo(expected);
        assertThat(decision.reason().kind()).isEqualTo(reason);
        assertThat(decision.warnings().stream().map(Warning::kind).filter(kind -> kind != Warning.Kind.ROLE_GONE))
                .isEqualTo(warning == null ? List.of() : List.of(warning));
    }

    @Test
    void an_organization_that_does_not_exist_is_to_be_made_under_the_parent() {
        Decision decision = BY_DEPARTMENT.decide(newcomer("  Field   Force "), CATALOGUE, Occasion.CREATED);
        assertThat(decision.destination())
                .isEqualTo(new Destination.New(new OrganizationName("Field Force"), "research"));
        assertThat(decision.reason()).isEqualTo(new Reason(Reason.Kind.ATTRIBUTE, "Field Force", List.of()));
    }

    @Test
    void names_have_3_to_220_characters_however_many_units_these_take() {
        assertThat(new OrganizationName("😀😀😀").isValid()).isTrue();
        assertThat(new OrganizationName("😀😀").isValid()).isFalse();
        assertThat(new OrganizationName("😀".repeat(220)).isValid()).isTrue();
        assertThat(new OrganizationName("x".repeat(221)).isValid()).isFalse();
        assertThat(new OrganizationName("\u00a0 a\u2003b\n").text()).isEqualTo("a b");
    }

    @Test
    void the_first_rule_that_matches_wins_and_others_are_named() {
        Decision decision = BY_GROUPS.decide(newcomer(null, "g1", "g2", "g3"), CATALOGUE, Occasion.CREATED);
        assertThat(id(decision)).isEqualTo("research");
        assertThat(decision.reason()).isEqualTo(new Reason(Reason.Kind.GROUP, "g2", List.of("support")));
        assertThat(decision.warnings())
                .containsExactly(
                        new Warning(Warning.Kind.GROUP_GONE, "gone"),
                        new Warning(Warning.Kind.ORGANIZATION_UNUSABLE, "old"));
    }

    @Test
    void who_is_in_no_mapped_group_goes_to_the_fallback() {
        Decision decision = BY_GROUPS.decide(newcomer(null), CATALOGUE, Occasion.CREATED);
        assertThat(id(decision)).isEqualTo("sales1");
        assertThat(decision.reason().kind()).isEqualTo(Reason.Kind.FALLBACK_GROUP);
        assertThat(decision.warnings()).containsExactly(new Warning(Warning.Kind.GROUP_GONE, "gone"));
    }

    @ParameterizedTest
    @EnumSource(names = "CREATED", mode = EnumSource.Mode.EXCLUDE)
    void rules_by_attribute_and_by_group_undo_a_move_by_hand(Occasion occasion) {
        Subject moved = member("Research", "hq", PlacedBy.ADMIN, Map.of(), "g2");
        for (MappingSettings settings : List.of(BY_DEPARTMENT, BY_GROUPS)) {
            Decision decision = settings.decide(moved, CATALOGUE, occasion);
            assertThat(id(decision)).isEqualTo("research");
            assertThat(decision.placedBy()).isEqualTo(PlacedBy.RULE);
        }
    }

    @Test
    void a_fallback_that_is_gone_is_the_default_organization() {
        MappingSettings settings = settings(new OrganizationMapping.ByGroups(List.of(), "old"));
        Decision decision = settings.decide(newcomer(null), CATALOGUE, Occasion.CREATED);
        assertThat(id(decision)).isEqualTo("hq");
        assertThat(decision.warnings()).containsExactly(new Warning(Warning.Kind.ORGANIZATION_UNUSABLE, "old"));
    }
}
