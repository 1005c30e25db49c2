package dev.rollcall.scim.testkit.conversation;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the command line asks for; for one thread. */
final class CliArguments {
    static final String HELP = """
            Plays conversations of identity providers against a SCIM server, and tells what does not hold.

            Needed:
              --base-url URL   the SCIM base URL, such as https://app.example.com/scim/v2
              --token T        a bearer token that the server accepts

            What to play (all the bundled conversations, if nothing is said):
              --case NUMBER    only the conversation with this number; may be repeated
              --idp NAME       only the conversations of this identity provider, such as okta or entra
              --cases DIR      the conversations in this folder or file instead of the bundled ones

            About the server:
              --option NAME    it has this option; may be repeated. Conversations that need one that is not
                               named are skipped. Options: %s
              --force          play even if the server has users or groups

            The server must be an empty test tenant: what a conversation creates is deleted after it.

            Exit code: 0 all held, 1 something is broken, 2 wrong usage or the server refused.
            """.formatted(optionNames());

    private @Nullable URI baseUrl;
    private @Nullable String token;
    private @Nullable String idp;
    private @Nullable Path cases;
    private boolean force;
    private final Set<Integer> numbers = new HashSet<>();
    private final Set<ServerOption> options = EnumSet.noneOf(ServerOption.class);

    private CliArguments() {}

    /** @throws IllegalArgumentException with what the person who typed it should change */
    static CliArguments parse(List<String> arguments) {
        var parsed = new CliArguments();
        for (var left = arguments.iterator(); left.hasNext(); ) {
            parsed.take(left.next(), left);
        }
        return parsed;
    }

    private void take(String name, Iterator<String> left) {
        switch (name) {
            case "--base-url" -> baseUrl = URI.create(value(name, left));
            case "--token" -> token = value(name, left);
            case "--idp" -> idp = value(name, left).toLowerCase(Locale.ROOT);
            case "--cases" -> cases = Path.of(value(name, left));
            case "--force" -> force = true;
            case "--case" -> numbers.add(number(value(name, left)));
            case "--option" -> options.add(option(value(name, left)));
            default -> throw new IllegalArgumentException("unknown argument '" + name + "'");
        }
    }

    /** @throws IllegalArgumentException if the URL or the token is missing or wrong */
    ConversationTarget target() {
        if (baseUrl == null || token == null) {
            throw new IllegalArgumentException((baseUrl == null ? "--base-url" : "--token") + " is missing");
        }
        return ConversationTarget.builder(baseUrl)
                .token(token)
                .options(options)
                .force(force)
                .build();
    }

    /**
     * @throws IllegalArgumentException if none is left to play, or a number is none of theirs
     * @throws ConversationFormatException if a file is not in the format
     */
    List<Conversation> conversations() throws IOException {
        var all = cases == null ? Conversations.all() : Conversations.in(cases);
        var unknown = new HashSet<>(numbers);
        all.forEach(conversation -> unknown.remove(conversation.number()));
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("there is no conversation with the number " + unknown);
        }
        var chosen = all.stream()
                .filter(each -> numbers.isEmpty() || numbers.contains(each.number()))
                .filter(each -> idp == null || each.idp().equals(idp))
                .toList();
        if (chosen.isEmpty()) {
            var idps = all.stream().map(Conversation::idp).distinct().collect(Collectors.joining(", "));
            throw new IllegalArgumentException("no conversation to play; identity providers: " + idps);
        }
        return chosen;
    }

    private static String value(String name, Iterator<String> left) {
        if (!left.hasNext()) {
            throw new IllegalArgumentException(name + " lacks its value");
        }
        return left.next();
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--case takes a number, not '" + text + "'", e);
        }
    }

    private static ServerOption option(String name) {
        return ServerOption.of(name)
                .orElseThrow(
                        () -> new IllegalArgumentException("unknown option '" + name + "'; options: " + optionNames()));
    }

    private static String optionNames() {
        return Arrays.stream(ServerOption.values()).map(ServerOption::key).collect(Collectors.joining(", "));
    }
}
