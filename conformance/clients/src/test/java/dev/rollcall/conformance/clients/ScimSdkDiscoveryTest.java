package dev.rollcall.conformance.clients;

import static org.assertj.core.api.Assertions.assertThat;

import de.captaingoldfish.scim.sdk.client.ScimRequestBuilder;
import de.captaingoldfish.scim.sdk.client.resources.MetaConfiguration;
import de.captaingoldfish.scim.sdk.client.resources.ResourceType;
import de.captaingoldfish.scim.sdk.common.constants.enums.Mutability;
import de.captaingoldfish.scim.sdk.common.constants.enums.Uniqueness;
import de.captaingoldfish.scim.sdk.common.resources.ServiceProvider;
import de.captaingoldfish.scim.sdk.common.schemas.Schema;
import de.captaingoldfish.scim.sdk.common.schemas.SchemaAttribute;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScimSdkDiscoveryTest {
    private static final String USER = "urn:ietf:params:scim:schemas:core:2.0:User";
    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    private final ScimRequestBuilder client = ScimSdk.of(Scim.newTenantOfScimSdk());

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void the_configuration_says_what_is_supported() {
        ServiceProvider config = client.loadServiceProviderConfiguration();
        assertThat(config.getPatchConfig().isSupported()).isTrue();
        assertThat(config.getFilterConfig().isSupported()).isTrue();
        assertThat(config.getFilterConfig().getMaxResults()).isPositive();
        assertThat(config.getSortConfig().isSupported()).isTrue();
        assertThat(config.getETagConfig().isSupported()).isTrue();
        assertThat(config.getBulkConfig().isSupported()).isTrue();
        assertThat(config.getBulkConfig().getMaxOperations()).isGreaterThanOrEqualTo(1_000);
        assertThat(config.getAuthenticationSchemes())
                .extracting(scheme -> scheme.getType().orElseThrow())
                .contains("oauthbearertoken", "httpbasic");
    }

    @Test
    void resource_types_and_schemas_are_loaded_together() {
        MetaConfiguration all = ScimSdk.ok(client.loadMetaConfiguration().sendRequest());
        assertThat(all.getServiceProvider().getPatchConfig().isSupported()).isTrue();
        assertThat(all.getResourceTypes()).extracting(ResourceType::getEndpoint).contains("/Users", "/Groups");
        assertThat(all.getSchemas()).extracting(Schema::getNonNullId).contains(USER, ENTERPRISE);
    }

    @Test
    void the_schema_of_users_describes_the_user_name() {
        SchemaAttribute userName = ScimSdk.ok(client.loadMetaConfiguration().sendRequest()).getSchemas().stream()
                .filter(schema -> schema.getNonNullId().equals(USER))
                .findFirst()
                .orElseThrow()
                .getSchemaAttribute("userName");
        assertThat(userName.isRequired()).isTrue();
        assertThat(userName.isCaseExact()).isFalse();
        assertThat(userName.getUniqueness()).isEqualTo(Uniqueness.SERVER);
        assertThat(userName.getMutability()).isEqualTo(Mutability.READ_WRITE);
    }
}
