package dev.rollcall.scim.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.codec.Limits;
import dev.rollcall.scim.schema.ResourceTypeDefinition;
import dev.rollcall.scim.schema.Schema;
import dev.rollcall.scim.store.memory.InMemoryStore;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Endpoints, methods and media types; whatever is wrong is a SCIM error. */
class RouteTest {
    private final Server server = new Server(InMemoryStore.create());

    @ParameterizedTest
    @CsvSource({
        "DELETE, /, 405",
        "GET, /users, 404",
        "GET, /Nothing, 404",
        "GET, /Users/1/2, 404",
        "DELETE, /Users, 405",
        "PUT, /Users, 405",
        "PATCH, /Groups, 405",
        "POST, /Users/1, 405",
        "OPTIONS, /Users, 405",
        "POST, /Schemas, 405",
        "DELETE, /ServiceProviderConfig, 405",
        "GET, /Me, 501",
        "POST, /Bulk/1, 404",
        "POST, /Bulk, 400",
        "GET, /Bulk, 405",
        "GET, /Users/.search, 405",
        "POST, /Nothing/.search, 404",
        "POST, /Users/1/.search, 404",
        "POST, /.search, 400",
        "GET, /Schemas/urn:none, 404",
        "GET, /ResourceTypes/user, 404",
        "GET, /ServiceProviderConfig/x, 404",
        "GET, /Schemas?filter=id pr, 403",
    })
    void what_is_not_there_is_a_scim_error(String method, String target, int status) {
        Server.Answer answer = server.call(method, target, "{}", Map.of());
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.all("schemas")).containsExactly("urn:ietf:params:scim:api:messages:2.0:Error");
        assertThat(answer.json().path("status").asText()).isEqualTo("" + status);
        assertThat(answer.json().path("status").isTextual()).isTrue();
        assertThat(answer.json().fieldNames()).toIterable().isSubsetOf("schemas", "status", "scimType", "detail");
        assertThat(answer.detail()).isNotBlank();
        assertThat(answer.headers()).containsEntry("Content-Type", "application/scim+json");
        assertThat(answer.headers().containsKey("Allow")).isEqualTo(status == 405);
    }

    @Test
    void nothing_lies_below_a_resource_and_who_looks_there_is_told_what_there_is() {
        Server.Answer answer = server.get("/Users/" + server.user("mira") + "/name");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.detail()).contains("/Users, /Groups");
    }

    @ParameterizedTest
    @CsvSource({
        "application/scim+json, 201",
        "application/json; charset=UTF-8, 201",
        "Application/SCIM+JSON;charset=\"utf-8\", 201",
        "'', 201",
        "text/plain, 415",
        "application/json; charset=iso-8859-1, 415",
    })
    void a_body_is_json_in_utf_8(String type, int status) {
        String body = Server.json(Server.userBody("mira", ""));
        Server.Answer answer = server.call("POST", "/Users", body, Map.of("Content-Type", type));
        assertThat(answer.status()).isEqualTo(status);
    }

    @Test
    void schemas_are_what_the_engine_obeys() {
        Server.Answer schemas = server.get("/Schemas?count=1&startIndex=3");
        assertThat(schemas.json().path("totalResults").asInt()).isEqualTo(6);
        assertThat(schemas.all("Resources.id"))
                .contains(
                        "urn:ietf:params:scim:schemas:core:2.0:User",
                        "urn:ietf:params:scim:schemas:core:2.0:Group",
                        "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User");
        Server.Answer user = server.get("/Schemas/URN:ietf:params:scim:schemas:core:2.0:User");
        assertThat(user.json().path("meta").path("location").asText())
                .isEqualTo(Server.BASE + "/Schemas/urn:ietf:params:scim:schemas:core:2.0:User");
        assertThat(user.json().path("attributes").get(0).toString())
                .contains("\"name\":\"userName\"", "\"required\":true", "\"uniqueness\":\"server\"");
    }

    @Test
    void resource_types_name_their_schemas_and_extensions() {
        Server.Answer types = server.get("/ResourceTypes");
        assertThat(types.all("Resources.endpoint")).containsExactly("/Users", "/Groups");
        assertThat(types.all("Resources.schemaExtensions.schema"))
                .containsExactly("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User");
        assertThat(server.get("/ResourceTypes/Group").id()).isEqualTo("Group");
    }

    @Test
    void a_resource_type_of_the_host_works_like_the_standard_ones() {
        InputStream schema = new ByteArrayInputStream(Server.json("{'id':'urn:example:2.0:Device','attributes':["
                        + "{'name':'serial','required':true,'uniqueness':'server'},"
                        + "{'name':'ports','type':'integer','multiValued':true}]}")
                .getBytes(StandardCharsets.UTF_8));
        InputStream type = new ByteArrayInputStream(
                Server.json("{'name':'Device','endpoint':'/Devices','schema':'urn:example:2.0:Device'}")
                        .getBytes(StandardCharsets.UTF_8));
        Server host = new Server(
                InMemoryStore.create(),
                b -> b.schema(Schema.parse(schema)).resourceType(ResourceTypeDefinition.parse(type)));
        String body = "{'schemas':['urn:example:2.0:Device'],'serial':'S1','ports':[80,443]}";
        Server.Answer created = host.post("/Devices", body);
        assertThat(created.status()).isEqualTo(201);
        assertThat(host.post("/Devices", body).status()).isEqualTo(409);
        assertThat(host.post("/Devices", "{'schemas':['urn:example:2.0:Device']}")
                        .scimType())
                .isEqualTo("invalidValue");
        host.patch("/Devices/" + created.id(), "{'op':'remove','path':'ports[value eq 80]'}");
        assertThat(host.get("/Devices?filter=ports gt 400 and serial eq \"s1\"").all("Resources.ports"))
                .containsExactly("443");
        assertThat(host.get("/ResourceTypes/Device").status()).isEqualTo(200);
        assertThat(host.delete("/Devices/" + created.id()).status()).isEqualTo(204);
    }

    @Test
    void an_id_of_any_characters_is_escaped_in_urls_and_a_control_character_names_nothing() {
        Server odd = new Server(InMemoryStore.create(), b -> b.ids(() -> "a b/ü?"));
        Server.Answer created = odd.post("/Users", Server.userBody("mira", ""));
        assertThat(created.headers().get("Location")).isEqualTo(Server.BASE + "/Users/a%20b%2F%C3%BC%3F");
        assertThat(odd.get("/Users/a\u0000b").status()).isEqualTo(404);
    }

    @Test
    void operations_and_values_are_bounded() {
        Limits few = new Limits(1 << 20, 32, 1 << 20, 2, 3);
        Server small = new Server(InMemoryStore.create(), b -> b.limits(few));
        String id = small.user("mira", "'emails':[{'value':'a'},{'value':'b'}]");
        String add = "{'op':'add','path':'emails','value':[{'value':'c'},{'value':'d'}]}";
        assertThat(small.patch("/Users/" + id, add).scimType()).isEqualTo("tooMany");
        assertThat(small.patch("/Users/" + id, "{'op':'remove','path':'title'}," + add + "," + add)
                        .scimType())
                .isEqualTo("tooMany");
        String many = "'emails':[{'value':'a'},{'value':'b'},{'value':'c'},{'value':'d'}]";
        assertThat(small.post("/Users", Server.userBody("ada", many)).scimType())
                .isEqualTo("tooMany");
    }

    @Test
    void a_body_that_is_too_large_is_413_whatever_its_length_was_said_to_be() {
        Server small = new Server(InMemoryStore.create(), b -> b.limits(Limits.DEFAULT.withMaxBytes(200)));
        Server.Answer answer = small.post("/Users", Server.userBody("x".repeat(300), ""));
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.detail()).contains("200 bytes");
    }
}
