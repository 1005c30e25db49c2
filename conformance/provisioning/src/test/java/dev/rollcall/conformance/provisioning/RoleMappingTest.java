package dev.rollcall.conformance.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.scim.provisioning.account.AccountQuery;
import dev.rollcall.scim.provisioning.admin.AdministrationException;
import dev.rollcall.scim.provisioning.admin.Groups;
import dev.rollcall.scim.provisioning.admin.Mappings;
import dev.rollcall.scim.provisioning.event.EventType;
import dev.rollcall.scim.provisioning.log.SyncLogEvent;
import dev.rollcall.scim.provisioning.mapping.Organization;
import dev.rollcall.scim.provisioning.mapping.OrganizationMapping;
import dev.rollcall.scim.provisioning.mapping.Provenance;
import dev.rollcall.scim.provisioning.mapping.RoleMapping;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Section 4: how users come to roles. */
class RoleMappingTest extends SentenceTest {
    private static RoleMapping.ByGroups.Rule rule(String group, String... roles) {
        return new RoleMapping.ByGroups.Rule(group, Set.of(roles));
    }

    private static Customer withDefaults(Host host, String... roles) {
        Customer acme = Customer.of(host);
        String home = acme.rollcall.organizations(acme.tenant).defaultOrganization();
        acme.rollcall.organizations(acme.tenant).defaultRoles(home, Set.of(roles));
        return acme;
    }

    private static Mappings mappings(Customer acme) {
        return acme.rollcall.mappings(acme.tenant, acme.providerId());
    }

    static String leave(String user) {
        return "{'op':'remove','path':'members[value eq \\'" + user + "\\']'}".replace("\\'", "\\\"");
    }

    static String join(String user) {
        return "{'op':'add','path':'members','value':[{'value':'" + user + "'}]}";
    }

    @Test
    @Tag("P-4.1")
    void by_hand_a_new_account_has_the_defaults_once_and_provisioning_leaves_roles_alone() {
        Customer acme = withDefaults(host, "member");
        Organization other = acme.organization("Elsewhere", "auditor");
        String id = acme.scim.user("a@example.com");
        assertThat(acme.roles(id)).isEqualTo(Map.of("member", Provenance.DEFAULT));
        String account = acme.account(id).id();
        acme.rollcall.accounts(acme.tenant).takeRole(account, "member");
        acme.rollcall.accounts(acme.tenant).giveRole(account, "reader");
        acme.rollcall.accounts(acme.tenant).move(account, other.id());
        acme.scim.patch("/Users/" + id, "{'op':'replace','path':'title','value':'Chief'}");
        acme.scim.group("Everybody", id);
        acme.apply();
        assertThat(acme.roles(id)).isEqualTo(Map.of("reader", Provenance.MANUAL));
    }

    @Test
    @Tag("P-4.1")
    void switching_to_by_hand_leaves_what_groups_gave_to_administrators() {
        Customer acme = withDefaults(host, "member");
        String id = acme.scim.user("a@example.com");
        String group = acme.scim.group("Admins", id);
        mappings(acme).roles(RoleMapping.byGroups(rule(group, "admin")));
        acme.apply();
        assertThat(acme.roles(id)).isEqualTo(Map.of("admin", Provenance.MAPPING));
        mappings(acme).roles(RoleMapping.manually());
        assertThat(acme.roles(id)).isEqualTo(Map.of("admin", Provenance.MANUAL));
        mappings(acme).roles(RoleMapping.byGroups(rule(acme.scim.group("None"), "reader")));
        acme.apply();
        assertThat(acme.rolesOf(id)).contains("admin");
    }

    @Test
    @Tag("P-4.2")
    void a_group_has_one_entry_and_only_unmapped_groups_are_offered() {
        Customer acme = Customer.of(host);
        Groups groups = acme.rollcall.groups(acme.tenant);
        assertThat(groups.offeredForRoles(acme.providerId()).message()).isEqualTo("There are no SCIM groups available");
        String group = acme.scim.group("Admins");
        assertThat(groups.offeredForRoles(acme.providerId()).groups())
                .extracting(Groups.Group::displayName)
                .containsExactly("Admins");
        mappings(acme).roles(RoleMapping.byGroups(rule(group, "admin", "auditor")));
        assertThat(groups.offeredForRoles(acme.providerId()).message()).isEqualTo("All SCIM groups are mapped");
        assertThatThrownBy(() -> RoleMapping.byGroups(rule(group, "admin"), rule(group, "reader")))
                .hasMessageContaining("mapped twice");
    }

    @Test
    @Tag("P-4.3")
    void mapped_roles_are_the_union_over_direct_and_nested_groups_and_come_instead_of_the_defaults() {
        Customer acme = withDefaults(host, "member");
        String direct = acme.scim.user("direct@example.com");
        String nested = acme.scim.user("nested@example.com");
        String none = acme.scim.user("none@example.com");
        String inner = acme.scim.group("Inner", nested, direct);
        String outer = acme.scim.group("Outer", inner);
        mappings(acme).roles(RoleMapping.byGroups(rule(outer, "admin"), rule(inner, "auditor")));
        acme.apply();
        assertThat(acme.rolesOf(nested)).containsExactlyInAnyOrder("admin", "auditor");
        assertThat(acme.rolesOf(direct)).containsExactlyInAnyOrder("admin", "auditor");
        assertThat(acme.roles(none)).isEqualTo(Map.of("member", Provenance.DEFAULT));
        acme.scim.patch("/Groups/" + outer, leave(inner));
        assertThat(acme.rolesOf(nested)).containsExactly("auditor");
    }

    @Test
    @Tag("P-4.4")
    void roles_that_were_given_by_hand_stay_unless_rules_are_strict() {
        Customer acme = Customer.of(host);
        String id = acme.scim.user("a@example.com");
        String group = acme.scim.group("Admins", id);
        acme.rollcall.accounts(acme.tenant).giveRole(acme.account(id).id(), "reader");
        mappings(acme).roles(RoleMapping.byGroups(rule(group, "admin")));
        acme.apply();
        assertThat(acme.roles(id)).isEqualTo(Map.of("admin", Provenance.MAPPING, "reader", Provenance.MANUAL));
        mappings(acme).roles(new RoleMapping.ByGroups(List.of(rule(group, "admin")), true));
        acme.apply();
        assertThat(acme.rolesOf(id)).containsExactly("admin");
    }

    @Test
    @Tag("P-4.5")
    void losing_the_last_mapped_group_gives_the_defaults_of_today_back() {
        Customer acme = withDefaults(host, "member");
        String home = acme.rollcall.organizations(acme.tenant).defaultOrganization();
        String id = acme.scim.user("a@example.com");
        String group = acme.scim.group("Admins");
        mappings(acme).roles(RoleMapping.byGroups(rule(group, "admin")));
        acme.scim.patch("/Groups/" + group, join(id));
        assertThat(acme.rolesOf(id)).containsExactly("admin");
        acme.rollcall.organizations(acme.tenant).defaultRoles(home, Set.of("reader"));
        acme.scim.patch("/Groups/" + group, leave(id));
        assertThat(acme.roles(id)).isEqualTo(Map.of("reader", Provenance.DEFAULT));
        assertThat(acme.heard()).contains(EventType.ACCOUNT_ROLES_CHANGED);
    }

    @Test
    @Tag("P-4.5")
    void changed_defaults_are_for_users_made_afterwards_until_settings_are_applied() {
        Customer acme = withDefaults(host, "member");
        String home = acme.rollcall.organizations(acme.tenant).defaultOrganization();
        mappings(acme).roles(RoleMapping.byGroups(rule(acme.scim.group("None"), "admin")));
        String before = acme.scim.user("a@example.com");
        acme.rollcall.organizations(acme.tenant).defaultRoles(home, Set.of("reader"));
        String after = acme.scim.user("b@example.com");
        acme.scim.patch("/Users/" + before, "{'op':'replace','path':'title','value':'Chief'}");
        assertThat(acme.rolesOf(before)).containsExactly("member");
        assertThat(acme.rolesOf(after)).containsExactly("reader");
        acme.apply();
        assertThat(acme.rolesOf(before)).containsExactly("reader");
    }

    @Test
    @Tag("P-4.6")
    void a_rule_for_a_group_that_is_gone_is_kept_skipped_and_logged() {
        Customer acme = Customer.of(host);
        String id = acme.scim.user("a@example.com");
        String gone = acme.scim.group("Gone soon", id);
        String stays = acme.scim.group("Stays", id);
        mappings(acme).roles(RoleMapping.byGroups(rule(gone, "admin"), rule(stays, "reader")));
        acme.apply();
        acme.scim.delete("/Groups/" + gone);
        assertThat(acme.rolesOf(id)).containsExactly("reader");
        assertThat(mappings(acme).settings().groups()).contains(gone);
        assertThat(acme.last(SyncLogEvent.GROUP_DELETED).message()).contains("stale");
        assertThat(acme.scim
                        .patch("/Users/" + id, "{'op':'replace','path':'title','value':'Chief'}")
                        .status())
                .isEqualTo(200);
        assertThat(acme.last(SyncLogEvent.WARNING).message()).contains(gone);
    }

    @Test
    @Tag("P-4.6")
    void a_renamed_group_keeps_its_rules() {
        Customer acme = Customer.of(host);
        String id = acme.scim.user("a@example.com");
        String group = acme.scim.group("Admins", id);
        mappings(acme).roles(RoleMapping.byGroups(rule(group, "admin")));
        acme.scim.patch("/Groups/" + group, "{'op':'replace','path':'displayName','value':'Rulers'}");
        acme.apply();
        assertThat(acme.rolesOf(id)).containsExactly("admin");
    }

    @Test
    @Tag("P-4.6")
    void what_cannot_be_used_is_refused_when_it_is_set() {
        Customer acme = Customer.of(host);
        String group = acme.scim.group("Admins");
        assertThatThrownBy(() -> mappings(acme).roles(RoleMapping.byGroups(rule(group, "emperor"))))
                .isInstanceOf(AdministrationException.class)
                .hasMessageContaining("roles.rules[0].roles")
                .hasMessageContaining("emperor")
                .hasMessageContaining("auditor");
        assertThatThrownBy(() -> mappings(acme).roles(RoleMapping.byGroups(rule("nothing", "admin"))))
                .isInstanceOf(AdministrationException.class)
                .hasMessageContaining("roles.rules[0].group");
        assertThatThrownBy(() -> mappings(acme).organizations(OrganizationMapping.single("nowhere")))
                .isInstanceOf(AdministrationException.class)
                .hasMessageContaining("organizations.organization");
    }

    @Test
    @Tag("P-9.2")
    void a_user_who_joins_two_mapped_groups_at_the_same_time_has_the_roles_of_both() throws InterruptedException {
        Customer acme = Customer.of(host);
        String id = acme.scim.user("a@example.com");
        String g1 = acme.scim.group("One");
        String g2 = acme.scim.group("Two");
        mappings(acme).roles(RoleMapping.byGroups(rule(g1, "admin"), rule(g2, "reader")));
        for (int round = 0; round < 5; round++) {
            Together.run(
                    2,
                    i -> assertThat(acme.scim
                                    .patch("/Groups/" + (i == 0 ? g1 : g2), join(id))
                                    .status())
                            .isEqualTo(200));
            assertThat(acme.rolesOf(id)).containsExactlyInAnyOrder("admin", "reader");
            acme.scim.patch("/Groups/" + g1, leave(id));
            acme.scim.patch("/Groups/" + g2, leave(id));
            assertThat(acme.rolesOf(id)).isEmpty();
        }
    }

    @Test
    @Tag("P-9.3")
    void more_than_a_thousand_touched_accounts_are_left_to_a_job_of_the_same_transaction() {
        Customer acme = Customer.of(
                host, s -> s.with(to -> to.requestRate(dev.rollcall.scim.provisioning.provider.RequestRate.UNLIMITED)));
        String group = acme.scim.group("Everybody");
        mappings(acme).roles(RoleMapping.byGroups(rule(group, "reader")));
        StringBuilder members = new StringBuilder();
        for (int i = 0; i < 1_001; i++) {
            members.append(i == 0 ? "" : ",")
                    .append("{'value':'")
                    .append(acme.scim.user("u" + i + "@example.com"))
                    .append("'}");
        }
        acme.scim.patch("/Groups/" + group, "{'op':'add','path':'members','value':[" + members + "]}");
        AccountQuery readers = AccountQuery.ALL.withRole("reader");
        assertThat(acme.rollcall.accounts(acme.tenant).count(readers)).isZero();
        host.runDue();
        assertThat(acme.rollcall.accounts(acme.tenant).count(readers)).isEqualTo(1_001);
        assertThat(acme.rollcall.jobs(acme.tenant).list(1).get(0).done()).isEqualTo(1_001);
        acme.scim.delete("/Groups/" + group);
        host.runDue();
        assertThat(acme.rollcall.accounts(acme.tenant).count(readers)).isZero();
    }
}
