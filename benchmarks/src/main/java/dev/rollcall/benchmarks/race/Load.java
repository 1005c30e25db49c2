package dev.rollcall.benchmarks.race;

import dev.rollcall.benchmarks.contest.Numbered;
import dev.rollcall.benchmarks.contest.Task;
import dev.rollcall.benchmarks.http.ServerProcess;
import dev.rollcall.benchmarks.http.WireClient;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Connections that ask one server as fast as it answers, and what came of it. */
final class Load implements AutoCloseable {
    private static final byte[] NOTHING = {};
    private static final int FIRST_NEW = 1_000_000;

    private final Task task;
    private final ServerProcess server;
    private final String[] targets;
    private final List<WireClient> clients = new ArrayList<>();
    private final ExecutorService threads;
    private final Numbered users = new Numbered();
    private final AtomicInteger next;
    private final List<double[]> blocks = new ArrayList<>();
    private final List<long[]> latencies = new ArrayList<>();

    Load(Task task, ServerProcess server, int connections, String[] targets) throws IOException {
        this.task = task;
        this.server = server;
        this.targets = targets;
        // Each load of one server makes users of its own.
        this.next = new AtomicInteger(FIRST_NEW * (1 + Integer.numberOfTrailingZeros(connections)));
        this.threads = Executors.newFixedThreadPool(connections);
        for (int i = 0; i < connections; i++) {
            clients.add(server.connect("token"));
        }
    }

    void warmUp(Duration time) throws Exception {
        run(time);
        blocks.clear();
        latencies.clear();
    }

    void block(Duration time) throws Exception {
        run(time);
    }

    private void run(Duration time) throws InterruptedException, ExecutionException {
        Duration before = server.processorTime();
        long begin = System.nanoTime();
        long end = begin + time.toNanos();
        List<Future<long[]>> running = new ArrayList<>();
        for (WireClient client : clients) {
            running.add(threads.submit(() -> ask(client, end)));
        }
        int requests = 0;
        for (Future<long[]> future : running) {
            long[] nanos = future.get();
            requests += nanos.length;
            latencies.add(nanos);
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        double processor = server.processorTime().minus(before).toNanos() / 1e3;
        blocks.add(new double[] {requests / seconds, Math.max(1, processor) / requests});
    }

    private long[] ask(WireClient client, long end) throws IOException {
        long[] nanos = new long[1024];
        int count = 0;
        long begin = System.nanoTime();
        do {
            int i = next.getAndIncrement();
            if (task == Task.CREATE) {
                client.send("POST", "/Users", users.body(i));
            } else {
                client.send("GET", targets[(int) (i * 7919L % targets.length)], NOTHING);
            }
            if (count == nanos.length) {
                nanos = Arrays.copyOf(nanos, 2 * count);
            }
            long now = System.nanoTime();
            nanos[count++] = now - begin;
            begin = now;
        } while (begin < end);
        return Arrays.copyOf(nanos, count);
    }

    /** Requests a second, a block a value. */
    double[] throughputs() {
        return blocks.stream().mapToDouble(block -> block[0]).toArray();
    }

    /** Microseconds of the server's processors for each request, a block a value. */
    double[] processorTimes() {
        return blocks.stream().mapToDouble(block -> block[1]).toArray();
    }

    /** The mean of the throughputs. */
    double mean() {
        return Arrays.stream(throughputs()).average().orElse(0);
    }

    @Override
    public String toString() {
        long[] sorted =
                latencies.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        return String.format(
                Locale.ROOT,
                "%,.0f/s, %.0f µs CPU, p50 %.2f ms, p99 %.2f ms",
                mean(),
                Arrays.stream(processorTimes()).average().orElse(0),
                sorted[sorted.length / 2] / 1e6,
                sorted[(int) (sorted.length * 0.99)] / 1e6);
    }

    @Override
    public void close() throws IOException {
        threads.shutdown();
        for (WireClient client : clients) {
            client.close();
        }
    }
}
