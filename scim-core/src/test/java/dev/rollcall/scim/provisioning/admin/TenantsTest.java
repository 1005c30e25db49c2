package dev.rollcall.scim.provisioning.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rollcall.scim.protocol.Caller;
import dev.rollcall.scim.provisioning.admin.AdministrationException.Problem;
import dev.rollcall.scim.provisioning.provider.CredentialType;
import dev.rollcall.scim.provisioning.provider.SecretHash;
import dev.rollcall.scim.provisioning.tenant.Tenant;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class TenantsTest {
    private final World world = World.create();
    private final Tenants tenants = world.rollcall.tenants();

    private static void refused(ThrowingCallable what, Problem problem, String words) {
        assertThatThrownBy(what)
                .isInstanceOfSatisfying(
                        AdministrationException.class,
                        e -> assertThat(e.problem()).isEqualTo(problem))
                .hasMessageContaining(words);
    }

    @Test
    void a_tenant_begins_with_its_default_organization() {
        Tenant made = tenants.create("globex", "Globex");

        assertThat(tenants.find("globex")).contains(made);
        assertThat(world.rollcall.organizations("globex").list())
                .singleElement()
                .satisfies(organization -> {
                    assertThat(organization.id()).isEqualTo(made.defaultOrganization());
                    assertThat(organization.name()).isEqualTo("Globex");
                    assertThat(organization.active()).isTrue();
                });
    }

    @Test
    void a_name_too_short_for_an_organization_leaves_the_default_one_with_a_name_of_its_own() {
        tenants.create("x", "X");

        assertThat(world.rollcall.organizations("x").list())
                .singleElement()
                .satisfies(organization -> assertThat(organization.name()).isEqualTo("Default"));
    }

    @Test
    void what_is_there_already_or_is_no_tenant_is_refused_by_name() {
        refused(() -> tenants.create("acme", "Another"), Problem.EXISTS, "\"acme\"");
        refused(() -> tenants.create(" ", "Blank"), Problem.INVALID, "id of a tenant");
        refused(() -> tenants.create("b", " "), Problem.INVALID, "name of a tenant");
        refused(() -> tenants.rename("nobody", "Name"), Problem.NOT_FOUND, "\"nobody\"");
        refused(() -> tenants.erase("nobody"), Problem.NOT_FOUND, "\"nobody\"");
        refused(() -> tenants.export("nobody", new ByteArrayOutputStream()), Problem.NOT_FOUND, "\"nobody\"");
        assertThat(tenants.find("nobody")).isEmpty();
    }

    @Test
    void tenants_are_listed_page_by_page() {
        tenants.create("b", "Bee Inc.");
        tenants.create("c", "Cee Inc.");

        assertThat(tenants.list(null, 2)).extracting(Tenant::id).containsExactly("acme", "b");
        assertThat(tenants.list("b", 2)).extracting(Tenant::id).containsExactly("c");
        refused(() -> tenants.list(null, 0), Problem.INVALID, "1 to 1000");
    }

    @Test
    void name_and_settings_can_be_changed() {
        tenants.rename("acme", "Acme Ltd.");
        tenants.settings("acme", settings -> settings.withLogRetention(Duration.ofDays(30)));

        Tenant changed = tenants.find("acme").orElseThrow();
        assertThat(changed.name()).isEqualTo("Acme Ltd.");
        assertThat(changed.settings().logRetention()).isEqualTo(Duration.ofDays(30));
        assertThatThrownBy(() -> tenants.settings("acme", s -> s.withLogRetention(Duration.ZERO)))
                .hasMessageContaining("logRetention");
    }

    @Test
    void an_export_has_everything_but_secrets() throws IOException {
        CreatedProvider okta = world.okta();
        CreatedCredential token = world.providers().credentials(okta.id()).add(CredentialType.OAUTH_TOKEN);
        String ada = world.user(World.caller(okta), "ada@example.com");
        String bob = world.user(new Caller(World.TENANT, null, "host", null), "bob@example.com");
        String group = world.post(
                        World.caller(okta),
                        "/Groups",
                        "{'schemas':['urn:ietf:params:scim:schemas:core:2.0:Group'],'displayName':'All','members':[{'value':'"
                                + ada + "'}]}")
                .id();

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        tenants.export("acme", out);

        String text = out.toString(StandardCharsets.UTF_8);
        assertThat(text)
                .doesNotContain(okta.password())
                .doesNotContain(token.token())
                .doesNotContain(SecretHash.of(okta.password()).hex())
                .doesNotContain(SecretHash.of(token.token()).hex());
        JsonNode json = new ObjectMapper().readTree(text);
        assertThat(json.path("tenant").path("id").asText()).isEqualTo("acme");
        assertThat(json.path("organizations")).hasSize(1);
        assertThat(json.path("providers")).hasSize(1);
        assertThat(json.path("credentials").findValuesAsText("userName"))
                .containsExactly(okta.userName(), token.userName());
        assertThat(json.path("accounts").findValuesAsText("userName")).contains("ada@example.com", "bob@example.com");
        assertThat(json.path("syncLog")).isNotEmpty();
        assertThat(json.path("resources")).hasSize(3);
        for (JsonNode resource : json.path("resources")) {
            boolean local = resource.path("id").asText().equals(bob);
            assertThat(resource.path("provider").asText("none")).isEqualTo(local ? "none" : okta.id());
            if (resource.path("id").asText().equals(group)) {
                assertThat(resource.path("members")).hasSize(1);
                assertThat(resource.path("members").get(0).asText()).isEqualTo(ada);
            }
        }
    }

    @Test
    void erasing_removes_everything_of_one_tenant_and_nothing_of_another() {
        CreatedProvider okta = world.okta();
        world.user(World.caller(okta), "ada@example.com");
        tenants.create("globex", "Globex");
        Caller host = new Caller("globex", null, "host", null);
        String kept = world.user(host, "ada@example.com");

        tenants.erase("acme");

        assertThat(tenants.find("acme")).isEmpty();
        assertThat(world.rollcall.access().orElseThrow().byPassword(okta.userName(), okta.password()))
                .isEmpty();
        assertThat(world.get(host, "/Users/" + kept).status()).isEqualTo(200);
        tenants.create("acme", "Acme again");
        assertThat(world.providers().list()).isEmpty();
        assertThat(world.get(new Caller("acme", null, "host", null), "/Users")
                        .json()
                        .path("totalResults")
                        .asInt())
                .isZero();
    }

    @Test
    void a_caller_of_a_tenant_that_is_not_there_is_told_which_is_missing() {
        assertThat(world.get(new Caller("nowhere", null, "host", null), "/Users"))
                .satisfies(answer -> assertThat(answer.status()).isEqualTo(403))
                .satisfies(answer -> assertThat(answer.detail()).contains("tenant \"nowhere\""));
        assertThat(world.get(Caller.ofProvider("nowhere", "okta", "x"), "/Users")
                        .detail())
                .contains("tenant \"nowhere\"");
        assertThat(world.get(Caller.ofProvider("acme", "unknown", "x"), "/Users"))
                .satisfies(answer -> assertThat(answer.status()).isEqualTo(403))
                .satisfies(answer -> assertThat(answer.detail()).contains("provider \"unknown\""));
    }
}
