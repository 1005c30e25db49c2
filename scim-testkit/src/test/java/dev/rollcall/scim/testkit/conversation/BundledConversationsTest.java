package dev.rollcall.scim.testkit.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.testkit.conversation.wire.ScriptedServer;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundledConversationsTest {
    @Test
    void the_index_lists_every_file() throws Exception {
        assertThat(Files.readAllLines(folder().resolve("index.txt")))
                .isEqualTo(files().map(file -> file.getFileName().toString())
                        .sorted()
                        .toList());
    }

    @TestFactory
    Stream<DynamicTest> every_file_has_only_keys_paths_and_operators_that_are_known() throws Exception {
        return files().map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
            var name = file.getFileName().toString();
            var conversation = ConversationReader.read(Files.readAllBytes(file), name);

            assertThat(name).startsWith("%03d-%s-".formatted(conversation.number(), conversation.idp()));
        }));
    }

    @Test
    void all_are_read_from_the_resources_by_number() throws Exception {
        assertThat(Conversations.all())
                .hasSize((int) files().count())
                .isNotEmpty()
                .extracting(Conversation::number)
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 500 Oops\r\nContent-Type: text/html\r\n\r\n<h1>Oops</h1>",
                "HTTP/1.1 200 OK\r\nContent-Type: application/scim+json\r\n\r\n{}",
                "HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n",
                "gibberish"
            })
    void a_server_that_answers_nonsense_breaks_each_of_them_and_no_playing_fails(String nonsense) throws IOException {
        try (var server = ScriptedServer.answering(nonsense)) {
            var target = Fakes.target(server)
                    .options(ServerOption.values())
                    .force(true)
                    .build();

            assertThat(Conversations.all())
                    .map(conversation -> ConversationRunner.play(conversation, target))
                    .allSatisfy(result -> {
                        assertThat(result.outcome()).isEqualTo(Outcome.BROKEN);
                        assertThat(result.broken())
                                .allSatisfy(broken -> assertThat(broken.toString())
                                        .startsWith(result.conversation().toString())
                                        .doesNotContain("\n"));
                    });
        }
    }

    private static Stream<Path> files() throws URISyntaxException, IOException {
        try (var files = Files.list(folder())) {
            return files.filter(file -> file.toString().endsWith(".json")).toList().stream();
        }
    }

    private static Path folder() throws URISyntaxException {
        return Path.of(Conversations.class.getResource("cases/index.txt").toURI())
                .getParent();
    }
}
