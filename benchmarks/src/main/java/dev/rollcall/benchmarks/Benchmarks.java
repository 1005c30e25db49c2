package dev.rollcall.benchmarks;

import dev.rollcall.benchmarks.http.ServeCommand;
import dev.rollcall.benchmarks.libraries.FillCommand;
import dev.rollcall.benchmarks.libraries.ServeLibraryCommand;
import dev.rollcall.benchmarks.race.RaceCommand;
import dev.rollcall.benchmarks.race.RaceSettings;
import dev.rollcall.benchmarks.store.MemoryCommand;
import dev.rollcall.benchmarks.store.StoreCommand;
import java.util.List;

/** The program: {@code store} and {@code libraries} measure, the other commands are processes that it starts. */
public final class Benchmarks {
    private Benchmarks() {}

    /** Runs a command; the exit status is 2 if it is none. */
    public static void main(String[] arguments) throws Exception {
        String command = arguments.length == 0 ? "" : arguments[0];
        List<String> rest = List.of(arguments).subList(Math.min(1, arguments.length), arguments.length);
        switch (command) {
            case "store" -> store(rest);
            case "libraries" -> libraries(rest);
            case "serve" -> ServeCommand.run(rest.get(0));
            case "serve-library" -> ServeLibraryCommand.run(rest.get(0));
            case "fill" -> FillCommand.run(Integer.parseInt(rest.get(0)));
            case "memory" -> MemoryCommand.run(rest);
            default -> usage(Settings.USAGE + "\n" + RaceSettings.USAGE);
        }
    }

    private static void store(List<String> arguments) throws Exception {
        Settings settings;
        try {
            settings = Settings.parse(arguments);
            StoreCommand.check(settings);
        } catch (IllegalArgumentException e) {
            usage(e.getMessage());
            return;
        }
        StoreCommand.run(settings, System.out);
    }

    private static void libraries(List<String> arguments) throws Exception {
        RaceSettings settings;
        try {
            settings = RaceSettings.parse(arguments);
        } catch (IllegalArgumentException e) {
            usage(e.getMessage());
            return;
        }
        RaceCommand.run(settings, System.out);
    }

    private static void usage(String text) {
        System.err.println(text);
        System.exit(2);
    }
}
