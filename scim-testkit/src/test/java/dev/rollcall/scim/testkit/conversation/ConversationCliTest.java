package dev.rollcall.scim.testkit.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.testkit.conversation.wire.ScriptedServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConversationCliTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    void all_that_held_is_0() throws IOException {
        write(1, "okta", "", "/Users", 200);
        write(2, "entra", "\"requires\": [\"customExtension\"],", "/Users", 200);

        assertThat(runAgainst(new TinyScim())).isZero();
        assertThat(text(out)).isEqualTo("""
                        ok       001 okta: Trial
                        skipped  002 entra: Trial (the server lacks customExtension)
                        Conversations: 1 ok, 1 skipped, 0 broken; broken expectations: 0
                        """);
        assertThat(text(err)).isEmpty();
    }

    @Test
    void something_broken_is_1() throws IOException {
        write(1, "okta", "", "/Users", 200);
        write(3, "okta", "", "/Users/9", 200);

        assertThat(runAgainst(new TinyScim())).isEqualTo(1);
        assertThat(text(out)).isEqualTo("""
                        ok       001 okta: Trial
                        BROKEN   003 okta: Trial
                                   step 'ask': expected status 200, got 404 with the body {"status":"404"}
                        Conversations: 1 ok, 0 skipped, 1 broken; broken expectations: 1
                        """);
    }

    @Test
    void a_server_that_is_not_empty_is_2_and_with_force_it_is_played() throws IOException {
        write(1, "okta", "", "/Users", 200);
        var scim = new TinyScim();
        scim.answer("POST /scim/v2/Users HTTP/1.1\r\n\r\n{}");

        assertThat(runAgainst(scim)).isEqualTo(2);
        assertThat(text(out)).isEmpty();
        assertThat(text(err)).contains("Stopped before 001 okta: Trial: the server is not empty", "--force");
        assertThat(runAgainst(scim, "--force")).isZero();
    }

    @Test
    void options_numbers_and_identity_providers_choose_what_is_played() throws IOException {
        write(1, "okta", "", "/Users", 200);
        write(2, "entra", "\"requires\": [\"customExtension\"],", "/Users", 200);
        write(4, "entra", "", "/Users", 200);

        assertThat(runAgainst(new TinyScim(), "--idp", "Entra", "--case", "2", "--option", "customExtension"))
                .isZero();
        assertThat(text(out)).startsWith("ok       002 entra: Trial\nConversations: 1 ok");
        out.reset();
        assertThat(runAgainst(new TinyScim(), "--case", "4", "--case", "1")).isZero();
        assertThat(text(out)).contains("001", "004").doesNotContain("002");
    }

    @Test
    void the_bundled_conversations_are_the_default() throws IOException {
        try (var server = ScriptedServer.answering(new TinyScim()::answer)) {
            var url = server.url().toString();

            assertThat(run("--base-url", url, "--token", "t", "--case", "1")).isEqualTo(1);
            assertThat(text(out)).startsWith("BROKEN   001 okta: ");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--token t | --base-url is missing",
                "--base-url http://127.0.0.1:1 | --token is missing",
                "--base-url | --base-url lacks its value",
                "--base-url localhost:80 --token t | not an http or https URL",
                "--base-url http://127.0.0.1:1 --token t --case one | --case takes a number, not 'one'",
                "--base-url http://127.0.0.1:1 --token t --case 99999 | no conversation with the number [99999]",
                "--base-url http://127.0.0.1:1 --token t --idp nobody | identity providers: okta, entra",
                "--base-url http://127.0.0.1:1 --token t --option x | unknown option 'x'; options: uniqueGroupDisplay",
                "--base-url http://127.0.0.1:1 --token t --cases /no/such/folder | cannot be read",
                "--base-url http://127.0.0.1:1 --token t | Stopped before 001 okta",
                "--verbose | unknown argument '--verbose'"
            })
    void wrong_usage_is_2_and_says_what_to_change(String arguments, String message) {
        assertThat(run(arguments.split(" "))).isEqualTo(2);
        assertThat(text(err)).contains(message);
        assertThat(text(out)).isEmpty();
    }

    @Test
    void a_file_that_is_not_in_the_format_is_2() throws IOException {
        Files.writeString(folder.resolve("bad.json"), "{\"number\": 1, \"stesp\": []}");

        assertThat(runAgainst(new TinyScim())).isEqualTo(2);
        assertThat(text(err)).contains("bad.json has an unknown key 'stesp'");
    }

    @Test
    void help_names_every_argument_and_option() {
        assertThat(run("--help")).isZero();
        assertThat(text(out))
                .contains("--base-url", "--token", "--option", "--case ", "--idp", "--cases", "--force", "Exit code")
                .contains("uniqueGroupDisplayName, strictMemberReferences, customExtension, lenientJsonStringValue");
    }

    private int runAgainst(TinyScim scim, String... more) throws IOException {
        try (var server = ScriptedServer.answering(scim::answer)) {
            List<String> arguments = new ArrayList<>(
                    List.of("--base-url", server.url().toString(), "--token", "t", "--cases", folder.toString()));
            arguments.addAll(List.of(more));
            return run(arguments.toArray(String[]::new));
        }
    }

    private int run(String... arguments) {
        return ConversationCli.run(
                List.of(arguments),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private void write(int number, String idp, String members, String path, int status) throws IOException {
        Files.writeString(folder.resolve(number + ".json"), """
                {"number": %d, "idp": "%s", "name": "Trial", "operation": "lookup", "evidence": "derived", %s
                 "steps": [{"name": "ask", "method": "GET", "path": "%s", "expect": {"status": [%d]}}]}
                """.formatted(number, idp, members, path, status));
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
