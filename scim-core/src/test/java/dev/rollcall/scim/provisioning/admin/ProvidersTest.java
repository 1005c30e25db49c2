package dev.rollcall.scim.provisioning.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.scim.protocol.Caller;
import dev.rollcall.scim.protocol.Options;
import dev.rollcall.scim.provisioning.account.Account;
import dev.rollcall.scim.provisioning.account.AccountQuery;
import dev.rollcall.scim.provisioning.account.Origin;
import dev.rollcall.scim.provisioning.admin.AdministrationException.Problem;
import dev.rollcall.scim.provisioning.lifecycle.AccountState;
import dev.rollcall.scim.provisioning.log.SyncLogEntry;
import dev.rollcall.scim.provisioning.log.SyncLogEvent;
import dev.rollcall.scim.provisioning.log.SyncLogQuery;
import dev.rollcall.scim.provisioning.mapping.Provenance;
import dev.rollcall.scim.provisioning.mapping.RoleMapping;
import dev.rollcall.scim.provisioning.provider.Credential;
import dev.rollcall.scim.provisioning.provider.CredentialType;
import dev.rollcall.scim.provisioning.provider.Provider;
import dev.rollcall.scim.provisioning.provider.ProviderAccess;
import dev.rollcall.scim.provisioning.provider.ProviderSettings;
import dev.rollcall.scim.provisioning.tenant.Tenant;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ProvidersTest {
    private static final String GROUP = "urn:ietf:params:scim:schemas:core:2.0:Group";
    private static final Caller HOST = new Caller(World.TENANT, null, "host", null);

    private final World world = World.create();
    private final Providers providers = world.providers();
    private final ProviderAccess access = world.rollcall.access().orElseThrow();

    private static void refused(ThrowingCallable what, Problem problem, String words) {
        assertThatThrownBy(what)
                .isInstanceOfSatisfying(
                        AdministrationException.class,
                        e -> assertThat(e.problem()).isEqualTo(problem))
                .hasMessageContaining(words);
    }

    @Test
    void a_new_provider_comes_with_base_url_user_name_and_password() {
        CreatedProvider okta = providers.add(ProviderSettings.named("Okta").apiCredentials());

        assertThat(okta.baseUrl()).isEqualTo("https://scim.example.com/v2");
        assertThat(okta.userName()).matches("rck-okta-[0-9a-f]{16}");
        assertThat(access.byPassword(okta.userName(), okta.password()))
                .contains(Caller.ofProvider("acme", okta.id(), okta.userName()));
        assertThat(access.byToken(okta.password())).isEmpty();
        assertThatThrownBy(okta::token).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void or_with_a_token() {
        CreatedProvider entra = providers.add(ProviderSettings.named("Entra ID").oauthToken());

        assertThat(access.byToken(entra.token()).map(Caller::provider)).contains(entra.id());
        assertThat(access.byPassword(entra.userName(), entra.token())).isEmpty();
        assertThatThrownBy(entra::password).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_secret_is_in_no_text_and_kept_nowhere() {
        CreatedProvider okta = providers.add(ProviderSettings.named("Okta"));
        List<Credential> kept = providers.credentials(okta.id()).list();

        assertThat(okta + " " + okta.credential() + " " + kept).doesNotContain(okta.password());
        assertThat(kept).singleElement().isEqualTo(okta.credential().credential());
    }

    @Test
    void display_names_are_unique_whatever_their_case() {
        CreatedProvider okta = providers.add(ProviderSettings.named("Okta"));
        CreatedProvider other = providers.add(ProviderSettings.named("Other"));

        refused(() -> providers.add(ProviderSettings.named(" OKTA ")), Problem.EXISTS, "\"OKTA\"");
        refused(() -> providers.change(other.id(), to -> to.displayName("okta")), Problem.EXISTS, "\"okta\"");
        assertThat(providers
                        .change(okta.id(), to -> to.displayName("OKTA"))
                        .settings()
                        .displayName())
                .isEqualTo("OKTA");
        world.rollcall.tenants().create("globex", "Globex");
        world.rollcall.providers("globex").add(ProviderSettings.named("Okta"));
        assertThat(providers.list()).extracting(Provider::id).containsExactly(okta.id(), other.id());
    }

    @Test
    void what_is_not_there_is_named() {
        refused(() -> providers.change("p1", to -> to.strictCountry(true)), Problem.NOT_FOUND, "provider \"p1\"");
        refused(() -> providers.delete("p1"), Problem.NOT_FOUND, "provider \"p1\"");
        refused(() -> providers.credentials("p1").list(), Problem.NOT_FOUND, "provider \"p1\"");
        refused(() -> world.rollcall.providers("t1").list(), Problem.NOT_FOUND, "tenant \"t1\"");
        refused(
                () -> world.rollcall.providers("t1").add(ProviderSettings.named("Okta")),
                Problem.NOT_FOUND,
                "tenant \"t1\"");
        CreatedProvider okta = world.okta();
        refused(() -> providers.credentials(okta.id()).revoke("c1"), Problem.NOT_FOUND, "credential \"c1\"");
        CreatedProvider other = providers.add(ProviderSettings.named("Other"));
        refused(
                () -> providers.credentials(other.id()).revoke(okta.credential().id()),
                Problem.NOT_FOUND,
                "credential");
        assertThat(providers.find("p1")).isEmpty();
    }

    @Test
    void a_setting_out_of_its_range_is_refused_and_named() {
        CreatedProvider okta = world.okta();

        assertThatThrownBy(() -> providers.change(okta.id(), to -> to.deactivationDelay(Duration.ofDays(31))))
                .hasMessageContaining("deactivationDelay")
                .hasMessageContaining("0 to 30 days");
        assertThat(providers.find(okta.id()).orElseThrow().settings().deactivationDelay())
                .isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void each_change_is_a_revision_of_the_tenant() {
        CreatedProvider okta = world.okta();
        long before = revision();

        providers.disable(okta.id());
        providers.enable(okta.id());
        providers.change(okta.id(), to -> to.strictCountry(true));

        assertThat(revision()).isEqualTo(before + 3);
    }

    private long revision() {
        return world.rollcall.tenants().find(World.TENANT).map(Tenant::revision).orElseThrow();
    }

    @Test
    void requests_are_read_as_is_set_for_their_provider() {
        CreatedProvider okta = world.okta();
        CreatedProvider strict = providers.add(ProviderSettings.named("Strict")
                .with(to -> to.protocol(Options.STRICT.withUniqueGroupDisplayName(true))));
        String odd = "{'schemas':['urn:ietf:params:scim:schemas:core:2.0:User'],'userName':'%s','unheardOf':1}";

        assertThat(world.post(World.caller(okta), "/Users", odd.formatted("a@example.com"))
                        .status())
                .isEqualTo(201);
        assertThat(world.post(World.caller(strict), "/Users", odd.formatted("b@example.com"))
                        .status())
                .isEqualTo(400);

        providers.change(strict.id(), to -> to.protocol(Options.DEFAULT));
        assertThat(world.post(World.caller(strict), "/Users", odd.formatted("b@example.com"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void users_of_a_deleted_provider_stay_as_they_are_and_become_local() {
        CreatedProvider okta = world.okta();
        Caller caller = World.caller(okta);
        String ada = world.user(caller, "ada@example.com");
        String group = group(caller, "Staff", ada);
        world.rollcall
                .mappings(World.TENANT, okta.id())
                .roles(RoleMapping.byGroups(new RoleMapping.ByGroups.Rule(group, Set.of("member"))));
        world.rollcall.apply(World.TENANT, okta.id());
        world.rollcall.runDue();
        Account before = account(ada);
        assertThat(before.assignment().roles()).containsEntry("member", Provenance.MAPPING);
        var shown = world.get(HOST, "/Users/" + ada).json();

        providers.delete(okta.id());

        assertThat(world.rollcall.syncLog(World.TENANT).entries(SyncLogQuery.ALL.ofProvider(okta.id())))
                .filteredOn(entry -> entry.message().contains("rovider was deleted")
                        || entry.message().contains("with its provider Okta"))
                .extracting(SyncLogEntry::event)
                .containsExactly(SyncLogEvent.USER_UPDATED, SyncLogEvent.GROUP_DELETED);
        Account after = account(ada);
        assertThat(after.origin()).isEqualTo(Origin.LOCAL);
        assertThat(after.assignment().roles()).containsExactly(Map.entry("member", Provenance.MANUAL));
        assertThat(after.assignment().organization())
                .isEqualTo(before.assignment().organization());
        assertThat(after.standing()).isEqualTo(before.standing());
        var local = world.get(HOST, "/Users/" + ada).json();
        assertThat(local.path("meta")).isEqualTo(shown.path("meta"));
        assertThat(local.path("userName")).isEqualTo(shown.path("userName"));
        assertThat(world.get(HOST, "/Groups/" + group).status()).isEqualTo(404);
        assertThat(local.has("groups")).isFalse();
        assertThat(providers.list()).isEmpty();
        assertThat(access.byPassword(okta.userName(), okta.password())).isEmpty();
        assertThat(world.get(caller, "/Users").status()).isEqualTo(403);
    }

    @Test
    void what_another_provider_has_stays_when_one_is_deleted() {
        CreatedProvider okta = world.okta();
        CreatedProvider entra = providers.add(ProviderSettings.named("Entra ID"));
        String ada = world.user(World.caller(entra), "ada@example.com");
        String group = group(World.caller(entra), "Staff", ada);

        providers.delete(okta.id());

        assertThat(world.get(World.caller(entra), "/Groups/" + group).json().path("members"))
                .hasSize(1);
        assertThat(account(ada).provider()).isEqualTo(entra.id());
        assertThat(access.byPassword(entra.userName(), entra.password())).isPresent();
    }

    @Test
    void a_pending_deactivation_falls_due_after_its_provider_was_deleted() {
        CreatedProvider okta = world.okta();
        Caller caller = World.caller(okta);
        String ada = world.user(caller, "ada@example.com");
        String gone = world.user(caller, "gone@example.com");
        world.call(
                caller,
                "PATCH",
                "/Users/" + ada,
                "{'schemas':['urn:ietf:params:scim:api:messages:2.0:PatchOp'],"
                        + "'Operations':[{'op':'replace','path':'active','value':false}]}");
        world.call(caller, "DELETE", "/Users/" + gone, "");

        providers.delete(okta.id());
        assertThat(account(ada).standing().state()).isEqualTo(AccountState.DEACTIVATION_PENDING);
        world.pass(Duration.ofMinutes(15));
        world.rollcall.runDue();

        assertThat(account(ada).standing().state()).isEqualTo(AccountState.DEACTIVATED);
        assertThat(account(gone).standing().state()).isEqualTo(AccountState.DELETED);
    }

    @Test
    void more_accounts_than_fit_into_one_unit_of_work_are_released_too() {
        CreatedProvider okta = world.okta();
        for (int i = 0; i < 1_100; i++) {
            world.user(World.caller(okta), "user" + i + "@example.com");
        }

        providers.delete(okta.id());

        assertThat(world.get(HOST, "/Users").json().path("totalResults").asInt())
                .isEqualTo(1_100);
        assertThat(world.rollcall.accounts(World.TENANT).list(AccountQuery.ALL, null, 1_000))
                .allMatch(account -> account.provider() == null);
    }

    @Test
    void a_provider_has_any_number_of_credentials() {
        CreatedProvider okta = world.okta();
        Credentials credentials = providers.credentials(okta.id());
        CreatedCredential token = credentials.add(CredentialType.OAUTH_TOKEN);
        CreatedCredential second = credentials.add(CredentialType.API_CREDENTIALS);

        assertThat(access.byToken(token.token()).map(Caller::name)).contains(token.userName());
        assertThat(access.byPassword(second.userName(), second.password()).map(Caller::name))
                .contains(second.userName());
        assertThat(access.byPassword(second.userName(), okta.password())).isEmpty();
        assertThat(credentials.list())
                .extracting(Credential::userName)
                .containsExactly(okta.userName(), token.userName(), second.userName());
    }

    @Test
    void what_is_over_cannot_be_rotated_or_prolonged() {
        CreatedProvider okta = world.okta();
        Credentials credentials = providers.credentials(okta.id());
        credentials.revoke(okta.credential().id());

        refused(() -> credentials.rotate(okta.credential().id(), world.now.get()), Problem.REFUSED, okta.userName());
        refused(() -> credentials.expire(okta.credential().id(), null), Problem.REFUSED, okta.userName());
        refused(
                () -> credentials.add(CredentialType.OAUTH_TOKEN, world.now.get()),
                Problem.INVALID,
                "expires must be after now");
        assertThat(credentials.revoke(okta.credential().id()).revoked()).isEqualTo(world.now.get());
    }

    private Account account(String user) {
        return world.rollcall.accounts(World.TENANT).ofUser(user).orElseThrow();
    }

    private String group(Caller caller, String name, String member) {
        return world.post(
                        caller,
                        "/Groups",
                        "{'schemas':['" + GROUP + "'],'displayName':'" + name + "','members':[{'value':'" + member
                                + "'}]}")
                .id();
    }
}
