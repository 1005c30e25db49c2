package dev.rollcall.conformance.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.captaingoldfish.scim.sdk.client.ScimRequestBuilder;
import de.captaingoldfish.scim.sdk.client.builder.BulkBuilder;
import de.captaingoldfish.scim.sdk.client.response.ServerResponse;
import de.captaingoldfish.scim.sdk.common.constants.EndpointPaths;
import de.captaingoldfish.scim.sdk.common.constants.enums.HttpMethod;
import de.captaingoldfish.scim.sdk.common.resources.EnterpriseUser;
import de.captaingoldfish.scim.sdk.common.resources.Group;
import de.captaingoldfish.scim.sdk.common.resources.User;
import de.captaingoldfish.scim.sdk.common.resources.complex.Manager;
import de.captaingoldfish.scim.sdk.common.resources.multicomplex.Member;
import de.captaingoldfish.scim.sdk.common.response.BulkResponse;
import de.captaingoldfish.scim.sdk.common.response.BulkResponseOperation;
import de.captaingoldfish.scim.sdk.common.response.ErrorResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** RFC 7644 §3.7; the client of UnboundID knows no Bulk. */
class ScimSdkBulkTest {
    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    private final String token = Scim.newTenantOfScimSdk();
    private final ScimRequestBuilder client = ScimSdk.of(token);

    @AfterEach
    void close() {
        client.close();
    }

    private static User user(String userName) {
        return User.builder().userName(userName).build();
    }

    private static BulkBuilder post(BulkBuilder bulk, String endpoint, String bulkId, JsonNode resource) {
        return bulk.bulkRequestOperation(endpoint)
                .method(HttpMethod.POST)
                .bulkId(bulkId)
                .data(resource)
                .next();
    }

    private static BulkResponseOperation of(BulkResponse response, String bulkId) {
        return response.getByBulkId(bulkId).orElseThrow();
    }

    private static String id(BulkResponse response, String bulkId) {
        String location = of(response, bulkId).getLocation().orElseThrow();
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private int total(String endpoint) {
        return Scim.stored(token, endpoint).path("totalResults").intValue();
    }

    @Test
    void a_group_and_its_members_are_made_in_one_request_the_group_first() {
        Group engines = Group.builder()
                .displayName("Engines")
                .members(List.of(
                        Member.builder().value("bulkId:ada").type("User").build(),
                        Member.builder().value("bulkId:bob").type("User").build()))
                .build();
        BulkBuilder bulk = client.bulk();
        post(bulk, EndpointPaths.GROUPS, "engines", engines);
        post(bulk, EndpointPaths.USERS, "ada", user("ada"));
        post(bulk, EndpointPaths.USERS, "bob", user("bob"));
        BulkResponse response = ScimSdk.ok(bulk.sendRequest());
        assertThat(response.getFailedOperations()).isEmpty();
        assertThat(response.getBulkResponseOperations())
                .extracting(BulkResponseOperation::getStatus)
                .containsExactly(201, 201, 201);
        assertThat(of(response, "engines").getLocation())
                .contains(Scim.BASE_URL + "/Groups/" + id(response, "engines"));
        assertThat(of(response, "engines").getVersion()).isPresent();
        JsonNode stored = Scim.stored(token, "/Groups/" + id(response, "engines"));
        assertThat(stored.path("members").findValuesAsText("value"))
                .containsExactlyInAnyOrder(id(response, "ada"), id(response, "bob"));
    }

    @Test
    void two_users_who_manage_each_other_are_made_together() {
        BulkBuilder bulk = client.bulk();
        post(bulk, EndpointPaths.USERS, "ada", managed("ada", "bulkId:bob"));
        post(bulk, EndpointPaths.USERS, "bob", managed("bob", "bulkId:ada"));
        BulkResponse response = ScimSdk.ok(bulk.sendRequest());
        assertThat(response.getFailedOperations()).isEmpty();
        assertThat(managerOf(id(response, "ada"))).isEqualTo(id(response, "bob"));
        assertThat(managerOf(id(response, "bob"))).isEqualTo(id(response, "ada"));
    }

    private static User managed(String userName, String manager) {
        return User.builder()
                .userName(userName)
                .enterpriseUser(EnterpriseUser.builder()
                        .manager(Manager.builder().value(manager).build())
                        .build())
                .build();
    }

    private String managerOf(String id) {
        return Scim.stored(token, "/Users/" + id)
                .path(ENTERPRISE)
                .path("manager")
                .path("value")
                .textValue();
    }

    @Test
    void what_was_made_is_replaced_and_deleted_by_one_more_request() {
        BulkBuilder bulk = client.bulk();
        post(bulk, EndpointPaths.USERS, "ada", user("ada"));
        post(bulk, EndpointPaths.USERS, "bob", user("bob"));
        BulkResponse made = ScimSdk.ok(bulk.sendRequest());
        User countess = User.builder().userName("ada").displayName("Countess").build();
        BulkResponse changed = ScimSdk.ok(client.bulk()
                .bulkRequestOperation(EndpointPaths.USERS, id(made, "ada"))
                .method(HttpMethod.PUT)
                .data(countess)
                .next()
                .bulkRequestOperation(EndpointPaths.USERS, id(made, "bob"))
                .method(HttpMethod.DELETE)
                .sendRequest());
        assertThat(changed.getBulkResponseOperations())
                .extracting(BulkResponseOperation::getStatus)
                .containsExactly(200, 204);
        assertThat(Scim.stored(token, "/Users/" + id(made, "ada"))
                        .path("displayName")
                        .textValue())
                .isEqualTo("Countess");
        assertThat(Scim.exists(token, "/Users/" + id(made, "bob"))).isFalse();
    }

    @Test
    void one_that_fails_says_why_and_the_others_are_made() {
        BulkBuilder bulk = client.bulk();
        post(bulk, EndpointPaths.USERS, "first", user("ada"));
        post(bulk, EndpointPaths.USERS, "second", user("ada"));
        post(bulk, EndpointPaths.USERS, "third", user("bob"));
        BulkResponse response = ScimSdk.ok(bulk.sendRequest());
        assertThat(response.getSuccessfulOperations()).hasSize(2);
        BulkResponseOperation failed = of(response, "second");
        assertThat(failed.getStatus()).isEqualTo(409);
        ErrorResponse error = failed.getResponse(ErrorResponse.class).orElseThrow();
        assertThat(error.getScimType()).contains("uniqueness");
        assertThat(total("/Users")).isEqualTo(2);
    }

    @Test
    void after_as_many_errors_as_the_client_says_nothing_more_is_done() {
        BulkBuilder bulk = client.bulk().failOnErrors(1);
        post(bulk, EndpointPaths.USERS, "first", user("ada"));
        post(bulk, EndpointPaths.USERS, "second", user("ada"));
        post(bulk, EndpointPaths.USERS, "third", user("bob"));
        ServerResponse<BulkResponse> response = bulk.sendRequest();
        assertThat(Scim.stored(token, "/Users").at("/Resources/0/userName").textValue())
                .isEqualTo("ada");
        assertThat(total("/Users")).as(response.getResponseBody()).isEqualTo(1);
    }

    @Test
    void a_thousand_users_are_made_by_one_request() {
        BulkBuilder bulk = client.bulk();
        for (int i = 0; i < 1_000; i++) {
            post(bulk, EndpointPaths.USERS, "u" + i, user("user-" + i));
        }
        ServerResponse<BulkResponse> response = bulk.sendRequest();
        assertThat(ScimSdk.ok(response).getSuccessfulOperations()).hasSize(1_000);
        assertThat(total("/Users")).isEqualTo(1_000);
    }
}
