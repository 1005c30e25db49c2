package dev.rollcall.examples.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.provisioning.provider.SecretText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server as its users run it. */
class ProgramTest {
    @TempDir
    private Path folder;

    private Program start(String... arguments) throws IOException {
        return Program.ofClasses(folder, arguments);
    }

    /** Runs a line as if it were pasted into a shell; the status of the answer is the last line of the result. */
    private static String paste(String line) throws Exception {
        Process shell = new ProcessBuilder("sh", "-c", line + " -sS -w '\\n%{http_code}'")
                .redirectErrorStream(true)
                .start();
        String answer = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor()).as(answer).isZero();
        return answer;
    }

    private static void assumeCurl() throws Exception {
        try {
            Process curl = new ProcessBuilder("curl", "--version")
                    .redirectErrorStream(true)
                    .start();
            curl.getInputStream().readAllBytes();
            Assumptions.assumeTrue(curl.waitFor() == 0, "curl works");
        } catch (IOException e) {
            Assumptions.abort("there is no curl: " + e.getMessage());
        }
    }

    @Test
    void the_printed_curl_lines_work_when_they_are_pasted() throws Exception {
        assumeCurl();
        try (Program program = start("--port", "0")) {
            List<String> message = program.message();
            String list = program.line(line -> line.strip().startsWith("curl -H"));
            String create = program.line(line -> line.strip().startsWith("curl -X POST"));
            assertThat(paste(list)).contains("\"totalResults\":0").endsWith("\n200");
            assertThat(paste(create))
                    .contains("\"userName\":\"ada@example.com\"")
                    .endsWith("\n201");
            assertThat(paste(create)).contains("\"scimType\":\"uniqueness\"").endsWith("\n409");
            assertThat(paste(list)).contains("\"totalResults\":1").endsWith("\n200");
            program.stop();
            assertThat(program.lines()).as("printed once").isEqualTo(message);
            assertThat(folder.resolve("rollcall-data")).isDirectory();
        }
    }

    @Test
    void after_a_restart_the_credentials_work_and_are_not_shown_again() throws Exception {
        String token;
        try (Program first = start("--port", "0", "--data", "kept")) {
            token = first.value("Bearer token");
            assertThat(SecretText.looksRight(token)).isTrue();
            assertThat(Http.createUser(first.baseUrl(), "Bearer " + token, "ada")
                            .statusCode())
                    .isEqualTo(201);
            first.stop();
        }
        try (Program second = start("--port", "0", "--data", "kept")) {
            assertThat(String.join("\n", second.message()))
                    .doesNotContain("rck_")
                    .contains("--credentials new");
            assertThat(Http.get(second.baseUrl() + "/Users", "Bearer " + token).body())
                    .contains("\"totalResults\":1");
            second.stop();
        }
    }

    @Test
    void what_was_answered_is_on_the_disk_even_if_the_process_is_killed() throws Exception {
        try (Program first = start("--port", "0", "--token", "t")) {
            assertThat(Http.createUser(first.baseUrl(), "Bearer t", "ada").statusCode())
                    .isEqualTo(201);
            first.kill();
        }
        try (Program second = start("--port", "0", "--token", "t")) {
            assertThat(Http.get(second.baseUrl() + "/Users", "Bearer t").body()).contains("\"totalResults\":1");
            second.stop();
        }
    }

    @Test
    void a_folder_has_one_server_at_a_time() throws Exception {
        try (Program first = start("--port", "0", "--data", "one")) {
            first.message();
            try (Program second = start("--port", "0", "--data", "one")) {
                assertThat(second.exitStatus()).isEqualTo(1);
                assertThat(second.errors()).contains("in use by another server").hasLineCount(1);
            }
            first.stop();
        }
    }

    @Test
    void wrong_usage_ends_with_2() throws Exception {
        try (Program program = start("--nonsense")) {
            assertThat(program.exitStatus()).isEqualTo(2);
            assertThat(program.errors()).contains("--nonsense");
            assertThat(program.lines()).isEmpty();
        }
    }
}
