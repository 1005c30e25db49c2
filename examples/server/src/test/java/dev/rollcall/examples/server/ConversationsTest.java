package dev.rollcall.examples.server;

import dev.rollcall.scim.jdbi.testing.TestPostgres;
import dev.rollcall.scim.testkit.conversation.Conversation;
import dev.rollcall.scim.testkit.conversation.ConversationTarget;
import dev.rollcall.scim.testkit.conversation.ConversationTests;
import dev.rollcall.scim.testkit.conversation.ServerConfig;
import dev.rollcall.scim.testkit.conversation.ServerOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What identity providers say, over HTTP, to a server that has just started, with every option that one asks for. On the
 * store in memory the contract of containers plays them, in this web server too.
 */
class ConversationsTest {
    private static final String TOKEN = "conversation-token";

    @TempDir
    static Path folder;

    @TestFactory
    Stream<DynamicTest> hold_on_h2() {
        return ConversationTests.dynamicTests(conversation -> target(
                conversation, folder.resolve("h2-" + conversation.number()).toString()));
    }

    @TestFactory
    Stream<DynamicTest> hold_on_postgresql() {
        return ConversationTests.dynamicTests(conversation -> target(conversation, TestPostgres.newSchema()));
    }

    private static ConversationTarget target(Conversation conversation, String data) {
        List<String> arguments = new ArrayList<>(List.of("--port", "0", "--data", data, "--token", TOKEN));
        for (ServerOption option : conversation.requires()) {
            if (option == ServerOption.CUSTOM_EXTENSION) {
                arguments.addAll(extensions(conversation.config().orElseThrow()));
            } else {
                arguments.addAll(List.of("--option", option.key()));
            }
        }
        RollcallServer server = RollcallServer.start(ServerOptions.parse(arguments.toArray(String[]::new)));
        return ConversationTarget.builder(URI.create(server.baseUrl()))
                .token(TOKEN)
                .options(conversation.requires())
                .closing(server)
                .build();
    }

    private static List<String> extensions(ServerConfig config) {
        List<String> arguments = new ArrayList<>();
        for (String schema : config.extensionSchemas()) {
            try {
                Path file = Files.createTempFile(folder, "extension", ".json");
                arguments.addAll(
                        List.of("--extension", Files.writeString(file, schema).toString()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return arguments;
    }
}
