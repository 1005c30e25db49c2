package dev.rollcall.benchmarks.store;

import dev.rollcall.benchmarks.http.ChildProcess;
import dev.rollcall.benchmarks.measure.Ratio;
import dev.rollcall.benchmarks.report.Bar;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** The most memory that is live while everybody is read, against a tenth of them, in a process with a small heap. */
final class MemoryRow implements Row {
    private static final int HEAP_MEGABYTES = 64;
    private static final int MOST_ROUNDS = 12;

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public void measure(Site site, Figures figures) throws Exception {
        site.release();
        // H2 lives in the same heap, and would fill it with its cache.
        String url = site.url(site.large()).replaceAll("CACHE_SIZE=[0-9]+", "CACHE_SIZE=4096");
        int rounds = Math.max(2, Math.min(MOST_ROUNDS, site.settings().pairs()));
        for (MemoryCommand.Reading reading : MemoryCommand.Reading.values()) {
            List<double[]> peaks = peaks(List.of(
                    "memory",
                    url,
                    reading.name(),
                    Integer.toString(rounds),
                    site.large().everybody(),
                    site.medium().everybody()));
            double[] large = peaks.stream().mapToDouble(peak -> peak[0]).toArray();
            double[] medium = peaks.stream().mapToDouble(peak -> peak[1]).toArray();
            figures.ratio(
                    name() + "/" + reading.title(),
                    Ratio.ofPairs(large, medium),
                    new Bar.Pair(Bar.atMost(1.1), null),
                    Map.of(
                            "heapMegabytes",
                            HEAP_MEGABYTES,
                            "liveBytes",
                            median(large),
                            "otherLiveBytes",
                            median(medium)));
        }
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        java.util.Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static List<double[]> peaks(List<String> arguments) throws IOException, InterruptedException {
        List<String> options = new ArrayList<>(List.of("-Xmx" + HEAP_MEGABYTES + "m", "-XX:+UseSerialGC"));
        Process process = ChildProcess.java(-1, options, arguments);
        List<double[]> peaks = new ArrayList<>();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                String[] words = line.split(" ");
                if (words[0].equals(MemoryCommand.PEAK)) {
                    peaks.add(new double[] {Double.parseDouble(words[1]), Double.parseDouble(words[2])});
                }
            }
        }
        if (process.waitFor() != 0) {
            throw new IOException(
                    "Reading everybody did not succeed in " + HEAP_MEGABYTES + " MB: " + String.join(" ", arguments));
        }
        return Collections.unmodifiableList(peaks);
    }
}
