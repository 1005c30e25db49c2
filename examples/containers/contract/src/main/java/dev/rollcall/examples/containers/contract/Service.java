package dev.rollcall.examples.containers.contract;

import dev.rollcall.scim.Rollcall;
import dev.rollcall.scim.RollcallBuilder;
import dev.rollcall.scim.codec.Limits;
import dev.rollcall.scim.codec.Quirk;
import dev.rollcall.scim.protocol.Caller;
import dev.rollcall.scim.protocol.Options;
import dev.rollcall.scim.schema.Schema;
import dev.rollcall.scim.servlet.CredentialAuthenticator;
import dev.rollcall.scim.servlet.FixedCredentials;
import dev.rollcall.scim.servlet.ScimServlet;
import dev.rollcall.scim.store.memory.InMemoryStore;
import dev.rollcall.scim.testkit.conversation.Conversation;
import dev.rollcall.scim.testkit.conversation.ServerConfig;
import dev.rollcall.scim.testkit.conversation.ServerOption;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The servlets that are mounted: the same ones in every container. */
final class Service {
    static final String TOKEN = "the-token-of-the-contract";
    static final long MAX_BODY = 1 << 20;

    private Service() {}

    static ScimServlet plain() {
        return servlet(Rollcall.builder().limits(Limits.DEFAULT.withMaxBytes(MAX_BODY)));
    }

    /** With all that a conversation requires. */
    static ScimServlet of(Conversation conversation) {
        RollcallBuilder builder = Rollcall.builder();
        Options options = Options.DEFAULT;
        for (ServerOption option : conversation.requires()) {
            options = switch (option) {
                case UNIQUE_GROUP_DISPLAY_NAME -> options.withUniqueGroupDisplayName(true);
                case STRICT_MEMBER_REFERENCES -> options.withStrictMemberReferences(true);
                case LENIENT_JSON_STRING_VALUE ->
                    options.withTolerance(options.tolerance().with(Quirk.LENIENT_JSON_STRING_VALUE));
                case CUSTOM_EXTENSION -> options;
            };
        }
        extensions(conversation).forEach(schema -> builder.extension("User", schema));
        return servlet(builder.options(options));
    }

    private static List<Schema> extensions(Conversation conversation) {
        return conversation.config().map(ServerConfig::extensionSchemas).orElse(List.of()).stream()
                .map(json -> Schema.parse(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8))))
                .toList();
    }

    private static ScimServlet servlet(RollcallBuilder builder) {
        FixedCredentials credentials = FixedCredentials.builder()
                .token(TOKEN, Caller.ofProvider("acme", "okta", "contract"))
                .build();
        return ScimServlet.of(builder.store(InMemoryStore.create()).build(), CredentialAuthenticator.of(credentials));
    }
}
