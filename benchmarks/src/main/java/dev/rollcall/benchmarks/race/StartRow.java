package dev.rollcall.benchmarks.race;

import dev.rollcall.benchmarks.http.ServerProcess;
import dev.rollcall.benchmarks.http.WireClient;
import dev.rollcall.benchmarks.measure.Ratio;
import dev.rollcall.benchmarks.report.Bar;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** From the start of the process to the first answer, each on an empty H2 in memory. */
final class StartRow {
    private static final int STARTS_OF_ROUND = 5;

    private StartRow() {}

    static void run(RaceSettings settings, Results results) throws IOException {
        int starts = settings.rounds() * STARTS_OF_ROUND;
        double[] ours = new double[starts];
        double[] limit = new double[starts];
        for (int i = 0; i < starts; i++) {
            limit[i] = start("limit-h2");
            ours[i] = start("rollcall-h2");
        }
        results.ratio(
                "start",
                Ratio.ofPairs(ours, limit),
                Bar.atMost(1.5),
                Map.of(
                        "against",
                        "bare Jetty with H2",
                        "costs",
                        Map.of("rollcall", milliseconds(ours), "limit", milliseconds(limit))));
    }

    private static double start(String name) throws IOException {
        long begin = System.nanoTime();
        try (ServerProcess server = ServerProcess.start(-1, List.of(), List.of("serve-library", name));
                WireClient client = server.connect("token")) {
            client.get("/Users?count=1");
            return System.nanoTime() - begin;
        }
    }

    private static String milliseconds(double[] nanos) {
        return String.format(
                Locale.ROOT, "%.0f ms", Arrays.stream(nanos).average().orElse(0) / 1e6);
    }
}
