package dev.rollcall.conformance.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.conformance.server.Scim;
import dev.rollcall.scim.provisioning.admin.AdministrationException;
import dev.rollcall.scim.provisioning.admin.CreatedCredential;
import dev.rollcall.scim.provisioning.admin.CreatedProvider;
import dev.rollcall.scim.provisioning.log.SyncLogEvent;
import dev.rollcall.scim.provisioning.mapping.Provenance;
import dev.rollcall.scim.provisioning.provider.CredentialType;
import dev.rollcall.scim.provisioning.provider.ProviderSettings;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Section 2: tenants, providers and credentials. */
class ProvidersTest extends SentenceTest {
    @Test
    @Tag("P-2.1")
    void a_tenant_starts_with_its_default_organization_and_erasing_removes_everything_of_it() {
        Customer acme = Customer.of(host);
        Customer other = Customer.of(host);
        assertThat(acme.rollcall.organizations(acme.tenant).list()).hasSize(1);
        acme.scim.user("a@example.com");
        String kept = other.scim.user("a@example.com");
        acme.rollcall.tenants().erase(acme.tenant);
        assertThat(acme.rollcall.tenants().find(acme.tenant)).isEmpty();
        assertThat(acme.scim.get("/Users").status()).isEqualTo(401);
        assertThat(other.scim.get("/Users/" + kept).status()).isEqualTo(200);
        assertThat(other.account(kept).userName()).isEqualTo("a@example.com");
    }

    @Test
    @Tag("P-2.2")
    void a_provider_has_a_unique_name_and_api_credentials_unless_a_token_is_wanted() {
        Customer acme = Customer.of(host);
        assertThat(acme.provider.credential().type()).isEqualTo(CredentialType.API_CREDENTIALS);
        assertThatThrownBy(() -> acme.rollcall.providers(acme.tenant).add(ProviderSettings.named("OKTA")))
                .isInstanceOf(AdministrationException.class)
                .hasMessageContaining("OKTA");
        CreatedProvider entra = acme.rollcall
                .providers(acme.tenant)
                .add(ProviderSettings.named("Entra ID").oauthToken());
        Scim scim = Scim.at(host.baseUrl, "Bearer " + entra.token());
        assertThat(scim.get("/Users").status()).isEqualTo(200);
        assertThatThrownBy(() -> ProviderSettings.named("  ")).hasMessageContaining("displayName");
    }

    @Test
    @Tag("P-2.2")
    void a_provider_may_hold_several_credentials_of_either_type() {
        Customer acme = Customer.of(host);
        CreatedCredential token = acme.rollcall
                .providers(acme.tenant)
                .credentials(acme.providerId())
                .add(CredentialType.OAUTH_TOKEN);
        CreatedCredential second = acme.rollcall
                .providers(acme.tenant)
                .credentials(acme.providerId())
                .add(CredentialType.API_CREDENTIALS);
        assertThat(acme.scim.get("/Users").status()).isEqualTo(200);
        assertThat(acme.scim.as("Bearer " + token.token()).get("/Users").status())
                .isEqualTo(200);
        assertThat(acme.scim
                        .as(Customer.basic(second.userName(), second.password()))
                        .get("/Users")
                        .status())
                .isEqualTo(200);
    }

    @Test
    @Tag("P-2.3")
    void the_secret_is_shown_once_and_the_user_name_is_the_acting_user_in_the_log() {
        Customer acme = Customer.of(host);
        String secret = acme.provider.password();
        assertThat(acme.provider.toString()).doesNotContain(secret);
        assertThat(acme.rollcall
                        .providers(acme.tenant)
                        .credentials(acme.providerId())
                        .list()
                        .toString())
                .doesNotContain(secret);
        acme.scim.user("a@example.com");
        assertThat(acme.last(SyncLogEvent.USER_CREATED).actor()).isEqualTo(acme.provider.userName());
    }

    @Test
    @Tag("P-2.4")
    void a_secret_can_be_known_by_its_prefix_and_a_mistyped_one_is_told_apart() {
        Customer acme = Customer.of(host);
        String secret = acme.provider.password();
        assertThat(secret).startsWith("rck_");
        char last = secret.charAt(secret.length() - 1);
        String mistyped = secret.substring(0, secret.length() - 1) + (last == 'a' ? 'b' : 'a');
        String detail = acme.scim
                .as(Customer.basic(acme.provider.userName(), mistyped))
                .get("/Users")
                .detail();
        String revoked = acme.scim
                .as(Customer.basic(
                        acme.provider.userName(), Customer.of(host).provider.password()))
                .get("/Users")
                .detail();
        assertThat(detail).isNotEqualTo(revoked).contains("typed");
    }

    @Test
    @Tag("P-2.5")
    void beyond_its_request_rate_a_provider_gets_429_with_an_integer_retry_after() {
        Customer acme = Customer.of(
                host,
                settings -> settings.with(
                        to -> to.requestRate(new dev.rollcall.scim.provisioning.provider.RequestRate(1, 2))));
        assertThat(acme.scim.get("/Users").status()).isEqualTo(200);
        assertThat(acme.scim.get("/Users").status()).isEqualTo(200);
        var third = acme.scim.get("/Users");
        assertThat(third.status()).isEqualTo(429);
        assertThat(third.header("Retry-After")).matches("[1-9][0-9]*");
    }

    @Test
    @Tag("P-2.6")
    void credentials_rotate_with_an_overlap_expire_and_are_revoked_within_five_seconds() {
        Customer acme = Customer.of(host);
        var credentials = acme.rollcall.providers(acme.tenant).credentials(acme.providerId());
        CreatedCredential next = credentials.rotate(
                acme.provider.credential().id(), host.clock.instant().plus(Duration.ofHours(1)));
        Scim renewed = acme.scim.as(Customer.basic(next.userName(), next.password()));
        assertThat(acme.scim.get("/Users").status()).isEqualTo(200);
        assertThat(renewed.get("/Users").status()).isEqualTo(200);
        host.passes(Duration.ofHours(1));
        assertThat(acme.scim.get("/Users").status()).isEqualTo(401);
        assertThat(renewed.get("/Users").status()).isEqualTo(200);
        credentials.revoke(next.id());
        host.passes(Duration.ofSeconds(5));
        assertThat(renewed.get("/Users").status()).isEqualTo(401);
    }

    @Test
    @Tag("P-2.6")
    void a_disabled_provider_gets_401_and_nothing_else_changes() {
        Customer acme = Customer.of(host);
        String id = acme.scim.user("a@example.com");
        acme.rollcall.providers(acme.tenant).disable(acme.providerId());
        host.passes(Duration.ofSeconds(5));
        assertThat(acme.scim.get("/Users").status()).isEqualTo(401);
        assertThat(acme.rollcall.accounts(acme.tenant).maySignIn(id)).isTrue();
        acme.rollcall.providers(acme.tenant).enable(acme.providerId());
        host.passes(Duration.ofSeconds(5));
        assertThat(acme.scim.get("/Users/" + id).status()).isEqualTo(200);
    }

    @Test
    @Tag("P-2.7")
    void users_of_a_deleted_provider_stay_and_become_local_with_roles_by_hand() {
        Customer acme = Customer.of(host);
        String home = acme.rollcall.organizations(acme.tenant).defaultOrganization();
        acme.rollcall.organizations(acme.tenant).defaultRoles(home, java.util.Set.of("member"));
        String stays = acme.scim.user("a@example.com");
        String goes = acme.scim.user("b@example.com");
        String group = acme.scim.group("Engineering", stays);
        acme.scim.patch("/Users/" + goes, "{'op':'replace','path':'active','value':false}");
        acme.rollcall.providers(acme.tenant).delete(acme.providerId());
        assertThat(acme.account(stays).provider()).isNull();
        assertThat(acme.roles(stays)).containsEntry("member", Provenance.MANUAL);
        assertThat(acme.rollcall.accounts(acme.tenant).maySignIn(stays)).isTrue();
        host.passes(Duration.ofMinutes(15));
        assertThat(acme.account(goes).standing().state().name()).isEqualTo("DEACTIVATED");
        host.passes(Duration.ofSeconds(5));
        assertThat(acme.scim.get("/Groups/" + group).status()).isEqualTo(401);
        assertThat(acme.rollcall.localUsers(acme.tenant).list(null, 10)).hasSize(2);
    }

    @Test
    @Tag("P-2.8")
    void testing_credentials_is_a_cheap_get_that_works_on_an_empty_directory() {
        Customer acme = Customer.of(host);
        assertThat(acme.scim
                        .get("/Users?startIndex=1&count=2")
                        .json()
                        .path("totalResults")
                        .asInt(-1))
                .isZero();
        assertThat(acme.scim
                        .get("/Users?filter=userName eq 'nobody'")
                        .json()
                        .path("totalResults")
                        .asInt(-1))
                .isZero();
        assertThat(acme.scim.get("/ServiceProviderConfig").status()).isEqualTo(200);
    }

    @Test
    @Tag("P-2.10")
    void to_another_provider_of_the_tenant_a_resource_is_not_there() {
        Customer acme = Customer.of(host);
        String id = acme.scim.user("a@example.com");
        Scim other = acme.client(acme.rollcall.providers(acme.tenant).add(ProviderSettings.named("Entra ID")));
        assertThat(other.get("/Users/" + id).status()).isEqualTo(404);
        assertThat(other.get("/Users").json().path("totalResults").asInt(-1)).isZero();
        assertThat(other.delete("/Users/" + id).status()).isEqualTo(404);
        assertThat(other.post("/Users", Scim.userBody("A@example.com", "")).scimType())
                .isEqualTo("uniqueness");
        assertThat(acme.log(SyncLogEvent.REFUSED)).hasSize(3);
    }
}
