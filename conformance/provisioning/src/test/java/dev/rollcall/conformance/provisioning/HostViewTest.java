package dev.rollcall.conformance.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.conformance.server.Answer;
import dev.rollcall.scim.provisioning.account.AccountQuery;
import dev.rollcall.scim.provisioning.event.EventType;
import dev.rollcall.scim.provisioning.event.ProvisioningEvent;
import dev.rollcall.scim.provisioning.log.SyncLogEvent;
import dev.rollcall.scim.provisioning.mapping.Organization;
import dev.rollcall.scim.provisioning.mapping.OrganizationMapping;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Section 11: what the host application sees. */
class HostViewTest extends SentenceTest {
    private static final String ACCOUNT = "urn:rollcall:params:scim:schemas:extension:account:2.0:User";

    @Test
    @Tag("P-11.1")
    void events_come_after_the_commit_in_order_and_each_has_an_id() {
        Customer acme = Customer.of(host);
        String id = acme.scim.user("a@example.com");
        acme.scim.patch("/Users/" + id, "{'op':'replace','path':'title','value':'Chief'}");
        acme.scim.patch("/Users/" + id, "{'op':'replace','path':'active','value':false}");
        acme.scim.post("/Users", "{'schemas':[]}");
        assertThat(acme.heard())
                .containsExactly(
                        EventType.ACCOUNT_CREATED,
                        EventType.ACCOUNT_UPDATED,
                        EventType.ACCOUNT_UPDATED,
                        EventType.ACCOUNT_BLOCKED);
        assertThat(host.events)
                .filteredOn(event -> event.tenant().equals(acme.tenant))
                .extracting(ProvisioningEvent::id)
                .doesNotHaveDuplicates();
    }

    @Test
    @Tag("P-11.2")
    void a_host_can_keep_organizations_itself() {
        Host own = Host.with(storage, builder -> builder.organizations(new OwnOrganizations()));
        Customer acme = Customer.of(own);
        String first = acme.scim.user("a@example.com");
        assertThat(acme.organizationOf(first)).isEqualTo("Headquarters");
        assertThat(acme.rolesOf(first)).containsExactly("member");
        acme.rollcall
                .mappings(acme.tenant, acme.providerId())
                .organizations(OrganizationMapping.byAttribute("title").fallback("home"));
        String second = acme.scim.user("b@example.com", "'title':'Research'");
        assertThat(acme.organizationOf(second)).isEqualTo("Research");
        assertThat(acme.account(second).assignment().organization()).startsWith("own-");
        assertThat(acme.rolesOf(second)).containsExactly("reader");
        assertThat(acme.log(SyncLogEvent.ORG_CREATED)).hasSize(1);
        assertThatThrownBy(() -> acme.organization("Another")).hasMessageContaining("host application");
    }

    @Test
    @Tag("P-11.3")
    void accounts_are_found_by_user_organization_and_role() {
        Customer acme = Customer.of(host);
        Organization research = acme.organization("Research", "reader");
        acme.rollcall.mappings(acme.tenant, acme.providerId()).organizations(OrganizationMapping.single(research.id()));
        String id = acme.scim.user("a@example.com");
        String account = acme.account(id).id();
        var accounts = acme.rollcall.accounts(acme.tenant);
        assertThat(accounts.list(AccountQuery.ALL.inOrganization(research.id()), null, 10))
                .extracting(a -> a.id())
                .containsExactly(account);
        assertThat(accounts.list(AccountQuery.ALL.withRole("reader"), null, 10))
                .extracting(a -> a.id())
                .containsExactly(account);
        assertThat(accounts.list(AccountQuery.ALL.withRole("admin"), null, 10)).isEmpty();
        assertThat(accounts.ofUserName("A@EXAMPLE.COM")).map(a -> a.id()).contains(account);
        assertThat(accounts.maySignIn(id)).isTrue();
        assertThat(accounts.maySignIn("nobody")).isFalse();
    }

    @Test
    @Tag("P-11.4")
    void the_account_is_an_extension_of_user_that_is_shown_on_request_and_cannot_be_written() {
        Customer acme = Customer.of(host);
        String home = acme.rollcall.organizations(acme.tenant).defaultOrganization();
        acme.rollcall.organizations(acme.tenant).defaultRoles(home, Set.of("member"));
        String id = acme.scim.user("a@example.com", "'" + ACCOUNT + "':{'state':'DELETED'}");
        Answer usual = acme.scim.get("/Users/" + id);
        assertThat(usual.has(ACCOUNT)).isFalse();
        assertThat(usual.all("schemas")).doesNotContain(ACCOUNT);
        Answer asked = acme.scim.get("/Users/" + id + "?attributes=meta," + ACCOUNT);
        var account = asked.json().path(ACCOUNT);
        assertThat(account.path("accountId").asText())
                .isEqualTo(acme.account(id).id());
        assertThat(account.path("state").asText()).isEqualTo("ACTIVE");
        assertThat(account.path("maySignIn").asBoolean()).isTrue();
        assertThat(account.path("roles").path(0).path("value").asText()).isEqualTo("member");
        assertThat(asked.version()).isEqualTo(usual.version());
        assertThat(acme.scim
                        .get("/Users?attributes=" + ACCOUNT + ":state")
                        .json()
                        .path("Resources")
                        .path(0)
                        .path(ACCOUNT)
                        .path("state")
                        .asText())
                .isEqualTo("ACTIVE");
        assertThat(acme.scim.get("/Schemas/" + ACCOUNT).status()).isEqualTo(200);
    }
}
