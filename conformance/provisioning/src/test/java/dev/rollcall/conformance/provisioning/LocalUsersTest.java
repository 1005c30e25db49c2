package dev.rollcall.conformance.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.conformance.server.Answer;
import dev.rollcall.conformance.server.Scim;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.provisioning.account.Origin;
import dev.rollcall.scim.provisioning.lifecycle.AccountState;
import dev.rollcall.scim.provisioning.log.SyncLogEvent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Section 8: local users, and users that an administrator edits. */
class LocalUsersTest extends SentenceTest {
    @Test
    @Tag("P-8.1")
    void the_host_creates_changes_deactivates_and_deletes_local_users() {
        Customer acme = Customer.of(host);
        var local = acme.rollcall.actingAs("jane@acme").localUsers(acme.tenant);
        String id = local.create(user -> user.set("userName", "jo@example.com").set("displayName", "Jo"))
                .id();
        assertThat(acme.account(id).origin()).isEqualTo(Origin.LOCAL);
        assertThat(acme.rollcall.accounts(acme.tenant).maySignIn(id)).isTrue();
        local.update(id, user -> user.set("title", "Chief"));
        assertThat(acme.last(SyncLogEvent.USER_UPDATED).actor()).isEqualTo("jane@acme");
        local.update(id, user -> user.set("active", false));
        assertThat(acme.account(id).standing().state()).isEqualTo(AccountState.DEACTIVATED);
        local.update(id, user -> user.set("active", true));
        assertThat(acme.rollcall.accounts(acme.tenant).maySignIn(id)).isTrue();
        local.delete(id);
        assertThat(acme.account(id).standing().state()).isEqualTo(AccountState.DELETED);
        assertThatThrownBy(() -> local.update(id, user -> user.set("title", "Chief")))
                .hasMessageContaining(id);
    }

    @Test
    @Tag("P-8.2")
    void a_provider_cannot_see_create_over_change_or_delete_a_local_user_and_tries_are_logged() {
        Customer acme = Customer.of(host);
        String id = acme.rollcall
                .localUsers(acme.tenant)
                .create(user -> user.set("userName", "jo@example.com"))
                .id();
        Answer list = acme.scim.get("/Users");
        assertThat(list.json().path("totalResults").asInt(-1)).isZero();
        assertThat(acme.scim
                        .get("/Users?filter=userName eq 'jo@example.com'")
                        .json()
                        .path("totalResults")
                        .asInt(-1))
                .isZero();
        assertThat(acme.scim.get("/Users/" + id).status()).isEqualTo(404);
        assertThat(acme.scim
                        .patch("/Users/" + id, "{'op':'replace','path':'active','value':false}")
                        .status())
                .isEqualTo(404);
        assertThat(acme.scim
                        .put("/Users/" + id, Scim.userBody("x@example.com", ""))
                        .status())
                .isEqualTo(404);
        assertThat(acme.scim.delete("/Users/" + id).status()).isEqualTo(404);
        Answer over = acme.scim.post("/Users", Scim.userBody("JO@example.com", ""));
        assertThat(over.status()).isEqualTo(409);
        assertThat(over.scimType()).isEqualTo("uniqueness");
        assertThat(acme.log(SyncLogEvent.REFUSED)).hasSize(5);
        assertThat(acme.account(id).maySignIn()).isTrue();
    }

    @Test
    @Tag("P-8.2")
    void a_local_user_cannot_be_put_into_a_providers_group() {
        Customer acme = Customer.of(host);
        String id = acme.rollcall
                .localUsers(acme.tenant)
                .create(user -> user.set("userName", "jo@example.com"))
                .id();
        String group = acme.scim.group("Some", id);
        assertThat(acme.scim.get("/Groups/" + group).all("members.value")).isEmpty();
    }

    @Test
    @Tag("P-8.4")
    void an_administrator_edits_a_provisioned_user_until_the_provider_overwrites_it() {
        Customer acme = Customer.of(host);
        String id = acme.scim.user("a@example.com", "'title':'Clerk'");
        var accounts = acme.rollcall.accounts(acme.tenant);
        accounts.editUser(acme.account(id).id(), user -> user.set("title", "Chief"));
        assertThat(acme.scim.get("/Users/" + id).at("/title")).isEqualTo("Chief");
        acme.scim.put("/Users/" + id, Scim.userBody("a@example.com", "'title':'Clerk'"));
        assertThat(acme.scim.get("/Users/" + id).at("/title")).isEqualTo("Clerk");
        assertThatThrownBy(() -> accounts.editUser(acme.account(id).id(), user -> user.set("active", false)))
                .isInstanceOf(ScimException.class)
                .hasMessageContaining("active");
    }
}
