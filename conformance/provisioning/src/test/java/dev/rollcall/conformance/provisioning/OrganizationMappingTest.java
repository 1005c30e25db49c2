package dev.rollcall.conformance.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.conformance.server.Scim;
import dev.rollcall.scim.provisioning.admin.AdministrationException;
import dev.rollcall.scim.provisioning.admin.Groups;
import dev.rollcall.scim.provisioning.log.SyncLogEvent;
import dev.rollcall.scim.provisioning.mapping.Organization;
import dev.rollcall.scim.provisioning.mapping.OrganizationMapping;
import dev.rollcall.scim.provisioning.mapping.PlacedBy;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Section 3: how users come into organizations. */
class OrganizationMappingTest extends SentenceTest {
    private static final String DEPARTMENT = Scim.ENTERPRISE + ":department";

    private static OrganizationMapping.ByGroups.Rule rule(String group, Organization organization) {
        return new OrganizationMapping.ByGroups.Rule(group, organization.id());
    }

    private static String inDepartment(String name, String department) {
        return Scim.enterpriseBody(name, "'department':'" + department + "'");
    }

    @Test
    @Tag("P-3.1")
    @Tag("P-5.4")
    void a_decision_says_why() {
        Customer acme = Customer.of(host);
        Organization fallback = acme.organization("Everybody else");
        acme.rollcall
                .mappings(acme.tenant, acme.providerId())
                .organizations(OrganizationMapping.byAttribute(DEPARTMENT).fallback(fallback.id()));
        String id = acme.scim
                .post("/Users", inDepartment("a@example.com", "Research"))
                .id();
        assertThat(acme.last(SyncLogEvent.USER_CREATED).explanation())
                .contains("department")
                .contains("Research");
        assertThat(acme.rollcall.explain(acme.tenant, id).text()).contains("\"Research\"");
    }

    @Test
    @Tag("P-3.2")
    void a_single_organization_is_for_new_users_and_moves_nobody_later() {
        Customer acme = Customer.of(host);
        Organization first = acme.organization("First home");
        Organization second = acme.organization("Second home");
        Organization byHand = acme.organization("Chosen by hand");
        var mappings = acme.rollcall.mappings(acme.tenant, acme.providerId());
        mappings.organizations(OrganizationMapping.single(first.id()));
        String a = acme.scim.user("a@example.com");
        String b = acme.scim.user("b@example.com");
        assertThat(acme.organizationOf(a)).isEqualTo("First home");
        acme.rollcall.accounts(acme.tenant).move(acme.account(b).id(), byHand.id());
        mappings.organizations(OrganizationMapping.single(second.id()));
        acme.scim.patch("/Users/" + a, "{'op':'replace','path':'title','value':'Chief'}");
        acme.scim.patch("/Users/" + b, "{'op':'replace','path':'title','value':'Chief'}");
        assertThat(acme.organizationOf(a)).isEqualTo("First home");
        assertThat(acme.organizationOf(b)).isEqualTo("Chosen by hand");
        acme.apply();
        assertThat(acme.organizationOf(a)).isEqualTo("Second home");
        assertThat(acme.organizationOf(b)).isEqualTo("Chosen by hand");
        acme.rollcall.jobs(acme.tenant).apply(acme.providerId(), true);
        host.runDue();
        assertThat(acme.organizationOf(b)).isEqualTo("Second home");
    }

    @Test
    @Tag("P-3.3")
    void the_value_of_an_attribute_names_the_organization_which_is_made_if_it_does_not_exist() {
        Customer acme = Customer.of(host);
        String home = acme.rollcall.organizations(acme.tenant).defaultOrganization();
        // A bare name is looked up in every extension.
        acme.rollcall
                .mappings(acme.tenant, acme.providerId())
                .organizations(OrganizationMapping.byAttribute("department").fallback(home));
        String a = acme.scim
                .post("/Users", inDepartment("a@example.com", "Research"))
                .id();
        String b = acme.scim
                .post("/Users", inDepartment("b@example.com", "  RESEARCH "))
                .id();
        assertThat(acme.organizationOf(a)).isEqualTo("Research");
        assertThat(acme.account(b).assignment().organization())
                .isEqualTo(acme.account(a).assignment().organization());
        assertThat(acme.log(SyncLogEvent.ORG_CREATED)).hasSize(1);
        assertThat(acme.log(SyncLogEvent.ORG_CREATED).get(0).subjectName()).isEqualTo("Research");
    }

    @Test
    @Tag("P-3.4")
    void any_path_to_one_text_can_name_the_organization() {
        Customer acme = Customer.of(host);
        String home = acme.rollcall.organizations(acme.tenant).defaultOrganization();
        var mappings = acme.rollcall.mappings(acme.tenant, acme.providerId());
        mappings.organizations(OrganizationMapping.byAttribute("addresses[type eq \"work\"].region")
                .fallback(home));
        String a = acme.scim.user(
                "a@example.com",
                "'addresses':[{'type':'home','region':'Saxony'},{'type':'work','region':'Bavaria','primary':true}]");
        assertThat(acme.organizationOf(a)).isEqualTo("Bavaria");
        mappings.organizations(OrganizationMapping.byAttribute("addresses[primary eq true].country")
                .fallback(home));
        String b = acme.scim.user("b@example.com", "'addresses':[{'type':'work','country':'DE','primary':true}]");
        assertThat(acme.organizationOf(b))
                .isEqualTo(acme.rollcall
                        .organizations(acme.tenant)
                        .find(home)
                        .orElseThrow()
                        .name());
        assertThat(acme.last(SyncLogEvent.WARNING).message()).contains("3 to 220");
        for (String wrong : new String[] {"addresses.region", "nonsense", "active", "addresses[type eq]"}) {
            assertThatThrownBy(() -> mappings.organizations(
                            OrganizationMapping.byAttribute(wrong).fallback(home)))
                    .isInstanceOf(AdministrationException.class)
                    .hasMessageContaining("organizations.attribute");
        }
    }

    @Test
    @Tag("P-3.5")
    void groups_map_to_organizations_in_order_and_only_those_not_mapped_are_offered() {
        Customer acme = Customer.of(host);
        Groups groups = acme.rollcall.groups(acme.tenant);
        assertThat(groups.offeredForOrganizations(acme.providerId()).message()).isEqualTo(Groups.NONE_AVAILABLE);
        Organization research = acme.organization("Research");
        Organization sales = acme.organization("Sales");
        String user = acme.scim.user("a@example.com");
        String g1 = acme.scim.group("Scientists", user);
        String g2 = acme.scim.group("Sellers", user);
        String home = acme.rollcall.organizations(acme.tenant).defaultOrganization();
        acme.rollcall
                .mappings(acme.tenant, acme.providerId())
                .organizations(OrganizationMapping.byGroups(rule(g2, sales), rule(g1, research))
                        .fallback(home));
        assertThat(groups.offeredForOrganizations(acme.providerId()).message()).isEqualTo(Groups.ALL_MAPPED);
        String g3 = acme.scim.group("Others");
        assertThat(groups.offeredForOrganizations(acme.providerId()).groups())
                .extracting(Groups.Group::id)
                .containsExactly(g3);
        acme.apply();
        assertThat(acme.organizationOf(user)).isEqualTo("Sales");
        // That another rule matched too is logged.
        assertThat(acme.last(SyncLogEvent.ORG_CHANGED).explanation())
                .contains(g2)
                .contains("Research");
        acme.scim.patch(
                "/Groups/" + g2,
                "{'op':'remove','path':'members[value eq \\'" + user + "\\']'}".replace("\\'", "\\\""));
        assertThat(acme.organizationOf(user)).isEqualTo("Research");
    }

    @Test
    @Tag("P-3.6")
    void without_a_usable_value_there_is_the_fallback() {
        Customer acme = Customer.of(host);
        Organization fallback = acme.organization("Everybody else");
        acme.rollcall
                .mappings(acme.tenant, acme.providerId())
                .organizations(OrganizationMapping.byAttribute(DEPARTMENT).fallback(fallback.id()));
        assertThat(acme.organizationOf(acme.scim.user("a@example.com"))).isEqualTo("Everybody else");
    }

    @Test
    @Tag("P-3.7")
    void before_anything_is_configured_users_are_in_the_default_organization_with_its_roles() {
        Customer acme = Customer.of(host);
        String home = acme.rollcall.organizations(acme.tenant).defaultOrganization();
        acme.rollcall.organizations(acme.tenant).defaultRoles(home, Set.of("member"));
        String id = acme.scim.user("a@example.com");
        assertThat(acme.account(id).assignment().organization()).isEqualTo(home);
        assertThat(acme.rolesOf(id)).containsExactly("member");
    }

    @Test
    @Tag("P-3.8")
    void rules_undo_a_move_by_hand_at_the_next_change_and_say_so() {
        Customer acme = Customer.of(host);
        Organization byHand = acme.organization("Chosen by hand");
        String home = acme.rollcall.organizations(acme.tenant).defaultOrganization();
        acme.rollcall
                .mappings(acme.tenant, acme.providerId())
                .organizations(OrganizationMapping.byAttribute(DEPARTMENT).fallback(home));
        String id = acme.scim
                .post("/Users", inDepartment("a@example.com", "Research"))
                .id();
        acme.rollcall.accounts(acme.tenant).move(acme.account(id).id(), byHand.id());
        assertThat(acme.account(id).assignment().placedBy()).isEqualTo(PlacedBy.ADMIN);
        acme.scim.patch("/Users/" + id, "{'op':'replace','path':'title','value':'Chief'}");
        assertThat(acme.organizationOf(id)).isEqualTo("Research");
        assertThat(acme.account(id).assignment().placedBy()).isEqualTo(PlacedBy.RULE);
        assertThat(acme.last(SyncLogEvent.ORG_CHANGED).message())
                .contains("administrator")
                .contains("Research");
    }

    @Test
    @Tag("P-3.9")
    void a_name_of_fewer_than_3_or_more_than_220_characters_leads_to_the_fallback_and_is_logged() {
        Customer acme = Customer.of(host);
        Organization fallback = acme.organization("Everybody else");
        acme.rollcall
                .mappings(acme.tenant, acme.providerId())
                .organizations(OrganizationMapping.byAttribute(DEPARTMENT).fallback(fallback.id()));
        String shortOne =
                acme.scim.post("/Users", inDepartment("a@example.com", "IT")).id();
        String longOne = acme.scim
                .post("/Users", inDepartment("b@example.com", "x".repeat(221)))
                .id();
        String longest = acme.scim
                .post("/Users", inDepartment("c@example.com", "y".repeat(220)))
                .id();
        assertThat(acme.organizationOf(shortOne)).isEqualTo("Everybody else");
        assertThat(acme.organizationOf(longOne)).isEqualTo("Everybody else");
        assertThat(acme.organizationOf(longest)).isEqualTo("y".repeat(220));
        assertThat(acme.log(SyncLogEvent.WARNING))
                .filteredOn(entry -> entry.message().contains("3 to 220"))
                .hasSize(2);
    }

    @Test
    @Tag("P-3.9")
    void an_ambiguous_or_deactivated_name_leads_to_the_fallback() {
        Customer acme = Customer.of(host);
        Organization fallback = acme.organization("Everybody else");
        acme.organization("Twice there");
        acme.organization("twice THERE");
        Organization closed = acme.organization("Closed down");
        acme.rollcall.organizations(acme.tenant).deactivate(closed.id());
        acme.rollcall
                .mappings(acme.tenant, acme.providerId())
                .organizations(OrganizationMapping.byAttribute(DEPARTMENT).fallback(fallback.id()));
        for (String name : new String[] {"Twice there", "Closed down"}) {
            String id = acme.scim
                    .post("/Users", inDepartment(name.replace(" ", "") + "@example.com", name))
                    .id();
            assertThat(acme.organizationOf(id)).isEqualTo("Everybody else");
            assertThat(acme.last(SyncLogEvent.WARNING).message()).containsIgnoringCase(name);
        }
    }

    @Test
    @Tag("P-3.10")
    void new_organizations_go_under_the_configured_parent() {
        Customer acme = Customer.of(host);
        Organization parent = acme.organization("Departments");
        String home = acme.rollcall.organizations(acme.tenant).defaultOrganization();
        acme.rollcall
                .mappings(acme.tenant, acme.providerId())
                .organizations(new OrganizationMapping.ByAttribute(DEPARTMENT, parent.id(), home));
        String id = acme.scim
                .post("/Users", inDepartment("a@example.com", "Research"))
                .id();
        String made = acme.account(id).assignment().organization();
        assertThat(acme.rollcall
                        .organizations(acme.tenant)
                        .find(made)
                        .orElseThrow()
                        .parent())
                .isEqualTo(parent.id());
    }

    @Test
    @Tag("P-3.10")
    void requests_that_name_one_new_organization_at_once_make_one() throws InterruptedException {
        Customer acme = Customer.of(host);
        String home = acme.rollcall.organizations(acme.tenant).defaultOrganization();
        acme.rollcall
                .mappings(acme.tenant, acme.providerId())
                .organizations(OrganizationMapping.byAttribute(DEPARTMENT).fallback(home));
        Together.run(
                6,
                i -> assertThat(acme.scim
                                .post("/Users", inDepartment("u" + i + "@example.com", "Research"))
                                .status())
                        .isEqualTo(201));
        assertThat(acme.rollcall.organizations(acme.tenant).list())
                .filteredOn(organization -> organization.name().equals("Research"))
                .hasSize(1);
        assertThat(acme.log(SyncLogEvent.ORG_CREATED)).hasSize(1);
    }
}
