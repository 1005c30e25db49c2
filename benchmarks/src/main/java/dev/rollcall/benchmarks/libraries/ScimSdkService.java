package dev.rollcall.benchmarks.libraries;

import de.captaingoldfish.scim.sdk.common.constants.enums.HttpMethod;
import de.captaingoldfish.scim.sdk.common.resources.Group;
import de.captaingoldfish.scim.sdk.common.resources.ServiceProvider;
import de.captaingoldfish.scim.sdk.common.resources.User;
import de.captaingoldfish.scim.sdk.common.resources.complex.FilterConfig;
import de.captaingoldfish.scim.sdk.common.resources.complex.PatchConfig;
import de.captaingoldfish.scim.sdk.common.response.ScimResponse;
import de.captaingoldfish.scim.sdk.server.endpoints.Context;
import de.captaingoldfish.scim.sdk.server.endpoints.ResourceEndpoint;
import de.captaingoldfish.scim.sdk.server.endpoints.base.GroupEndpointDefinition;
import de.captaingoldfish.scim.sdk.server.endpoints.base.UserEndpointDefinition;
import de.captaingoldfish.scim.sdk.server.schemas.ResourceType;
import dev.rollcall.benchmarks.contest.Service;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** SCIM-SDK's endpoint, which takes requests without HTTP. */
final class ScimSdkService implements Service {
    private static final String BASE = "https://scim.example.com/v2";
    private static final Map<String, String> HEADERS = Map.of("Content-Type", "application/scim+json");
    private static final int MOST = 200;

    private final ServiceProvider provider;
    private final ResourceEndpoint endpoint;

    private ScimSdkService(ServiceProvider provider, ResourceEndpoint endpoint) {
        this.provider = provider;
        this.endpoint = endpoint;
    }

    static ScimSdkService empty() {
        return of(new ScimSdkUsers.Users(), new ScimSdkUsers.Groups());
    }

    static ScimSdkService of(ScimSdkUsers<User> users, ScimSdkUsers<Group> groups) {
        ServiceProvider provider = ServiceProvider.builder()
                .patchConfig(PatchConfig.builder().supported(true).build())
                .filterConfig(
                        FilterConfig.builder().supported(true).maxResults(MOST).build())
                .build();
        ResourceEndpoint endpoint = new ResourceEndpoint(provider);
        ResourceType type = endpoint.registerEndpoint(new UserEndpointDefinition(users));
        endpoint.registerEndpoint(new GroupEndpointDefinition(groups));
        type.getFeatures().setAutoFiltering(true);
        return new ScimSdkService(provider, endpoint);
    }

    ServiceProvider provider() {
        return provider;
    }

    ResourceType type(String name) {
        return endpoint.getResourceTypeByName(name).orElseThrow();
    }

    @Override
    public Reply handle(String method, String target, byte[] body) {
        ScimResponse response = endpoint.handleRequest(
                BASE + target,
                HttpMethod.valueOf(method),
                body.length == 0 ? null : new String(body, StandardCharsets.UTF_8),
                HEADERS,
                new Context(null));
        return new Reply(response.getHttpStatus(), response.toString().getBytes(StandardCharsets.UTF_8));
    }
}
