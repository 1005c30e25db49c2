package dev.rollcall.conformance.clients;

import static org.assertj.core.api.Assertions.assertThat;

import de.captaingoldfish.scim.sdk.client.ScimRequestBuilder;
import de.captaingoldfish.scim.sdk.client.builder.PatchBuilder;
import de.captaingoldfish.scim.sdk.client.response.ServerResponse;
import de.captaingoldfish.scim.sdk.common.constants.EndpointPaths;
import de.captaingoldfish.scim.sdk.common.constants.enums.PatchOp;
import de.captaingoldfish.scim.sdk.common.etag.ETag;
import de.captaingoldfish.scim.sdk.common.resources.User;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Entity tags, and errors as the client reads them. */
class ScimSdkProtocolTest {
    private final String token = Scim.newTenantOfScimSdk();
    private final ScimRequestBuilder client = ScimSdk.of(token);

    @AfterEach
    void close() {
        client.close();
    }

    private ServerResponse<User> create(User user) {
        return client.create(User.class, EndpointPaths.USERS).setResource(user).sendRequest();
    }

    private String displayName(String id) {
        return Scim.stored(token, "/Users/" + id).path("displayName").asText("");
    }

    private PatchBuilder<User> renamed(String id, String displayName) {
        return client.patch(User.class, EndpointPaths.USERS, id)
                .addOperation()
                .op(PatchOp.REPLACE)
                .path("displayName")
                .value(displayName)
                .build();
    }

    @Test
    void the_version_that_was_read_can_be_replaced_once() {
        User user = ScimSdk.ok(create(ScimSdk.ada()));
        String id = user.getId().orElseThrow();
        ETag version = user.getMeta().orElseThrow().getVersion().orElseThrow();
        user.setDisplayName("first");
        ScimSdk.ok(client.update(User.class, EndpointPaths.USERS, id)
                .setETagForIfMatch(version)
                .setResource(user)
                .sendRequest());
        user.setDisplayName("second");
        ScimSdk.error(
                412,
                client.update(User.class, EndpointPaths.USERS, id)
                        .setETagForIfMatch(version)
                        .setResource(user)
                        .sendRequest());
        assertThat(displayName(id)).isEqualTo("first");
    }

    @Test
    void the_version_that_was_read_can_be_patched_and_deleted_once() {
        User user = ScimSdk.ok(create(ScimSdk.ada()));
        String id = user.getId().orElseThrow();
        ETag old = user.getMeta().orElseThrow().getVersion().orElseThrow();
        // The client forgets what setETagForIfMatch says when it patches.
        Map<String, String> ifMatch = Map.of("If-Match", old.getEntityTag());
        User patched = ScimSdk.ok(renamed(id, "first").sendRequest(ifMatch));
        ScimSdk.error(412, renamed(id, "second").sendRequest(ifMatch));
        ScimSdk.error(
                412,
                client.delete(User.class, EndpointPaths.USERS, id)
                        .setETagForIfMatch(old)
                        .sendRequest());
        assertThat(displayName(id)).isEqualTo("first");
        ETag current = patched.getMeta().orElseThrow().getVersion().orElseThrow();
        assertThat(client.delete(User.class, EndpointPaths.USERS, id)
                        .setETagForIfMatch(current)
                        .sendRequest()
                        .isSuccess())
                .isTrue();
        assertThat(Scim.exists(token, "/Users/" + id)).isFalse();
    }

    @Test
    void what_has_not_changed_is_not_sent_again() {
        User user = ScimSdk.ok(create(ScimSdk.ada()));
        String id = user.getId().orElseThrow();
        ETag version = user.getMeta().orElseThrow().getVersion().orElseThrow();
        ServerResponse<User> same = client.get(User.class, EndpointPaths.USERS, id)
                .setETagForIfNoneMatch(version)
                .sendRequest();
        assertThat(same.getHttpStatus()).isEqualTo(304);
        assertThat(same.getResponseBody()).isNullOrEmpty();
        ScimSdk.ok(renamed(id, "new").sendRequest());
        User changed = ScimSdk.ok(client.get(User.class, EndpointPaths.USERS, id)
                .setETagForIfNoneMatch(version)
                .sendRequest());
        assertThat(changed.getDisplayName()).contains("new");
    }

    @Test
    void a_user_name_that_is_taken_is_a_conflict() {
        ScimSdk.ok(create(ScimSdk.ada()));
        var conflict = ScimSdk.error(409, create(ScimSdk.ada()));
        assertThat(conflict.getScimType()).contains("uniqueness");
        assertThat(conflict.getDetail().orElseThrow()).contains("userName");
        assertThat(Scim.stored(token, "/Users").path("totalResults").intValue()).isEqualTo(1);
    }

    @Test
    void what_is_not_there_is_not_found() {
        var missing = ScimSdk.error(
                404, client.get(User.class, EndpointPaths.USERS, "no-such-id").sendRequest());
        assertThat(missing.getDetail().orElseThrow()).contains("no-such-id");
        ScimSdk.error(404, renamed("no-such-id", "x").sendRequest());
        ScimSdk.error(
                404,
                client.delete(User.class, EndpointPaths.USERS, "no-such-id").sendRequest());
    }

    @Test
    void bad_requests_say_of_which_kind_they_are() {
        var filter = ScimSdk.error(
                400,
                client.list(User.class, EndpointPaths.USERS)
                        .filter("noSuchAttribute eq \"x\"")
                        .get()
                        .sendRequest());
        assertThat(filter.getScimType()).contains("invalidFilter");
        var value = ScimSdk.error(400, create(User.builder().displayName("x").build()));
        assertThat(value.getScimType()).contains("invalidValue");
        String id = ScimSdk.ok(create(ScimSdk.ada())).getId().orElseThrow();
        var path = ScimSdk.error(
                400,
                client.patch(User.class, EndpointPaths.USERS, id)
                        .addOperation()
                        .op(PatchOp.REPLACE)
                        .path("noSuchAttribute")
                        .value("x")
                        .build()
                        .sendRequest());
        assertThat(path.getScimType()).contains("invalidPath");
    }

    @Test
    void a_wrong_token_is_unauthorized() {
        try (ScimRequestBuilder stranger = ScimSdk.of("wrong")) {
            ScimSdk.error(
                    401, stranger.get(User.class, EndpointPaths.USERS, "x").sendRequest());
        }
    }
}
