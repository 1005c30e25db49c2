package dev.rollcall.conformance.provisioning.crash;

import dev.rollcall.conformance.server.Scim;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

/** A {@link CrashingHost} that runs. */
final class HostProcess {
    private final Process process;
    private final String baseUrl;
    private final String authorization;

    private HostProcess(Process process, String baseUrl, String authorization) {
        this.process = process;
        this.baseUrl = baseUrl;
        this.authorization = authorization;
    }

    static HostProcess start(String url, Path heard) throws IOException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrashingHost.class.getName(),
                        url,
                        heard.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith(CrashingHost.READY)) {
                String[] parts = line.substring(CrashingHost.READY.length()).split(" ");
                String pair = parts[1] + ":" + parts[2];
                drain(out);
                return new HostProcess(
                        process,
                        parts[0],
                        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
            }
        }
        throw new IllegalStateException(
                "The host ended with " + process.destroyForcibly().exitValue());
    }

    /** A process whose output nobody reads stands still once the pipe is full. */
    private static void drain(BufferedReader out) {
        Thread reader = new Thread(
                () -> {
                    try {
                        out.transferTo(Writer.nullWriter());
                    } catch (IOException e) {
                        // It was killed, as it is to be.
                    }
                },
                "output of the host");
        reader.setDaemon(true);
        reader.start();
    }

    /** A client with a connection of its own. */
    Scim client() {
        return Scim.at(baseUrl, authorization);
    }

    /** Ends the process at once, without a word to it. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
