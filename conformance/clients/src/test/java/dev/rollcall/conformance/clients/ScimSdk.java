package dev.rollcall.conformance.clients;

import static org.assertj.core.api.Assertions.assertThat;

import de.captaingoldfish.scim.sdk.client.ScimClientConfig;
import de.captaingoldfish.scim.sdk.client.ScimRequestBuilder;
import de.captaingoldfish.scim.sdk.client.response.ServerResponse;
import de.captaingoldfish.scim.sdk.common.resources.EnterpriseUser;
import de.captaingoldfish.scim.sdk.common.resources.User;
import de.captaingoldfish.scim.sdk.common.resources.base.ScimObjectNode;
import de.captaingoldfish.scim.sdk.common.resources.complex.Name;
import de.captaingoldfish.scim.sdk.common.resources.multicomplex.Email;
import de.captaingoldfish.scim.sdk.common.response.ErrorResponse;
import java.util.List;
import java.util.Map;

/** The client of SCIM-SDK, as its documentation sets it up. */
final class ScimSdk {
    private ScimSdk() {}

    static ScimRequestBuilder of(String token) {
        ScimClientConfig config = ScimClientConfig.builder()
                .httpHeaders(Map.of("Authorization", "Bearer " + token))
                .build();
        return new ScimRequestBuilder(Scim.BASE_URL, config);
    }

    /** A user with attributes of every kind that the client has. */
    static User ada() {
        return User.builder()
                .userName("ada@example.com")
                .externalId("e-1")
                .name(Name.builder().givenName("Ada").familyName("Lovelace").build())
                .displayName("Ada Lovelace")
                .active(true)
                .emails(List.of(Email.builder()
                        .value("ada@example.com")
                        .type("work")
                        .primary(true)
                        .build()))
                .enterpriseUser(EnterpriseUser.builder()
                        .employeeNumber("701984")
                        .department("Engines")
                        .build())
                .build();
    }

    /** What came back, if the client takes it for a success. */
    static <T extends ScimObjectNode> T ok(ServerResponse<T> response) {
        assertThat(response.isSuccess())
                .as("%s %s", response.getHttpStatus(), response.getResponseBody())
                .isTrue();
        return response.getResource();
    }

    /** The error, if the client understands it as one of SCIM. */
    static ErrorResponse error(int status, ServerResponse<?> response) {
        assertThat(response.isSuccess()).isFalse();
        assertThat(response.isValidScimResponse()).isTrue();
        assertThat(response.getHttpStatus()).isEqualTo(status);
        assertThat(response.getErrorResponse().getStatus()).isEqualTo(status);
        return response.getErrorResponse();
    }
}
