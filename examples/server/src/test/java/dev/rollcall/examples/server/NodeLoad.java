package dev.rollcall.examples.server;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Writers at all nodes at once. */
final class NodeLoad {
    private static final int WRITERS = 8;
    private static final int PATIENCE_SECONDS = 60;

    private final Nodes nodes;
    private final NodeClient client;
    private final List<String> groups;
    private final AtomicBoolean stop = new AtomicBoolean();
    private final Semaphore acknowledged = new Semaphore(0);
    private final ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
    private final List<Future<Ledger>> running = new ArrayList<>();

    private NodeLoad(Nodes nodes, NodeClient client, List<String> groups) {
        this.nodes = nodes;
        this.client = client;
        this.groups = groups;
    }

    static NodeLoad start(Nodes nodes, NodeClient client, List<String> groups, String name) {
        NodeLoad load = new NodeLoad(nodes, client, groups);
        for (int i = 0; i < WRITERS; i++) {
            load.running.add(load.threads.submit(
                    new NodeWriter(nodes, client, groups, name + "-w" + i, load.stop, load.acknowledged)));
        }
        return load;
    }

    List<String> groups() {
        return groups;
    }

    /** Waits until so many more writes were acknowledged. */
    void awaitMore(int more) throws Exception {
        acknowledged.drainPermits();
        if (!acknowledged.tryAcquire(more, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            for (Future<Ledger> writer : running) {
                if (writer.isDone()) {
                    // It never ends by itself but with what went wrong.
                    writer.get();
                }
            }
            throw new AssertionError("No progress");
        }
    }

    /** Ends the writers. */
    Aftermath stop() throws Exception {
        stop.set(true);
        List<Ledger> ledgers = new ArrayList<>();
        for (Future<Ledger> writer : running) {
            ledgers.add(writer.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
        }
        threads.shutdown();
        return new Aftermath(nodes, client, groups, ledgers);
    }
}
