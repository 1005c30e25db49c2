package dev.rollcall.conformance;

import static dev.rollcall.conformance.server.Scim.ENTERPRISE;
import static dev.rollcall.conformance.server.Scim.GROUP;
import static dev.rollcall.conformance.server.Scim.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.conformance.server.Answer;
import dev.rollcall.conformance.server.Scim;
import dev.rollcall.conformance.server.ScimServer;
import dev.rollcall.conformance.server.StrictServer;
import dev.rollcall.scim.protocol.Paging;
import dev.rollcall.scim.schema.Attribute;
import dev.rollcall.scim.schema.AttributeType;
import dev.rollcall.scim.schema.InvalidSchemaException;
import dev.rollcall.scim.schema.ResourceTypeDefinition;
import dev.rollcall.scim.schema.Schema;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 7643 §5 and §6, RFC 7644 §4: what the server says of itself. */
@ExtendWith(StrictServer.class)
class DiscoveryTest {
    private static final String CORE = "urn:ietf:params:scim:schemas:core:2.0:";

    @Test
    @Tag("R-7643-5-01")
    @Tag("R-7643-5-02")
    @Tag("R-7644-4-01")
    void the_configuration_is_one_object_with_all_that_is_required(Scim scim) {
        JsonNode config = scim.get("/ServiceProviderConfig").json();
        assertThat(config.path("schemas").toString()).isEqualTo("[\"" + CORE + "ServiceProviderConfig\"]");
        assertThat(config.has("Resources")).isFalse();
        for (String pointer : List.of(
                "/patch/supported",
                "/bulk/supported",
                "/filter/supported",
                "/changePassword/supported",
                "/sort/supported",
                "/etag/supported")) {
            assertThat(config.at(pointer).isBoolean()).as(pointer).isTrue();
        }
        for (String pointer : List.of("/bulk/maxOperations", "/bulk/maxPayloadSize", "/filter/maxResults")) {
            assertThat(config.at(pointer).isIntegralNumber()).as(pointer).isTrue();
        }
        assertThat(config.path("authenticationSchemes").isArray()).isTrue();
        for (JsonNode attribute :
                scim.get("/Schemas/" + CORE + "ServiceProviderConfig").json().path("attributes")) {
            assertThat(attribute.path("mutability").asText())
                    .as(attribute.toString())
                    .isEqualTo("readOnly");
        }
    }

    @Test
    @Tag("R-7643-5-03")
    void each_authentication_scheme_says_type_name_and_description(Scim scim) {
        JsonNode schemes = scim.get("/ServiceProviderConfig").json().path("authenticationSchemes");
        assertThat(schemes).isNotEmpty();
        for (JsonNode scheme : schemes) {
            assertThat(scheme.path("type").asText())
                    .isIn("oauth", "oauth2", "oauthbearertoken", "httpbasic", "httpdigest");
            assertThat(scheme.path("name").asText()).isNotEmpty();
            assertThat(scheme.path("description").asText()).isNotEmpty();
        }
    }

    @Test
    @Tag("R-7643-5-04")
    @Tag("R-7644-4-10")
    void the_configuration_can_be_read_before_authentication(Scim scim) {
        Answer open = scim.get("/ServiceProviderConfig", "Authorization: ");
        assertThat(open.status()).isEqualTo(200);
        assertThat(open.json().path("authenticationSchemes")).isNotEmpty();
        assertThat(scim.get("/Users", "Authorization: ").status()).isEqualTo(401);
        try (ScimServer closed = ScimServer.start(b -> b, servlet -> servlet.openServiceProviderConfig(false))) {
            assertThat(closed.newTenant()
                            .get("/ServiceProviderConfig", "Authorization: ")
                            .status())
                    .isEqualTo(401);
        }
    }

    @Test
    @Tag("R-7643-5-06")
    void the_largest_page_is_what_the_configuration_says() {
        var paging = new Paging(2, 3, 10);
        try (ScimServer server = ScimServer.start(b -> b.paging(paging))) {
            Scim scim = server.newTenant();
            for (int i = 0; i < 5; i++) {
                scim.user("u" + i);
            }
            int most = scim.get("/ServiceProviderConfig")
                    .json()
                    .at("/filter/maxResults")
                    .asInt();
            assertThat(most).isEqualTo(3);
            assertThat(scim.get("/Users?count=100").json().path("Resources")).hasSize(most);
            assertThat(scim.get("/Users").json().path("Resources")).hasSize(2);
        }
    }

    @Test
    @Tag("R-7643-6-01")
    @Tag("R-7643-6-02")
    @Tag("R-7643-6-03")
    @Tag("R-7643-6-04")
    @Tag("R-7643-6-08")
    @Tag("R-7644-4-04")
    void each_resource_type_has_a_name_and_an_endpoint_of_its_own(Scim scim) {
        JsonNode list = scim.get("/ResourceTypes").json();
        assertThat(list.path("schemas").toString()).contains("ListResponse");
        Set<String> names = new HashSet<>();
        Set<String> endpoints = new HashSet<>();
        for (JsonNode type : list.path("Resources")) {
            String name = type.path("name").asText();
            assertThat(names.add(name)).isTrue();
            assertThat(endpoints.add(type.path("endpoint").asText())).isTrue();
            assertThat(type.path("id").asText()).isEqualTo(name);
            assertThat(type.path("description").asText()).isNotEmpty();
            assertThat(type.path("endpoint").asText()).startsWith("/");
            assertThat(scim.get(type.path("endpoint").asText()).status()).isEqualTo(200);
            assertThat(scim.get("/ResourceTypes/" + name).json()).isEqualTo(type);
        }
        assertThat(names).containsExactlyInAnyOrder("User", "Group", "Gauge");
        assertThat(scim.get("/ResourceTypes/user").status()).isEqualTo(404);
        assertThat(scim.get("/ResourceTypes/None").status()).isEqualTo(404);
    }

    @Test
    @Tag("R-7643-6-02")
    @Tag("R-7643-6-08")
    void two_types_of_one_name_or_endpoint_are_refused() {
        for (var clash : List.of(
                new ResourceTypeDefinition("User", "d", "/Others", USER, List.of()),
                new ResourceTypeDefinition("Other", "d", "/Users", USER, List.of()))) {
            assertThatThrownBy(
                            () -> ScimServer.start(b -> b.resourceType(clash)).close())
                    .isInstanceOf(InvalidSchemaException.class);
        }
    }

    @Test
    @Tag("R-7643-6-05")
    @Tag("R-7643-6-06")
    @Tag("R-7643-7-01")
    @Tag("R-7644-4-03")
    void every_schema_of_a_type_can_be_fetched(Scim scim) {
        for (JsonNode type : scim.get("/ResourceTypes").json().path("Resources")) {
            String schema = type.path("schema").asText();
            assertThat(scim.get("/Schemas/" + schema).id()).isEqualTo(schema);
            for (JsonNode extension : type.path("schemaExtensions")) {
                assertThat(extension.path("required").isBoolean()).isTrue();
                String uri = extension.path("schema").asText();
                assertThat(scim.get("/Schemas/" + uri).id()).isEqualTo(uri);
            }
        }
        assertThat(scim.get("/Schemas/" + USER.replace(":", "%3A")).id()).isEqualTo(USER);
        assertThat(scim.get("/Schemas/urn:example:none").status()).isEqualTo(404);
    }

    @Test
    @Tag("R-7643-6-05")
    @Tag("R-7643-6-06")
    void a_type_without_its_schema_is_refused() {
        var type = new ResourceTypeDefinition("T", "d", "/Ts", "urn:example:none", List.of());
        assertThatThrownBy(() -> ScimServer.start(b -> b.resourceType(type)).close())
                .isInstanceOf(InvalidSchemaException.class)
                .hasMessageContaining("urn:example:none");
    }

    @Test
    @Tag("R-7643-7-02")
    @Tag("R-7644-4-02")
    @Tag("R-7644-4-09")
    @Tag("R-7644-4-12")
    @Tag("R-7644-3.1-03")
    @Tag("R-7644-3.1-02")
    void all_schemas_are_in_one_list_and_no_message_is_among_them(Scim scim) {
        JsonNode list = scim.get("/Schemas").json();
        assertThat(list.path("schemas").toString()).isEqualTo("[\"" + Scim.MESSAGES + "ListResponse\"]");
        int count = list.path("Resources").size();
        assertThat(list.path("totalResults").asInt()).isEqualTo(count);
        assertThat(list.path("itemsPerPage").asInt()).isEqualTo(count);
        for (JsonNode schema : list.path("Resources")) {
            assertThat(schema.path("schemas").toString()).isEqualTo("[\"" + CORE + "Schema\"]");
            assertThat(schema.path("id").asText()).startsWith("urn:").doesNotContain(":api:");
            assertThat(schema.path("name").asText()).isNotEmpty();
            assertThat(schema.path("description").asText()).isNotEmpty();
        }
        assertThat(scim.get("/Schemas").all("Resources.id"))
                .contains(
                        USER,
                        GROUP,
                        ENTERPRISE,
                        CORE + "ServiceProviderConfig",
                        CORE + "ResourceType",
                        CORE + "Schema");
        assertThat(scim.get("/ResourceTypes").all("Resources.name")).doesNotContain("Schema", "ResourceType");
    }

    @Test
    @Tag("R-7644-3.1-03")
    void a_host_cannot_register_the_schema_of_a_message() {
        assertThatThrownBy(() -> Schema.of(
                        Scim.MESSAGES + "Mine",
                        "Mine",
                        null,
                        List.of(Attribute.named("x", AttributeType.STRING).build())))
                .isInstanceOf(InvalidSchemaException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/Schemas", "/ResourceTypes"})
    @Tag("R-7644-4-05")
    @Tag("R-7644-4-11")
    void paging_sorting_and_projection_are_ignored(String endpoint, Scim scim) {
        JsonNode all = scim.get(endpoint).json();
        for (String query :
                List.of("?count=1", "?startIndex=2&count=1", "?sortBy=id&sortOrder=descending", "?attributes=id")) {
            assertThat(scim.get(endpoint + query).json()).as(query).isEqualTo(all);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/Schemas", "/ResourceTypes", "/ServiceProviderConfig", "/ResourceTypes/User"})
    @Tag("R-7644-4-06")
    void a_filter_is_forbidden(String endpoint, Scim scim) {
        assertThat(scim.get(endpoint + "?filter=id pr").status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/Schemas",
                "/ResourceTypes",
                "/ServiceProviderConfig",
                "/ResourceTypes/User",
                "/Schemas/urn:ietf:params:scim:schemas:core:2.0:User"
            })
    @Tag("R-7644-4-07")
    @Tag("R-7643-6-01")
    @Tag("R-7643-7-01")
    @Tag("R-7644-3.2-05")
    @Tag("R-9110-15.5.6-01")
    void what_the_server_says_cannot_be_changed(String endpoint, Scim scim) {
        String before = scim.get(endpoint).text();
        for (String method : List.of("POST", "PUT", "PATCH", "DELETE")) {
            Answer answer = scim.send(method, endpoint, method.equals("DELETE") ? null : "{}".getBytes());
            assertThat(answer.status()).as(method).isEqualTo(405);
            assertThat(answer.header("Allow")).contains("GET").doesNotContain(method);
            assertThat(answer.at("/status")).isEqualTo("405");
        }
        assertThat(scim.get(endpoint).text()).isEqualTo(before);
    }

    @Test
    @Tag("R-7644-4-08")
    void each_says_where_it_is_and_what_it_is(Scim scim) {
        JsonNode config = scim.get("/ServiceProviderConfig").json();
        assertThat(config.at("/meta/resourceType").asText()).isEqualTo("ServiceProviderConfig");
        assertThat(config.at("/meta/location").asText()).isEqualTo(scim.baseUrl() + "/ServiceProviderConfig");
        for (String endpoint : List.of("Schemas", "ResourceTypes")) {
            for (JsonNode entry : scim.get("/" + endpoint).json().path("Resources")) {
                assertThat(entry.at("/meta/resourceType").asText() + "s").isEqualTo(endpoint);
                assertThat(entry.at("/meta/location").asText())
                        .isEqualTo(scim.baseUrl() + "/" + endpoint + "/"
                                + entry.path("id").asText());
            }
        }
    }
}
