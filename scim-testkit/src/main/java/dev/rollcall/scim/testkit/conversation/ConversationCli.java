package dev.rollcall.scim.testkit.conversation;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Plays conversations against a server from the command line; {@code --help} tells how. Exit code 0: all held, 1:
 * something is broken, 2: wrong usage, or the server refused.
 */
public final class ConversationCli {
    private static final int HELD = 0;
    private static final int BROKEN = 1;
    private static final int REFUSED = 2;

    private ConversationCli() {}

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.out, System.err));
    }

    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (arguments.contains("--help") || arguments.contains("-h")) {
            out.print(CliArguments.HELP);
            return HELD;
        }
        List<Conversation> conversations;
        ConversationTarget target;
        try {
            var parsed = CliArguments.parse(arguments);
            target = parsed.target();
            conversations = parsed.conversations();
        } catch (IllegalArgumentException | ConversationFormatException e) {
            err.println(e.getMessage());
            err.println("Try --help.");
            return REFUSED;
        } catch (IOException e) {
            err.println("The conversations cannot be read: " + e);
            return REFUSED;
        }
        return play(conversations, target, out, err);
    }

    private static int play(
            List<Conversation> conversations, ConversationTarget target, PrintStream out, PrintStream err) {
        List<ConversationResult> results = new ArrayList<>();
        for (Conversation conversation : conversations) {
            var result = ConversationRunner.play(conversation, target);
            if (result.outcome() == Outcome.REFUSED) {
                err.println("Stopped before " + conversation + ": " + result.reason());
                err.println(
                        "Use an empty test tenant, or --force if it may have what the conversations do not expect.");
                return REFUSED;
            }
            results.add(result);
            print(result, out);
        }
        out.println(summary(results));
        return count(results, Outcome.BROKEN) == 0 ? HELD : BROKEN;
    }

    private static void print(ConversationResult result, PrintStream out) {
        out.println(
                switch (result.outcome()) {
                    case HELD -> "ok       " + result.conversation();
                    case SKIPPED, REFUSED -> "skipped  " + result.conversation() + " (" + result.reason() + ")";
                    case BROKEN -> "BROKEN   " + result.conversation();
                });
        result.broken().forEach(broken -> out.println("           " + broken.withoutConversation()));
    }

    private static String summary(List<ConversationResult> results) {
        int expectations =
                results.stream().mapToInt(result -> result.broken().size()).sum();
        return "Conversations: " + count(results, Outcome.HELD) + " ok, " + count(results, Outcome.SKIPPED)
                + " skipped, " + count(results, Outcome.BROKEN) + " broken; broken expectations: " + expectations;
    }

    private static long count(List<ConversationResult> results, Outcome outcome) {
        return results.stream().filter(result -> result.outcome() == outcome).count();
    }
}
