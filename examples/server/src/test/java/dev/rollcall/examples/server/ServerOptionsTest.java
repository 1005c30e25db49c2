package dev.rollcall.examples.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.scim.codec.Quirk;
import dev.rollcall.scim.codec.Tolerance;
import dev.rollcall.scim.protocol.Options;
import dev.rollcall.scim.provisioning.provider.RequestRate;
import dev.rollcall.scim.provisioning.provider.SecretText;
import dev.rollcall.scim.schema.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ServerOptionsTest {
    @TempDir
    private Path folder;

    @Test
    void nothing_said_is_the_default() {
        ServerOptions options = ServerOptions.parse();
        assertThat(options.port()).isEqualTo(8080);
        assertThat(options.data())
                .isEqualTo(new DataPlace.Folder(Path.of("rollcall-data").toAbsolutePath()));
        assertThat(options.token()).isNull();
        assertThat(options.baseUrl()).isNull();
        assertThat(options.trustedProxies()).isEmpty();
        assertThat(options.rate()).isNull();
        assertThat(options.accessLog()).isNull();
        assertThat(options.behaviour()).isNull();
        assertThat(options.extensions()).isEmpty();
        assertThat(options.resourceTypes()).isEmpty();
    }

    @Test
    void values_stand_after_a_blank_or_an_equals_sign() {
        ServerOptions options = ServerOptions.parse(
                "--port=0", "--data", "memory", "--token", "a.b-c==", "--base-url=https://x.example/scim/");
        assertThat(options.port()).isZero();
        assertThat(options.data()).isEqualTo(new DataPlace.Memory());
        assertThat(options.token()).isEqualTo("a.b-c==");
        assertThat(options.baseUrl()).isEqualTo("https://x.example/scim");
    }

    @Test
    void a_rate_is_two_numbers_or_off_and_proxies_add_up() {
        ServerOptions options = ServerOptions.parse(
                "--rate=5/10", "--trusted-proxy", "10.0.0.0/8", "--trusted-proxy=::1", "--access-log", "plain");
        assertThat(options.rate()).isEqualTo(new RequestRate(5, 10));
        assertThat(options.trustedProxies()).containsExactly("10.0.0.0/8", "::1");
        assertThat(options.accessLog()).isNotNull();
        assertThat(ServerOptions.parse("--rate", "off").rate()).isEqualTo(RequestRate.UNLIMITED);
    }

    @Test
    void behaviours_add_up_in_any_order() {
        ServerOptions options = ServerOptions.parse(
                "--option", "uniqueGroupDisplayName", "--option", "operationCase", "--option", "strict");
        assertThat(options.behaviour())
                .isEqualTo(Options.STRICT
                        .withUniqueGroupDisplayName(true)
                        .withTolerance(Tolerance.STRICT.with(Quirk.OPERATION_CASE)));
        assertThat(ServerOptions.parse("--option", "strictMemberReferences").behaviour())
                .isEqualTo(Options.DEFAULT.withStrictMemberReferences(true));
    }

    @ParameterizedTest
    @EnumSource(Quirk.class)
    void every_quirk_can_be_switched_on(Quirk quirk) {
        assertThat(ServerOptions.parse("--option", "strict", "--option", quirk.option())
                        .behaviour()
                        .tolerance()
                        .quirks())
                .containsExactly(quirk);
    }

    @Test
    void an_extension_is_read_from_its_file() throws IOException {
        Path file = Files.writeString(
                folder.resolve("badge.json"),
                "{\"id\":\"urn:example:Badge\",\"attributes\":[{\"name\":\"number\",\"type\":\"string\"}]}");
        assertThat(ServerOptions.parse("--option", "customExtension", "--extension", file.toString())
                        .extensions())
                .extracting(Schema::id)
                .containsExactly("urn:example:Badge");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--prot 1                | There is no option --prot",
                "1                       | There is no option 1",
                "--port                  | --port needs a value",
                "--port=                 | --port needs a value",
                "--port x                | --port is \"x\"",
                "--port 65536            | 0 to 65535",
                "--port -1               | 0 to 65535",
                "--port 1 --port 2       | --port is given twice",
                "--token a'b             | --token may have",
                "--token rck_abc         | mistyped",
                "--base-url scim         | --base-url is \"scim\"",
                "--base-url ftp://x/     | it must be like https://",
                "--base-url https://x/?a | it must be like https://",
                "--base-url https://a@x/ | it must be like https://",
                "--base-url ht%tp        | which is no URL",
                "--rate 25               | two numbers such as 25/100",
                "--rate 0/1              | 1 to 1000000",
                "--rate 1/9999999        | 1 to 1000000",
                "--access-log all        | plain or full",
                "--option nonsense       | it knows default, strict, interop, uniqueGroupDisplayName, strictMemberReferences, customExtension, anyUser",
                "--option strict --option interop | two profiles",
                "--option customExtension| needs an --extension",
                "--extension no-such.json| there is no file no-such.json",
                "--resource-type no.json | --resource-type: there is no file no.json",
                "--data a;b              | semicolon",
                "--data jdbc:mysql://h/d?password=x | --data is a URL of jdbc:mysql; it must be one of jdbc:postgresql: or jdbc:h2:",
            })
    void what_is_wrong_is_said(String line, String message) {
        assertThatThrownBy(() -> ServerOptions.parse(line.split(" ")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(message);
    }

    @Test
    void a_wrong_extension_file_is_named_with_the_reason() throws IOException {
        Path file = folder.resolve("wrong.json");
        String[] arguments = {"--extension", file.toString()};
        Files.writeString(file, "{\"id\":\"urn:example:Badge\",\"attributes\":[{\"name\":\"n\",\"type\":\"text\"}]}");
        assertThatThrownBy(() -> ServerOptions.parse(arguments))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("wrong.json")
                .hasMessageContaining("allowed are");
        Files.writeString(file, "no json");
        assertThatThrownBy(() -> ServerOptions.parse(arguments)).isInstanceOf(UsageException.class);
        Files.writeString(file, "");
        assertThatThrownBy(() -> ServerOptions.parse(arguments)).isInstanceOf(UsageException.class);
        String[] asFolder = {"--extension", folder.toString()};
        assertThatThrownBy(() -> ServerOptions.parse(asFolder)).isInstanceOf(UsageException.class);
    }

    @Test
    void the_token_is_not_shown() {
        assertThat(ServerOptions.parse("--token", "s3cret").toString()).doesNotContain("s3cret");
    }

    @Test
    void the_data_folder_cannot_be_a_file() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> ServerOptions.parse("--data", file.toString()))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("is a file");
    }

    @Test
    void a_token_that_is_one_of_ours_must_be_whole() {
        String token = SecretText.make(new SecureRandom());
        assertThat(ServerOptions.parse("--token", token).token()).isEqualTo(token);
        assertThatThrownBy(() -> ServerOptions.parse("--token", token.substring(0, 52)))
                .hasMessageContaining("mistyped or cut off");
    }

    @Test
    void new_credentials_are_made_on_demand_and_not_beside_a_token() {
        assertThat(ServerOptions.parse("--credentials", "new").newCredentials()).isTrue();
        assertThat(ServerOptions.parse().newCredentials()).isFalse();
        assertThatThrownBy(() -> ServerOptions.parse("--credentials", "old"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("it must be new");
        assertThatThrownBy(() -> ServerOptions.parse("--credentials", "new", "--token", "t"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("take one");
    }

    @Test
    void who_logs_in_to_the_database_is_said_by_the_url_or_else_by_the_environment() {
        Map<String, String> environment = Map.of("PGUSER", "anna", "PGPASSWORD", "from-outside");
        assertThat(database(environment, "jdbc:postgresql://h/d"))
                .isEqualTo(new DataPlace.Database("jdbc:postgresql://h/d", "anna", "from-outside"));
        String both = "jdbc:postgresql://h/d?ssl=true&user=ben&password=p";
        assertThat(database(environment, both)).isEqualTo(new DataPlace.Database(both, null, null));
        assertThat(database(environment, "jdbc:h2:mem:x"))
                .isEqualTo(new DataPlace.Database("jdbc:h2:mem:x", null, null));
    }

    @Test
    void the_password_of_the_database_is_not_shown() {
        for (String url : List.of(
                "jdbc:postgresql://h:1/d?user=u&password=s3cret",
                "jdbc:postgresql://u:s3cret@h:1/d",
                "jdbc:h2:file:/d;PASSWORD=s3cret")) {
            assertThat(ServerOptions.parse("--data", url).toString())
                    .doesNotContain("s3cret")
                    .contains("/d");
        }
        assertThat(database(Map.of("PGPASSWORD", "s3cret"), "jdbc:postgresql://h/d")
                        .toString())
                .isEqualTo("jdbc:postgresql://h/d");
    }

    private static DataPlace database(Map<String, String> environment, String url) {
        return ServerOptions.parse(environment, "--data", url).data();
    }
}
