package dev.rollcall.scim.provisioning.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.scim.protocol.Caller;
import dev.rollcall.scim.provisioning.provider.ManagerLookup;
import dev.rollcall.scim.provisioning.provider.ProviderSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ManagerLookupTest {
    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    private final World world = World.create();

    private Caller provider(ManagerLookup lookup) {
        return World.caller(
                world.providers().add(ProviderSettings.named(lookup.name()).with(to -> to.managerLookup(lookup))));
    }

    private String report(Caller caller, String manager) {
        return world.user(caller, "report@example.com", "'" + ENTERPRISE + "':{'manager':{'value':'" + manager + "'}}");
    }

    private String boss(Caller caller) {
        return world.user(caller, "Boss@example.com", "'externalId':'e-1'", "'displayName':'The Boss'");
    }

    private JsonNode manager(Caller caller, String user) {
        return world.get(caller, "/Users/" + user).json().path(ENTERPRISE).path("manager");
    }

    private static String url(String id) {
        return World.BASE + "/Users/" + id;
    }

    @ParameterizedTest
    @EnumSource
    void the_id_is_understood_always(ManagerLookup lookup) {
        Caller caller = provider(lookup);
        String boss = boss(caller);
        String report = report(caller, boss);

        assertThat(manager(caller, report).path("$ref").asText()).isEqualTo(url(boss));
        assertThat(manager(caller, report).path("displayName").asText()).isEqualTo("The Boss");
    }

    @Test
    void a_manager_named_by_external_id_is_found_when_it_comes() {
        Caller caller = provider(ManagerLookup.EXTERNAL_ID);
        String report = report(caller, "e-1");
        assertThat(manager(caller, report).has("$ref")).isFalse();

        String boss = boss(caller);

        assertThat(manager(caller, report).path("$ref").asText()).isEqualTo(url(boss));
        assertThat(manager(caller, report).path("displayName").asText()).isEqualTo("The Boss");
        assertThat(manager(caller, report).path("value").asText()).isEqualTo("e-1");
    }

    @Test
    void a_manager_named_by_user_name_is_found_whatever_the_case() {
        Caller caller = provider(ManagerLookup.USER_NAME);
        String boss = boss(caller);
        String report = report(caller, "boss@EXAMPLE.com");

        assertThat(manager(caller, report).path("$ref").asText()).isEqualTo(url(boss));
        world.call(caller, "DELETE", "/Users/" + boss, "");
        assertThat(manager(caller, report).has("$ref")).isFalse();
    }

    @Test
    void only_the_id_is_understood_unless_it_is_set_otherwise() {
        Caller caller = World.caller(world.okta());
        boss(caller);

        assertThat(manager(caller, report(caller, "e-1")).has("$ref")).isFalse();
    }

    @Test
    void a_manager_of_another_provider_is_not_found() {
        Caller other = provider(ManagerLookup.ID);
        boss(other);
        Caller caller = provider(ManagerLookup.EXTERNAL_ID);

        assertThat(manager(caller, report(caller, "e-1")).has("$ref")).isFalse();
    }

    @Test
    void of_two_users_with_one_external_id_neither_is_the_manager() {
        Caller caller = provider(ManagerLookup.EXTERNAL_ID);
        boss(caller);
        world.user(caller, "second@example.com", "'externalId':'e-1'");

        assertThat(manager(caller, report(caller, "e-1")).has("$ref")).isFalse();
    }
}
