package dev.rollcall.examples.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RollcallServerTest {
    @TempDir
    private Path folder;

    private RollcallServer start(String... more) {
        return start(folder, more);
    }

    private static RollcallServer start(Path data, String... more) {
        List<String> arguments = new ArrayList<>(List.of("--port", "0", "--data", data.toString()));
        arguments.addAll(List.of(more));
        return RollcallServer.start(ServerOptions.parse(arguments.toArray(String[]::new)));
    }

    private static String basic(FreshCredentials fresh) {
        byte[] both = (fresh.user() + ":" + fresh.password()).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }

    private static int total(RollcallServer server, String authorization) {
        return Http.json(Http.get(server.baseUrl() + "/Users", authorization).body())
                .path("totalResults")
                .asInt(-1);
    }

    @Test
    void a_resource_type_out_of_a_file_is_served_and_kept() {
        String[] device = {"--token", "t", "--resource-type", CustomResourcesTest.DEVICE.toString()};
        String body = "{\"schemas\":[\"urn:example:params:scim:schemas:2.0:Device\"],\"serialNumber\":\"C02\","
                + "\"assetNumber\":7,\"network\":{\"hostName\":\"Mira.local\"}}";
        try (RollcallServer server = start(device)) {
            assertThat(Http.create(server.baseUrl() + "/Devices", "Bearer t", body)
                            .statusCode())
                    .isEqualTo(201);
        }
        try (RollcallServer server = start(device)) {
            String again = body.replace("C02", "C03")
                    .replace("Mira.local", "MIRA.LOCAL")
                    .replace(":7", ":8");
            assertThat(Http.create(server.baseUrl() + "/Devices", "Bearer t", again))
                    .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(409))
                    .satisfies(answer -> assertThat(answer.body()).contains("network.hostName"));
            String filter = "/Devices?filter=assetNumber%20eq%207%20and%20network.hostName%20eq%20%22mira.local%22";
            assertThat(Http.get(server.baseUrl() + filter, "Bearer t").body()).contains("\"totalResults\":1", "C02");
            assertThat(Http.get(server.baseUrl() + "/ResourceTypes/Device", "Bearer t")
                            .body())
                    .contains("/Devices");
        }
    }

    @Test
    void data_and_credentials_outlive_the_server() throws IOException {
        FreshCredentials fresh;
        try (RollcallServer first = start()) {
            fresh = first.fresh().orElseThrow();
            assertThat(first.token()).contains(fresh.token());
            assertThat(Http.createUser(first.baseUrl(), "Bearer " + fresh.token(), "ada")
                            .statusCode())
                    .isEqualTo(201);
        }
        try (RollcallServer second = start()) {
            assertThat(second.fresh()).isEmpty();
            assertThat(second.token()).isEmpty();
            assertThat(total(second, "Bearer " + fresh.token())).isEqualTo(1);
            assertThat(total(second, basic(fresh))).isEqualTo(1);
            assertThat(Http.get(second.baseUrl() + "/Users", "Bearer " + fresh.password())
                            .statusCode())
                    .isEqualTo(401);
            assertThat(Http.createUser(second.baseUrl(), basic(fresh), "ADA").statusCode())
                    .isEqualTo(409);
        }
    }

    @Test
    void only_hashes_are_kept_and_only_for_their_owner() throws IOException {
        Path data = folder.resolve("new");
        FreshCredentials fresh;
        try (RollcallServer server = start(data)) {
            fresh = server.fresh().orElseThrow();
        }
        Path file = data.resolve("rollcall.mv.db");
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                .contains(fresh.user())
                .doesNotContain(fresh.token())
                .doesNotContain(fresh.password());
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
                    .isEqualTo("rwx------");
        }
        assertThat(fresh.toString()).doesNotContain(fresh.token()).doesNotContain(fresh.password());
    }

    @Test
    void lost_credentials_are_replaced_by_others() {
        FreshCredentials lost;
        try (RollcallServer server = start()) {
            lost = server.fresh().orElseThrow();
            Http.createUser(server.baseUrl(), "Bearer " + lost.token(), "ada");
        }
        try (RollcallServer server = start("--credentials", "new")) {
            FreshCredentials others = server.fresh().orElseThrow();
            assertThat(total(server, "Bearer " + others.token())).isEqualTo(1);
            assertThat(total(server, basic(others))).isEqualTo(1);
            assertThat(Http.get(server.baseUrl() + "/Users", basic(lost)).statusCode())
                    .isEqualTo(401);
            assertThat(Http.get(server.baseUrl() + "/Users", "Bearer " + lost.token())
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void a_behaviour_stays_with_the_provider_until_another_is_named() {
        String odd = "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\"%s\",\"odd\":1}";
        try (RollcallServer server = start("--token", "t", "--option", "strict")) {
            assertThat(Http.create(server.baseUrl() + "/Users", "Bearer t", odd.formatted("ada"))
                            .statusCode())
                    .isEqualTo(400);
        }
        try (RollcallServer server = start("--token", "t")) {
            assertThat(Http.create(server.baseUrl() + "/Users", "Bearer t", odd.formatted("ada"))
                            .statusCode())
                    .isEqualTo(400);
        }
        try (RollcallServer server = start("--token", "t", "--option", "default")) {
            assertThat(Http.create(server.baseUrl() + "/Users", "Bearer t", odd.formatted("ada"))
                            .statusCode())
                    .isEqualTo(201);
        }
    }

    @Test
    void a_mistyped_token_is_told_so() {
        try (RollcallServer server = start()) {
            String token = server.token().orElseThrow();
            assertThat(Http.get(server.baseUrl() + "/Users", "Bearer " + token.substring(0, token.length() - 1))
                            .body())
                    .contains("mistyped or cut off");
        }
    }

    @Test
    void a_preset_token_sees_what_the_made_credentials_see_and_replaces_none() {
        String made;
        try (RollcallServer server = start()) {
            made = "Bearer " + server.token().orElseThrow();
            Http.createUser(server.baseUrl(), made, "ada");
        }
        try (RollcallServer server = start("--token", "preset")) {
            assertThat(server.token()).contains("preset");
            assertThat(total(server, "Bearer preset")).isEqualTo(1);
            assertThat(total(server, made)).isEqualTo(1);
        }
        try (RollcallServer server = start()) {
            assertThat(Http.get(server.baseUrl() + "/Users", "Bearer preset").statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void with_a_preset_token_nothing_is_made() {
        try (RollcallServer server = start("--token", "preset")) {
            assertThat(server.fresh()).isEmpty();
        }
    }

    @Test
    void in_memory_nothing_is_kept() {
        ServerOptions options = ServerOptions.parse("--port", "0", "--data", "memory");
        String token;
        try (RollcallServer server = RollcallServer.start(options)) {
            token = server.token().orElseThrow();
            Http.createUser(server.baseUrl(), "Bearer " + token, "ada");
            assertThat(total(server, "Bearer " + token)).isEqualTo(1);
        }
        try (RollcallServer server = RollcallServer.start(options)) {
            assertThat(Http.get(server.baseUrl() + "/Users", "Bearer " + token).statusCode())
                    .isEqualTo(401);
            assertThat(total(server, "Bearer " + server.token().orElseThrow())).isZero();
        }
    }

    @Test
    void locations_begin_with_the_base_url_of_the_command_line() {
        try (RollcallServer server = start("--base-url", "https://id.example.com/scim", "--token", "t")) {
            assertThat(Http.createUser(server.baseUrl(), "Bearer t", "ada")
                            .headers()
                            .firstValue("Location")
                            .orElseThrow())
                    .startsWith("https://id.example.com/scim/Users/");
        }
    }

    @Test
    void whether_it_is_well_is_told_to_anybody() {
        try (RollcallServer server = start()) {
            String health = server.baseUrl().replace(WebServer.PATH, WebServer.HEALTH);
            assertThat(Http.get(health, "none").body()).isEqualTo("{\"status\":\"UP\"}");
        }
    }

    @Test
    void beyond_the_rate_of_the_command_line_the_provider_is_told_to_wait() {
        try (RollcallServer server = start("--token", "t", "--rate", "1/2")) {
            total(server, "Bearer t");
            total(server, "Bearer t");
            var refused = Http.get(server.baseUrl() + "/Users", "Bearer t");
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValue("Retry-After")).contains("1");
        }
    }

    @Test
    void a_trusted_proxy_is_believed_and_a_wrong_one_is_no_start() {
        try (RollcallServer server = start("--token", "t", "--trusted-proxy", "127.0.0.0/8")) {
            String answer = Http.raw(
                    server.baseUrl(),
                    "GET /scim/v2/ServiceProviderConfig HTTP/1.1\r\nHost: x\r\nForwarded: proto=https;host=a.example\r\n"
                            + "Connection: close\r\n\r\n");
            assertThat(answer).contains("https://a.example/scim/v2/ServiceProviderConfig");
        }
        assertThatThrownBy(() -> start("--trusted-proxy", "proxy.example"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("--trusted-proxy")
                .hasMessageContaining("10.0.0.0/8");
    }

    @Test
    void a_walk_by_cursor_goes_on_after_a_restart() {
        String page = "/Users?attributes=userName&count=1&cursor";
        String next;
        try (RollcallServer server = start("--token", "t")) {
            Http.createUser(server.baseUrl(), "Bearer t", "ada");
            Http.createUser(server.baseUrl(), "Bearer t", "grace");
            next = Http.json(Http.get(server.baseUrl() + page, "Bearer t").body())
                    .path("nextCursor")
                    .asText();
        }
        try (RollcallServer server = start("--token", "t")) {
            assertThat(Http.get(server.baseUrl() + page + "=" + next, "Bearer t"))
                    .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(200))
                    .satisfies(answer -> assertThat(answer.body()).contains("grace"));
        }
        try (RollcallServer other = start(folder.resolve("other"), "--token", "t")) {
            assertThat(Http.get(other.baseUrl() + page + "=" + next, "Bearer t").body())
                    .contains("invalidCursor");
        }
    }

    @Test
    void whatever_is_kept_is_for_its_owner_even_in_a_folder_that_was_there_before() throws IOException {
        start().close();
        try (Stream<Path> kept = Files.list(folder)) {
            assertThat(kept)
                    .isNotEmpty()
                    .filteredOn(file ->
                            file.getFileSystem().supportedFileAttributeViews().contains("posix"))
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
    }

    @Test
    void an_extension_is_stored_and_one_that_is_there_already_is_refused() throws IOException {
        Path badge = Files.writeString(
                folder.resolve("badge.json"),
                "{\"id\":\"urn:example:Badge\",\"attributes\":[{\"name\":\"number\",\"type\":\"string\"}]}");
        try (RollcallServer server = start("--token", "t", "--extension", badge.toString())) {
            assertThat(Http.get(server.baseUrl() + "/Schemas/urn:example:Badge", "Bearer t")
                            .statusCode())
                    .isEqualTo(200);
        }
        Path user = Files.writeString(
                folder.resolve("user.json"),
                "{\"id\":\"urn:ietf:params:scim:schemas:core:2.0:User\",\"attributes\":[{\"name\":\"n\",\"type\":\"string\"}]}");
        assertThatThrownBy(() -> start("--extension", user.toString())).isInstanceOf(UsageException.class);
    }
}
