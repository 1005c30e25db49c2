package dev.rollcall.examples.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... arguments) {
        return new CommandLine(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(arguments);
    }

    @Test
    void help_names_every_option_and_every_behaviour() {
        assertThat(run("--port", "0", "--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("--port", "--data", "--token", "--base-url", "--option", "--extension", "--resource-type")
                .contains(Behaviour.names())
                .contains("/scim/v2");
        assertThat(err.size()).isZero();
    }

    @Test
    void wrong_usage_is_2_and_says_what_is_wrong() {
        assertThat(run("--porto", "1")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("--porto", "--help")
                .doesNotContain("Exception");
        assertThat(out.size()).isZero();
    }

    @Test
    void a_wrong_resource_type_is_2_with_file_and_place() throws Exception {
        Path file = folder.resolve("thing.json");
        Files.writeString(
                file,
                Files.readString(CustomResourcesTest.DEVICE)
                        .replace("\"type\": \"integer\", \"uniqueness\"", "\"type\": \"number\", \"uniqueness\""));
        assertThat(run("--port", "0", "--data", "memory", "--resource-type", file.toString()))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("thing.json", "urn:example:params:scim:schemas:2.0:Device", "\"assetNumber\"")
                .contains("is \"number\"; allowed are", "integer", "line ")
                .doesNotContain("Exception");
    }

    @Test
    void what_only_shows_when_all_files_are_together_is_2_too() {
        String device = CustomResourcesTest.DEVICE.toString();
        assertThat(run("--port", "0", "--data", "memory", "--resource-type", device, "--resource-type", device))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("--resource-type", "registered already");
    }

    @Test
    void a_port_in_use_is_1_and_keeps_no_credentials() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String port = Integer.toString(taken.getLocalPort());
            assertThat(run("--port", port, "--data", folder.toString())).isEqualTo(1);
            assertThat(err.toString(StandardCharsets.UTF_8))
                    .contains("Port " + port, "--port")
                    .doesNotContain("Exception\n");
        }
        // The database was closed again, and nobody was given credentials that were never shown.
        try (RollcallServer server =
                RollcallServer.start(ServerOptions.parse("--port", "0", "--data", folder.toString()))) {
            assertThat(server.fresh()).isPresent();
        }
    }
}
