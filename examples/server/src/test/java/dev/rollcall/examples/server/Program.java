package dev.rollcall.examples.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** The server as a process of its own. */
final class Program implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 60;
    private static final int POLL_MILLIS = 50;
    private static final String LAST_LINE = "--base-url";

    private final Path out;
    private final Path err;
    private final Process process;

    private Program(Path out, Path err, Process process) {
        this.out = out;
        this.err = err;
        this.process = process;
    }

    /** Starts it from the classes of this test run, in a working directory. */
    static Program ofClasses(Path directory, String... arguments) throws IOException {
        String classPath = System.getProperty("java.class.path");
        return start(directory, List.of("-cp", classPath, RollcallServer.class.getName()), arguments);
    }

    /** Whether it still runs. */
    boolean isAlive() {
        return process.isAlive();
    }

    /** Starts it from a jar, in a working directory. */
    static Program ofJar(Path jar, Path directory, String... arguments) throws IOException {
        return start(directory, List.of("-jar", jar.toString()), arguments);
    }

    private static Program start(Path directory, List<String> program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // Short lives: what takes time to start does not pay.
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(program);
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile(directory, "out", "");
        Path err = Files.createTempFile(directory, "err", "");
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        return new Program(out, err, process);
    }

    /** All that it has printed. */
    List<String> lines() throws IOException {
        return Files.readAllLines(out, StandardCharsets.UTF_8);
    }

    String errors() throws IOException {
        return Files.readString(err);
    }

    /** The start message, as soon as it is there. */
    List<String> message() throws Exception {
        for (int i = 0; i < PATIENCE_SECONDS * 1000 / POLL_MILLIS; i++) {
            if (lines().stream().anyMatch(line -> line.contains(LAST_LINE))) {
                return lines();
            }
            if (process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new AssertionError("It ended with " + process.exitValue() + ": " + lines() + errors());
            }
        }
        throw new AssertionError("No start message: " + lines() + errors());
    }

    /** The first line of the start message of that kind. */
    String line(Predicate<String> which) throws Exception {
        List<String> all = message();
        return all.stream()
                .filter(which)
                .findFirst()
                .orElseThrow(() -> new AssertionError(all))
                .strip();
    }

    /** What the start message says after this label. */
    String value(String label) throws Exception {
        return line(line -> line.strip().startsWith(label))
                .substring(label.length())
                .strip();
    }

    String baseUrl() throws Exception {
        return value("SCIM base URL");
    }

    /** Ends it as a service manager does, and checks that it had nothing to complain about. */
    void stop() throws Exception {
        process.destroy();
        exitStatus();
        assertThat(errors()).isEmpty();
    }

    /** Ends it as a power failure does. */
    void kill() throws Exception {
        process.destroyForcibly();
        exitStatus();
    }

    int exitStatus() throws Exception {
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
