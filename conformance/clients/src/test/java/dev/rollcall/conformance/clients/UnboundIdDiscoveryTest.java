package dev.rollcall.conformance.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.unboundid.scim2.client.ScimService;
import com.unboundid.scim2.common.exceptions.ScimException;
import com.unboundid.scim2.common.types.AttributeDefinition;
import com.unboundid.scim2.common.types.ResourceTypeResource;
import com.unboundid.scim2.common.types.SchemaResource;
import com.unboundid.scim2.common.types.ServiceProviderConfigResource;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnboundIdDiscoveryTest {
    private static final String USER = "urn:ietf:params:scim:schemas:core:2.0:User";
    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    private final ScimService client = UnboundId.of(Scim.newTenant());

    @Test
    void the_configuration_says_what_is_supported() throws ScimException {
        ServiceProviderConfigResource config = client.getServiceProviderConfig();
        assertThat(config.getPatch().isSupported()).isTrue();
        assertThat(config.getFilter().isSupported()).isTrue();
        assertThat(config.getFilter().getMaxResults()).isPositive();
        assertThat(config.getSort().isSupported()).isTrue();
        assertThat(config.getEtag().isSupported()).isTrue();
        assertThat(config.getBulk().isSupported()).isTrue();
        assertThat(config.getBulk().getMaxOperations()).isGreaterThanOrEqualTo(1_000);
        assertThat(config.getPagination().supportsCursorPagination()).isTrue();
        assertThat(config.getPagination().supportsIndexPagination()).isTrue();
        assertThat(config.getPagination().getDefaultPageSize()).isEqualTo(3);
        assertThat(config.getPagination().getMaxPageSize()).isEqualTo(100);
        assertThat(config.getAuthenticationSchemes())
                .extracting(scheme -> scheme.getType())
                .contains("oauthbearertoken", "httpbasic");
    }

    @Test
    void resource_types_name_their_endpoints_and_extensions() throws ScimException {
        assertThat(client.getResourceTypes().getResources())
                .extracting(type -> type.getEndpoint().toString())
                .contains("/Users", "/Groups");
        ResourceTypeResource user = client.getResourceType("User");
        assertThat(user.getSchema().toString()).isEqualTo(USER);
        assertThat(user.getSchemaExtensions())
                .extracting(extension -> extension.getSchema().toString(), extension -> extension.isRequired())
                .containsExactly(tuple(ENTERPRISE, false));
    }

    @Test
    void schemas_are_listed_and_read_one_by_one() throws ScimException {
        List<SchemaResource> all = client.getSchemas().getResources();
        assertThat(all).extracting(SchemaResource::getId).contains(USER, ENTERPRISE);
        for (SchemaResource each : all) {
            assertThat(client.getSchema(each.getId())).isEqualTo(each);
        }
    }

    @Test
    void the_schema_of_users_describes_the_user_name() throws ScimException {
        AttributeDefinition userName = client.getSchema(USER).getAttributes().stream()
                .filter(attribute -> attribute.getName().equals("userName"))
                .findFirst()
                .orElseThrow();
        assertThat(userName.isRequired()).isTrue();
        assertThat(userName.isCaseExact()).isFalse();
        assertThat(userName.getUniqueness()).isEqualTo(AttributeDefinition.Uniqueness.SERVER);
        assertThat(userName.getMutability()).isEqualTo(AttributeDefinition.Mutability.READ_WRITE);
    }
}
