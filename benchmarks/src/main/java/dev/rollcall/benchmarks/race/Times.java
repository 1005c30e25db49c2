package dev.rollcall.benchmarks.race;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;

/** What a task costs a library, over all rounds. Belongs to one thread. */
final class Times {
    private final List<Double> nanos = new ArrayList<>();
    private final List<Double> bytes = new ArrayList<>();

    /** Takes over what JMH measured in a round. */
    void add(RunResult result) {
        for (BenchmarkResult fork : result.getBenchmarkResults()) {
            for (IterationResult iteration : fork.getIterationResults()) {
                nanos.add(iteration.getPrimaryResult().getScore());
                iteration.getSecondaryResults().forEach((label, allocated) -> {
                    if (label.endsWith("gc.alloc.rate.norm")) {
                        bytes.add(allocated.getScore());
                    }
                });
            }
        }
    }

    /** Nanoseconds each time, an iteration a value. */
    double[] nanos() {
        return nanos.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** The mean in nanoseconds. */
    double mean() {
        return Arrays.stream(nanos()).average().orElse(Double.NaN);
    }

    /** Bytes each time; fractions of one are what JMH itself allocates. */
    long bytes() {
        return Math.round(
                bytes.stream().mapToDouble(Double::doubleValue).average().orElse(0) - 0.01);
    }
}
