package dev.rollcall.examples.server;

import dev.rollcall.examples.server.story.Story;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;

/** Runs the server as a command. */
final class CommandLine {
    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;
    private static final String STORY = "story";

    private final PrintStream out;
    private final PrintStream err;

    CommandLine(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Starts what the arguments say, and returns the exit status; with 0, a server may go on in its own threads. */
    int run(String... arguments) {
        if (List.of(arguments).contains("--help")) {
            out.println(help());
            return 0;
        }
        try {
            if (arguments.length > 0 && arguments[0].equals(CopyCommand.NAME)) {
                new CopyCommand(out).run(System.getenv(), Arrays.copyOfRange(arguments, 1, arguments.length));
                return 0;
            }
            if (arguments.length > 0 && arguments[0].equals(STORY)) {
                return story(arguments);
            }
            ServerOptions options = ServerOptions.parse(arguments);
            RollcallServer server = RollcallServer.start(options);
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "shutdown"));
            out.println(StartMessage.of(server, options));
            return 0;
        } catch (UsageException e) {
            err.println(e.getMessage());
            err.println("--help shows all options.");
            return WRONG_USAGE;
        } catch (StartException e) {
            err.println(e.getMessage());
            return FAILED;
        }
    }

    private int story(String... arguments) {
        if (arguments.length > 1) {
            throw new UsageException("story takes no options");
        }
        try {
            Story.play(out);
            return 0;
        } catch (RuntimeException e) {
            err.println("The story went wrong: " + e.getMessage());
            return FAILED;
        }
    }

    static String help() {
        return """
                A SCIM 2.0 server to try things out with. Only this machine reaches it (127.0.0.1).

                  java -jar rollcall-server.jar [options]
                  java -jar rollcall-server.jar copy --from DATA --to DATA
                  java -jar rollcall-server.jar story

                  --port N           port to listen on (8080); 0 picks a free one
                  --data DIR         folder for the data (rollcall-data); made if it is not there
                  --data memory      keep nothing
                  --data jdbc:postgresql://HOST/DATABASE
                                     a PostgreSQL database, which several servers may share; who logs in is said
                                     by PGUSER and PGPASSWORD in the environment, or by ?user=U&password=P in the
                                     URL, which other users of the machine can see. jdbc:h2: works too
                  --token T          a bearer token to accept, beside those that are kept with the data; without it,
                                     the first start makes a token, and a user name and a password, and shows them
                  --credentials new  make others in the place of all that are kept, and show them
                  --base-url URL     the SCIM base URL that identity providers use, if a proxy stands in front
                  --trusted-proxy IP an address or a range (10.0.0.0/8) whose Forwarded or X-Forwarded headers are
                                     believed; several times
                  --rate N/BURST     requests a second that the provider may make, and at once, in the place of what
                                     is set for it (25/100); or: off
                  --access-log WHAT  write a line for each request to the standard error: plain, or full, which
                                     has ids, query values and addresses in it, and so what people are called
                  --option NAME      switch a behaviour on, for the provider and so until another start names others;
                                     several times
                  --extension FILE   a schema that extends User, in the JSON of RFC 7643 section 7; several times
                  --resource-type FILE
                                     a resource type with its schemas in one JSON object, such as docs/device.json;
                                     several times
                  --help             this text

                Behaviours: %s.

                copy takes all that is kept in one place, a folder or a database, to another one that is empty, and
                compares both. Stop the servers before.

                story plays what provisioning does, over HTTP against a server of its own in memory, tells it, and
                checks it.

                The exit status is 2 if this is not followed, and 1 if the server cannot start, or the copy or the story
                fails.
                The SCIM base URL is http://127.0.0.1:PORT%s
                Whether the server is well tells http://127.0.0.1:PORT%s""".formatted(wrapped(Behaviour.names()), WebServer.PATH, WebServer.HEALTH);
    }

    private static String wrapped(List<String> names) {
        StringBuilder text = new StringBuilder();
        int column = 12;
        for (String name : names) {
            if (text.length() > 0) {
                boolean full = column + name.length() > 90;
                text.append(full ? "," + System.lineSeparator() + "  " : ", ");
                column = full ? 2 : column + 2;
            }
            text.append(name);
            column += name.length();
        }
        return text.toString();
    }
}
