package dev.rollcall.conformance.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.unboundid.scim2.client.ScimService;
import com.unboundid.scim2.common.exceptions.BadRequestException;
import com.unboundid.scim2.common.exceptions.NotModifiedException;
import com.unboundid.scim2.common.exceptions.PreconditionFailedException;
import com.unboundid.scim2.common.exceptions.ResourceConflictException;
import com.unboundid.scim2.common.exceptions.ResourceNotFoundException;
import com.unboundid.scim2.common.exceptions.ScimException;
import com.unboundid.scim2.common.exceptions.UnauthorizedException;
import com.unboundid.scim2.common.types.UserResource;
import org.junit.jupiter.api.Test;

/** Entity tags, and errors as the exceptions that the client makes of them. */
class UnboundIdProtocolTest {
    private final String token = Scim.newTenant();
    private final ScimService client = UnboundId.of(token);

    private String displayName(UserResource user) {
        return Scim.stored(token, "/Users/" + user.getId()).path("displayName").asText("");
    }

    @Test
    void the_version_that_was_read_can_be_replaced_once() throws ScimException {
        UserResource user = client.create("Users", UnboundId.ada());
        user.setDisplayName("first");
        client.replaceRequest(user).ifMatch().invoke();
        user.setDisplayName("second");
        assertThatThrownBy(() -> client.replaceRequest(user).ifMatch().invoke())
                .isInstanceOf(PreconditionFailedException.class);
        assertThat(displayName(user)).isEqualTo("first");
    }

    @Test
    void the_version_that_was_read_can_be_patched_once() throws ScimException {
        UserResource user = client.create("Users", UnboundId.ada());
        client.modifyRequest(user)
                .replaceValue("displayName", "first")
                .ifMatch()
                .invoke();
        assertThatThrownBy(() -> client.modifyRequest(user)
                        .replaceValue("displayName", "second")
                        .ifMatch()
                        .invoke())
                .isInstanceOf(PreconditionFailedException.class);
        assertThat(displayName(user)).isEqualTo("first");
    }

    @Test
    void only_the_current_version_is_deleted() throws ScimException {
        UserResource old = client.create("Users", UnboundId.ada());
        UserResource current =
                client.modifyRequest(old).replaceValue("displayName", "new").invoke();
        assertThatThrownBy(() -> client.deleteRequest(old)
                        .ifMatch(old.getMeta().getVersion())
                        .invoke())
                .isInstanceOf(PreconditionFailedException.class);
        assertThat(displayName(old)).isEqualTo("new");
        client.deleteRequest(current).ifMatch(current.getMeta().getVersion()).invoke();
        assertThat(Scim.exists(token, "/Users/" + old.getId())).isFalse();
    }

    @Test
    void what_has_not_changed_is_not_sent_again() throws ScimException {
        UserResource old = client.create("Users", UnboundId.ada());
        assertThatThrownBy(() -> client.retrieveRequest(old).ifNoneMatch().invoke())
                .isInstanceOf(NotModifiedException.class);
        client.modifyRequest(old).replaceValue("displayName", "new").invoke();
        assertThat(client.retrieveRequest(old).ifNoneMatch().invoke().getDisplayName())
                .isEqualTo("new");
    }

    @Test
    void a_user_name_that_is_taken_is_a_conflict() throws ScimException {
        client.create("Users", UnboundId.ada());
        ResourceConflictException conflict =
                catchThrowableOfType(ResourceConflictException.class, () -> client.create("Users", UnboundId.ada()));
        assertThat(conflict.getScimError().getStatus()).isEqualTo(409);
        assertThat(conflict.getScimError().getScimType()).isEqualTo("uniqueness");
        assertThat(conflict.getScimError().getDetail()).contains("userName");
        assertThat(Scim.stored(token, "/Users").path("totalResults").intValue()).isEqualTo(1);
    }

    @Test
    void what_is_not_there_is_not_found() {
        ResourceNotFoundException missing = catchThrowableOfType(
                ResourceNotFoundException.class, () -> client.retrieve("Users", "no-such-id", UserResource.class));
        assertThat(missing.getScimError().getDetail()).contains("no-such-id");
        assertThatThrownBy(() -> client.delete("Users", "no-such-id")).isInstanceOf(ResourceNotFoundException.class);
        assertThatThrownBy(() -> client.modifyRequest("Users", "no-such-id")
                        .replaceValue("displayName", "x")
                        .invoke(UserResource.class))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void bad_requests_say_of_which_kind_they_are() throws ScimException {
        BadRequestException filter = catchThrowableOfType(
                BadRequestException.class,
                () -> client.search("Users", "noSuchAttribute eq \"x\"", UserResource.class));
        assertThat(filter.getScimError().getScimType()).isEqualTo("invalidFilter");
        UserResource user = client.create("Users", UnboundId.ada());
        BadRequestException path = catchThrowableOfType(
                BadRequestException.class,
                () -> client.modifyRequest(user)
                        .replaceValue("noSuchAttribute", "x")
                        .invoke());
        assertThat(path.getScimError().getScimType()).isEqualTo("invalidPath");
        BadRequestException value = catchThrowableOfType(
                BadRequestException.class, () -> client.create("Users", new UserResource().setDisplayName("x")));
        assertThat(value.getScimError().getScimType()).isEqualTo("invalidValue");
    }

    @Test
    void a_wrong_token_is_unauthorized() {
        assertThatThrownBy(() -> UnboundId.of("wrong").retrieve("Users", "x", UserResource.class))
                .isInstanceOf(UnauthorizedException.class);
    }
}
