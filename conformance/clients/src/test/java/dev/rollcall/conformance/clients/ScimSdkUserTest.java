package dev.rollcall.conformance.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.captaingoldfish.scim.sdk.client.ScimRequestBuilder;
import de.captaingoldfish.scim.sdk.client.response.ServerResponse;
import de.captaingoldfish.scim.sdk.common.constants.EndpointPaths;
import de.captaingoldfish.scim.sdk.common.constants.enums.PatchOp;
import de.captaingoldfish.scim.sdk.common.resources.EnterpriseUser;
import de.captaingoldfish.scim.sdk.common.resources.User;
import de.captaingoldfish.scim.sdk.common.resources.multicomplex.Email;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScimSdkUserTest {
    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    private final String token = Scim.newTenantOfScimSdk();
    private final ScimRequestBuilder client = ScimSdk.of(token);

    @AfterEach
    void close() {
        client.close();
    }

    private User create() {
        return ScimSdk.ok(client.create(User.class, EndpointPaths.USERS)
                .setResource(ScimSdk.ada())
                .sendRequest());
    }

    private String id(User user) {
        return user.getId().orElseThrow();
    }

    private JsonNode stored(User user) {
        return Scim.stored(token, "/Users/" + id(user));
    }

    @Test
    void a_user_is_created_with_its_extension() {
        ServerResponse<User> response = client.create(User.class, EndpointPaths.USERS)
                .setResource(ScimSdk.ada())
                .sendRequest();
        assertThat(response.getHttpStatus()).isEqualTo(201);
        User created = ScimSdk.ok(response);
        assertThat(created.getMeta().orElseThrow().getLocation())
                .contains(Scim.BASE_URL + "/Users/" + id(created))
                .contains(response.getHttpHeaders().get("Location"));
        JsonNode stored = stored(created);
        assertThat(stored.at("/userName").textValue()).isEqualTo("ada@example.com");
        assertThat(stored.at("/externalId").textValue()).isEqualTo("e-1");
        assertThat(stored.at("/name/familyName").textValue()).isEqualTo("Lovelace");
        assertThat(stored.at("/emails/0/primary").booleanValue()).isTrue();
        assertThat(stored.path(ENTERPRISE).path("employeeNumber").textValue()).isEqualTo("701984");
    }

    @Test
    void a_user_is_read_as_it_was_created() {
        User created = create();
        User read = ScimSdk.ok(
                client.get(User.class, EndpointPaths.USERS, id(created)).sendRequest());
        assertThat((JsonNode) read).isEqualTo(created);
        assertThat(read.getEnterpriseUser().orElseThrow().getDepartment()).contains("Engines");
        assertThat(read.getMeta().orElseThrow().getCreated()).isPresent();
    }

    @Test
    void what_is_read_can_be_changed_and_put_back() {
        User user = create();
        user.setDisplayName("Countess of Lovelace");
        user.setEmails(List.of(
                Email.builder().value("countess@example.com").type("home").build()));
        user.setEnterpriseUser(EnterpriseUser.builder().costCenter("42").build());
        User replaced = ScimSdk.ok(client.update(User.class, EndpointPaths.USERS, id(user))
                .setResource(user)
                .sendRequest());
        assertThat(replaced.getDisplayName()).contains("Countess of Lovelace");
        JsonNode stored = stored(user);
        assertThat(stored.at("/displayName").textValue()).isEqualTo("Countess of Lovelace");
        assertThat(stored.at("/emails")).hasSize(1);
        assertThat(stored.path(ENTERPRISE).path("costCenter").textValue()).isEqualTo("42");
        assertThat(stored.path(ENTERPRISE).has("employeeNumber")).isFalse();
    }

    @Test
    void a_patch_replaces_adds_and_removes() {
        User user = create();
        User patched = ScimSdk.ok(client.patch(User.class, EndpointPaths.USERS, id(user))
                .addOperation()
                .op(PatchOp.REPLACE)
                .path("displayName")
                .value("A. L.")
                .next()
                .op(PatchOp.ADD)
                .path("emails")
                .valueNode(
                        Email.builder().value("ada@home.example").type("home").build())
                .next()
                .op(PatchOp.REPLACE)
                .path("emails[type eq \"work\"].value")
                .value("ada@work.example")
                .next()
                .op(PatchOp.REPLACE)
                .path(ENTERPRISE + ":department")
                .value("Mathematics")
                .next()
                .op(PatchOp.REMOVE)
                .path("name.givenName")
                .build()
                .sendRequest());
        assertThat(patched.getDisplayName()).contains("A. L.");
        JsonNode stored = stored(user);
        assertThat(stored.at("/displayName").textValue()).isEqualTo("A. L.");
        assertThat(stored.at("/emails").findValuesAsText("value"))
                .containsExactlyInAnyOrder("ada@work.example", "ada@home.example");
        assertThat(stored.path(ENTERPRISE).path("department").textValue()).isEqualTo("Mathematics");
        assertThat(stored.at("/name").has("givenName")).isFalse();
        assertThat(stored.at("/name/familyName").textValue()).isEqualTo("Lovelace");
    }

    @Test
    void a_patch_without_path_carries_a_part_of_a_user() {
        User user = create();
        User part = User.builder().nickName("Countess").active(false).build();
        ScimSdk.ok(client.patch(User.class, EndpointPaths.USERS, id(user))
                .addOperation()
                .op(PatchOp.ADD)
                .valueNode(part)
                .build()
                .sendRequest());
        assertThat(stored(user).at("/nickName").textValue()).isEqualTo("Countess");
        assertThat(stored(user).at("/active").booleanValue()).isFalse();
        assertThat(stored(user).at("/displayName").textValue()).isEqualTo("Ada Lovelace");
    }

    @Test
    void a_user_reads_and_changes_itself() {
        User user = create();
        try (ScimRequestBuilder own = ScimSdk.of(token + "." + id(user))) {
            User me = ScimSdk.ok(own.get(User.class, EndpointPaths.ME).sendRequest());
            assertThat((JsonNode) me).isEqualTo(user);
            me.setDisplayName("I");
            ScimSdk.ok(own.update(User.class, EndpointPaths.ME).setResource(me).sendRequest());
            assertThat(stored(user).path("displayName").textValue()).isEqualTo("I");
            own.delete(User.class, EndpointPaths.ME).sendRequest();
        }
        assertThat(Scim.exists(token, "/Users/" + id(user))).isFalse();
    }

    @Test
    void a_user_is_deleted() {
        User user = create();
        ServerResponse<User> response =
                client.delete(User.class, EndpointPaths.USERS, id(user)).sendRequest();
        assertThat(response.isSuccess()).isTrue();
        assertThat(response.getHttpStatus()).isEqualTo(204);
        assertThat(Scim.exists(token, "/Users/" + id(user))).isFalse();
    }
}
