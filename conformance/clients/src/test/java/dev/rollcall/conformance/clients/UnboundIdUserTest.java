package dev.rollcall.conformance.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.unboundid.scim2.client.ScimService;
import com.unboundid.scim2.common.exceptions.ScimException;
import com.unboundid.scim2.common.types.Email;
import com.unboundid.scim2.common.types.EnterpriseUserExtension;
import com.unboundid.scim2.common.types.UserResource;
import org.junit.jupiter.api.Test;

class UnboundIdUserTest {
    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    private final String token = Scim.newTenant();
    private final ScimService client = UnboundId.of(token);

    private JsonNode stored(UserResource user) {
        return Scim.stored(token, "/Users/" + user.getId());
    }

    @Test
    void a_user_is_created_with_its_extension() throws ScimException {
        UserResource created = client.create("Users", UnboundId.ada());
        assertThat(created.getMeta().getResourceType()).isEqualTo("User");
        assertThat(created.getMeta().getLocation().toString()).isEqualTo(Scim.BASE_URL + "/Users/" + created.getId());
        assertThat(created.getMeta().getCreated())
                .isNotNull()
                .isEqualTo(created.getMeta().getLastModified());
        JsonNode stored = stored(created);
        assertThat(stored.at("/userName").textValue()).isEqualTo("ada@example.com");
        assertThat(stored.at("/externalId").textValue()).isEqualTo("e-1");
        assertThat(stored.at("/name/familyName").textValue()).isEqualTo("Lovelace");
        assertThat(stored.at("/emails/0/primary").booleanValue()).isTrue();
        assertThat(stored.path(ENTERPRISE).path("employeeNumber").textValue()).isEqualTo("701984");
        assertThat(stored.at("/schemas")).hasSize(2);
    }

    @Test
    void a_user_is_read_by_id_and_by_location_as_it_was_created() throws ScimException {
        UserResource created = client.create("Users", UnboundId.ada());
        UserResource byId = client.retrieve("Users", created.getId(), UserResource.class);
        assertThat(byId).isEqualTo(created).isEqualTo(client.retrieve(created));
        assertThat(byId.getExtension(EnterpriseUserExtension.class).getDepartment())
                .isEqualTo("Engines");
    }

    @Test
    void only_the_attributes_that_are_asked_for_come_back() throws ScimException {
        UserResource created = client.create("Users", UnboundId.ada());
        UserResource some = client.retrieveRequest("Users", created.getId())
                .attributes("displayName")
                .invoke(UserResource.class);
        assertThat(some.getDisplayName()).isEqualTo("Ada Lovelace");
        assertThat(some.getUserName()).isNull();
        UserResource most = client.retrieveRequest("Users", created.getId())
                .excludedAttributes("displayName", ENTERPRISE + ":department")
                .invoke(UserResource.class);
        assertThat(most.getDisplayName()).isNull();
        assertThat(most.getUserName()).isEqualTo("ada@example.com");
        assertThat(most.getExtension(EnterpriseUserExtension.class).getDepartment())
                .isNull();
    }

    @Test
    void what_is_read_can_be_changed_and_put_back() throws ScimException {
        UserResource user = client.create("Users", UnboundId.ada());
        user.setDisplayName("Countess of Lovelace");
        user.setEmails(new Email().setValue("countess@example.com").setType("home"));
        user.removeExtension(EnterpriseUserExtension.class);
        UserResource replaced = client.replace(user);
        assertThat(replaced.getDisplayName()).isEqualTo("Countess of Lovelace");
        JsonNode stored = stored(user);
        assertThat(stored.at("/displayName").textValue()).isEqualTo("Countess of Lovelace");
        assertThat(stored.at("/emails")).hasSize(1);
        assertThat(stored.at("/emails/0/value").textValue()).isEqualTo("countess@example.com");
        assertThat(stored.has(ENTERPRISE)).isFalse();
        assertThat(stored.at("/name/givenName").textValue()).isEqualTo("Ada");
    }

    @Test
    void a_patch_replaces_adds_and_removes() throws ScimException {
        UserResource user = client.create("Users", UnboundId.ada());
        UserResource patched = client.modifyRequest(user)
                .replaceValue("displayName", "A. L.")
                .addValues("emails", new Email().setValue("ada@home.example").setType("home"))
                .replaceValue("emails[type eq \"work\"].value", "ada@work.example")
                .replaceValue(ENTERPRISE + ":department", "Mathematics")
                .removeValues("name.givenName")
                .invoke();
        assertThat(patched.getDisplayName()).isEqualTo("A. L.");
        assertThat(patched.getEmails()).extracting(Email::getValue).contains("ada@work.example", "ada@home.example");
        JsonNode stored = stored(user);
        assertThat(stored.at("/displayName").textValue()).isEqualTo("A. L.");
        assertThat(stored.at("/emails").findValuesAsText("value"))
                .containsExactlyInAnyOrder("ada@work.example", "ada@home.example");
        assertThat(stored.path(ENTERPRISE).path("department").textValue()).isEqualTo("Mathematics");
        assertThat(stored.at("/name").has("givenName")).isFalse();
        assertThat(stored.at("/name/familyName").textValue()).isEqualTo("Lovelace");
    }

    @Test
    void a_user_reads_and_changes_itself() throws ScimException {
        UserResource user = client.create("Users", UnboundId.ada());
        ScimService own = UnboundId.of(token + "." + user.getId());
        UserResource me = own.retrieve(ScimService.ME_URI, UserResource.class);
        assertThat(me).isEqualTo(client.retrieve(user));
        own.modifyRequest(ScimService.ME_URI).replaceValue("displayName", "I").invoke(UserResource.class);
        assertThat(stored(user).path("displayName").textValue()).isEqualTo("I");
        own.delete(ScimService.ME_URI);
        assertThat(Scim.exists(token, "/Users/" + user.getId())).isFalse();
    }

    @Test
    void a_user_is_deleted() throws ScimException {
        UserResource user = client.create("Users", UnboundId.ada());
        client.delete(user);
        assertThat(Scim.exists(token, "/Users/" + user.getId())).isFalse();
    }
}
