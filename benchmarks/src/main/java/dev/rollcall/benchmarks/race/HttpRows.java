package dev.rollcall.benchmarks.race;

import dev.rollcall.benchmarks.contest.Answers;
import dev.rollcall.benchmarks.contest.Requests;
import dev.rollcall.benchmarks.contest.Service;
import dev.rollcall.benchmarks.contest.Task;
import dev.rollcall.benchmarks.http.ChildProcess;
import dev.rollcall.benchmarks.http.ServerProcess;
import dev.rollcall.benchmarks.http.WireClient;
import dev.rollcall.benchmarks.measure.Ratio;
import dev.rollcall.benchmarks.report.Bar;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Requests over HTTP: all servers run, one is asked at a time, in blocks in an order that is drawn anew. Servers have one core
 * and the client the other, where there are two.
 */
final class HttpRows {
    private static final List<String> SERVERS = List.of("rollcall", "scim-sdk", "scimple", "limit");
    private static final List<String> JVM = List.of("-Xms2g", "-Xmx3g", "-XX:+UseParallelGC");
    private static final List<Integer> CONNECTIONS = List.of(1, 8, 64);
    private static final int DECISIVE = 8;
    private static final int BLOCKS_OF_ROUND = 4;

    private final RaceSettings settings;
    private final Results results;
    private final Map<String, ServerProcess> servers = new LinkedHashMap<>();
    private final Map<String, String> wrong = new LinkedHashMap<>();

    HttpRows(RaceSettings settings, Results results) {
        this.settings = settings;
        this.results = results;
    }

    void run(Task task) throws Exception {
        boolean pinned = Runtime.getRuntime().availableProcessors() > 1;
        try {
            for (String name : SERVERS) {
                servers.put(name, ServerProcess.start(pinned ? 0 : -1, JVM, List.of("serve-library", name)));
            }
            if (pinned) {
                ChildProcess.pin(1);
            }
            Map<String, String[]> targets = new LinkedHashMap<>();
            for (String name : SERVERS) {
                prepare(task, name, targets);
            }
            for (int connections : CONNECTIONS) {
                measure(task, connections, targets);
            }
        } finally {
            if (pinned) {
                ChildProcess.unpin(Runtime.getRuntime().availableProcessors());
            }
            for (ServerProcess server : servers.values()) {
                server.close();
            }
        }
    }

    /** Loads users, and checks what comes back; the limit sends what it has been given. */
    private void prepare(Task task, String name, Map<String, String[]> targets) throws Exception {
        try (WireClient client = server(name).connect("token")) {
            Requests requests = Requests.on(task == Task.CREATE ? Task.GET : task, () -> (method, target, body) -> {
                WireClient.Reply reply = client.send(method, target, body);
                return new Service.Reply(reply.status(), reply.body());
            });
            String problem = name.equals("limit") ? null : Answers.wrong(Task.GET, requests);
            if (problem == null) {
                targets.put(name, requests.targets());
            } else {
                wrong.put(name, problem);
            }
        }
    }

    private ServerProcess server(String name) {
        return Objects.requireNonNull(servers.get(name));
    }

    private void measure(Task task, int connections, Map<String, String[]> targets) throws Exception {
        Map<String, Load> loads = new LinkedHashMap<>();
        try {
            for (Map.Entry<String, String[]> entry : targets.entrySet()) {
                loads.put(entry.getKey(), new Load(task, server(entry.getKey()), connections, entry.getValue()));
            }
            for (Load load : loads.values()) {
                load.warmUp(settings.time().multipliedBy(settings.iterations()));
            }
            List<String> order = new ArrayList<>(loads.keySet());
            Random random = new Random(1);
            for (int i = 0; i < settings.rounds() * BLOCKS_OF_ROUND; i++) {
                Collections.shuffle(order, random);
                for (String name : order) {
                    Objects.requireNonNull(loads.get(name)).block(settings.time());
                }
            }
            report(task, connections, loads);
        } finally {
            for (Load load : loads.values()) {
                load.close();
            }
        }
    }

    private void report(Task task, int connections, Map<String, Load> loads) throws Exception {
        Load ours = Objects.requireNonNull(loads.get("rollcall"));
        String row = "http-" + task.row() + "/" + connections;
        boolean decisive = connections == DECISIVE;
        Map<String, Object> costs = new LinkedHashMap<>();
        loads.forEach((name, load) -> costs.put(name, load.toString()));
        wrong.forEach((name, problem) -> costs.put(name, "answers wrong: " + problem));
        String fastest = best(loads, Comparator.comparingDouble(load -> -load.mean()));
        if (fastest != null) {
            Load other = Objects.requireNonNull(loads.get(fastest));
            Ratio faster = Ratio.ofPairs(ours.throughputs(), other.throughputs());
            results.ratio(row, faster, decisive ? Bar.atLeast(2) : null, more(fastest, costs));
            Ratio lighter = Ratio.ofPairs(other.processorTimes(), ours.processorTimes());
            results.ratio(row + "/cpu", lighter, decisive ? Bar.atLeast(2) : null, more(fastest, costs));
        }
        Ratio limit = Ratio.ofPairs(
                ours.throughputs(), Objects.requireNonNull(loads.get("limit")).throughputs());
        Bar bar = Bar.atLeast(task == Task.CREATE ? 0.6 : 0.7);
        results.ratio(row + "/limit", limit, decisive ? bar : null, more("limit", costs));
    }

    private static Map<String, Object> more(String against, Map<String, Object> costs) {
        return Map.of("against", against, "costs", costs);
    }

    private static @Nullable String best(Map<String, Load> loads, Comparator<Load> order) {
        return loads.entrySet().stream()
                .filter(entry -> !List.of("rollcall", "limit").contains(entry.getKey()))
                .min(Map.Entry.comparingByValue(order))
                .map(Map.Entry::getKey)
                .orElse(null);
    }
}
