package dev.rollcall.benchmarks.http;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts this program again, in a process of its own. */
public final class ChildProcess {
    private ChildProcess() {}

    /**
     * Starts a command of this program; its errors go where ours go.
     *
     * @param core the core that it runs on; negative for all of them
     * @param options of the Java machine
     * @param arguments the command
     */
    public static Process java(int core, List<String> options, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (core >= 0) {
            command.addAll(List.of("taskset", "-c", Integer.toString(core)));
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", classPath(), "dev.rollcall.benchmarks.Benchmarks"));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Test runners put the class path into a property of their own. */
    private static String classPath() {
        return System.getProperty(
                "surefire.test.class.path", System.getProperty("java.class.path", File.pathSeparator));
    }

    /** Keeps this process, with all threads that it has, on one core. */
    public static void pin(int core) throws IOException, InterruptedException {
        affinity(Integer.toString(core));
    }

    /** Lets this process use so many cores again. */
    public static void unpin(int cores) throws IOException, InterruptedException {
        affinity("0-" + (cores - 1));
    }

    private static void affinity(String cores) throws IOException, InterruptedException {
        String pid = Long.toString(ProcessHandle.current().pid());
        new ProcessBuilder("taskset", "-a", "-c", "-p", cores, pid)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
