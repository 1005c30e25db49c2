package dev.rollcall.examples.customstore;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.scim.resource.Collation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The host's table over HTTP. */
class EmployeeServerTest {
    private static final String USER = "urn:ietf:params:scim:schemas:core:2.0:User";
    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
    private static final String PATCH = """
            {"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[%s]}""";

    @TempDir
    private Path folder;

    private EmployeeServer server;
    private Http http;

    @BeforeEach
    void start() throws Exception {
        server = EmployeeServer.start(folder, 0, "secret");
        http = new Http(server.baseUrl(), "secret");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_user_is_created_read_and_found_and_is_a_row_of_the_table() {
        JsonNode made = create("Anna").json();
        String id = made.path("id").asText();

        assertThat(http.get("/Users/" + id).json()).isEqualTo(made);
        assertThat(made.path("name").path("familyName").asText()).isEqualTo("Smith");
        assertThat(made.path(ENTERPRISE).path("department").asText()).isEqualTo("R&D");
        assertThat(found("userName eq \"ANNA\"")).containsExactly(id);
        assertThat(found("externalId eq \"x-Anna\"")).containsExactly(id);
        assertThat(found("emails[type eq \"work\"].value co \"anna@\" and name.givenName pr"))
                .containsExactly(id);
        assertThat(found("userName eq \"nobody\"")).isEmpty();
        assertThat(rows("login, email, provider, version"))
                .containsExactly(
                        Map.of("login", "Anna", "email", "anna@example.com", "provider", "okta", "version", 1L));
    }

    @Test
    void a_second_user_of_one_name_is_a_conflict() {
        create("Anna");
        Http.Answer second = create("anna");

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.json().path("scimType").asText()).isEqualTo("uniqueness");
        assertThat(rows("login")).hasSize(1);
    }

    @Test
    void a_user_is_patched_replaced_deactivated_and_deleted() {
        String user = "/Users/" + create("anna").json().path("id").asText();
        Http.Answer patched = http.send("PATCH", user, PATCH.formatted("""
                {"op":"replace","path":"emails[type eq \\"work\\"].value","value":"new@example.com"},
                {"op":"replace","path":"%s:department","value":"Sales"}""".formatted(ENTERPRISE)));
        assertThat(patched.status()).isEqualTo(200);
        assertThat(rows("email, department, version"))
                .containsExactly(Map.of("email", "new@example.com", "department", "Sales", "version", 2L));

        Http.Answer replaced = http.send("PUT", user, """
                {"schemas":["%s"],"userName":"anne","active":true}""".formatted(USER));
        assertThat(replaced.status()).isEqualTo(200);
        assertThat(replaced.json().has("emails")).isFalse();
        assertThat(http.get(user).json()).isEqualTo(replaced.json());

        http.send("PATCH", user, PATCH.formatted("""
                {"op":"replace","path":"active","value":false}"""));
        assertThat(rows("login, active")).containsExactly(Map.of("login", "anne", "active", false));
        assertThat(http.send("DELETE", user, "").status()).isEqualTo(204);
        assertThat(http.get(user).status()).isEqualTo(404);
        assertThat(rows("login")).isEmpty();
    }

    @Test
    void what_has_no_place_in_the_table_is_told_and_not_lost_in_silence() {
        JsonNode made = http.send("POST", "/Users", """
                {"schemas":["%s"],"userName":"anna","emails":[{"value":"home@example.com","type":"home"},
                {"value":"work@example.com","primary":true}]}""".formatted(USER)).json();
        assertThat(made.path("emails").toString())
                .isEqualTo("[{\"value\":\"work@example.com\",\"type\":\"work\",\"primary\":true}]");
        Http.Answer refused = create("x".repeat(201));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("detail").asText()).contains("has more than 200 characters");
        assertThat(http.get("/Groups").status()).isEqualTo(404);
        assertThat(http.get("/ResourceTypes").json().path("totalResults").asInt())
                .isEqualTo(1);
        String schema = http.get("/Schemas/" + USER).body();
        assertThat(schema).contains("familyName").doesNotContain("nickName", "middleName", "\"groups\"");
    }

    @Test
    void users_are_listed_by_index_and_by_cursor() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            all.add(create("user" + i).json().path("id").asText());
        }
        List<String> byIndex = new ArrayList<>();
        for (int start = 1; start <= 7; start += 3) {
            JsonNode page = http.get("/Users?count=3&startIndex=" + start).json();
            assertThat(page.path("totalResults").asInt()).isEqualTo(7);
            byIndex.addAll(ids(page));
        }
        List<String> byCursor = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = http.get("/Users?count=3&cursor=" + cursor).json();
            byCursor.addAll(ids(page));
            cursor = page.path("nextCursor").asText();
        } while (!cursor.isEmpty());

        assertThat(byIndex).containsExactlyInAnyOrderElementsOf(all).doesNotHaveDuplicates();
        assertThat(byCursor).isEqualTo(byIndex);
        assertThat(ids(http.get("/Users?sortBy=userName&sortOrder=descending&count=2")
                        .json()))
                .containsExactly(all.get(6), all.get(5));
    }

    @Test
    void rows_that_the_host_writes_appear_over_scim() {
        server.database()
                .jdbi()
                .useHandle(handle -> handle.execute(
                        "insert into employees (company, provider, id, login, login_key, email) values (?, ?, ?, ?, ?, ?)",
                        "acme",
                        "okta",
                        "4711",
                        "Ärne",
                        Collation.key("Ärne", false),
                        "arne@example.com"));
        server.database()
                .jdbi()
                .useHandle(handle -> handle.execute(
                        "insert into employees (company, id, login, login_key) values ('acme', '4712', 'own', 'own')"));

        JsonNode arne = http.get("/Users/4711").json();
        assertThat(arne.path("userName").asText()).isEqualTo("Ärne");
        assertThat(arne.path("active").asBoolean()).isTrue();
        assertThat(arne.path("emails").path(0).path("value").asText()).isEqualTo("arne@example.com");
        assertThat(found("userName eq \"ärne\"")).containsExactly("4711");
        // Whom the host made for itself no provider sees, but nobody can take the name.
        assertThat(http.get("/Users/4712").status()).isEqualTo(404);
        assertThat(create("OWN").status()).isEqualTo(409);

        server.database()
                .jdbi()
                .useHandle(handle -> handle.execute("update employees set department = 'HR', version = version + 1,"
                        + " changed = current_timestamp where id = '4711'"));
        JsonNode moved = http.get("/Users/4711").json();
        assertThat(moved.path(ENTERPRISE).path("department").asText()).isEqualTo("HR");
        assertThat(moved.path("meta").path("version").asText()).isEqualTo("W/\"2\"");
    }

    private Http.Answer create(String name) {
        return http.send("POST", "/Users", """
                {"schemas":["%s","%s"],"userName":"%s","externalId":"x-%3$s","active":true,
                "name":{"givenName":"Anna","familyName":"Smith"},
                "emails":[{"value":"anna@example.com","type":"work","primary":true}],"%2$s":{"department":"R&D"}}""".formatted(USER, ENTERPRISE, name));
    }

    private List<String> found(String filter) {
        return ids(http.get("/Users?filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8))
                .json());
    }

    private static List<String> ids(JsonNode list) {
        List<String> ids = new ArrayList<>();
        list.path("Resources").forEach(user -> ids.add(user.path("id").asText()));
        return ids;
    }

    private List<Map<String, Object>> rows(String columns) {
        return server.database()
                .jdbi()
                .withHandle(handle -> handle.select("select " + columns + " from employees")
                        .mapToMap()
                        .list());
    }
}
