package dev.rollcall.benchmarks.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A server in a process of its own, so that client and server do not share a heap, a compiler and a core. */
public final class ServerProcess implements AutoCloseable {
    /** Where every server has its service. */
    public static final String PATH = "/scim/v2";

    /** What a server prints before its port, when it listens. */
    public static final String READY = "Listening on port ";

    private final Process process;
    private final URI baseUrl;

    private ServerProcess(Process process, URI baseUrl) {
        this.process = process;
        this.baseUrl = baseUrl;
    }

    /**
     * Starts a server on the database of a URL, and waits until it listens.
     *
     * @param core the core that it runs on; negative for all of them
     */
    public static ServerProcess start(String url, int core) throws IOException {
        return start(core, List.of("-Xms1g", "-Xmx1g"), List.of("serve", url));
    }

    /** Starts any command that serves, and waits until it listens. */
    public static ServerProcess start(int core, List<String> options, List<String> arguments) throws IOException {
        Process process = ChildProcess.java(core, options, arguments);
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith(READY)) {
                return new ServerProcess(
                        process, URI.create("http://127.0.0.1:" + line.substring(READY.length()) + PATH));
            }
        }
        throw new IOException("The server did not start");
    }

    /** A new connection for the tenant. */
    public WireClient connect(String tenant) throws IOException {
        return new WireClient(baseUrl, tenant);
    }

    /** The processor time that the server has used so far. */
    public Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            process.onExit().get(1, TimeUnit.MINUTES);
        } catch (ExecutionException | TimeoutException | InterruptedException e) {
            process.destroyForcibly();
            throw new IOException("The server did not stop by itself", e);
        }
    }
}
