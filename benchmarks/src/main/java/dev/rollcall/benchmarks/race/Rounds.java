package dev.rollcall.benchmarks.race;

import java.util.List;
import java.util.regex.Pattern;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs JMH: round after round, in each of them every library in turn with a process of its own. */
final class Rounds {
    /** The same for all, of one size so that the heap does not grow meanwhile. */
    private static final String[] JVM = {"-Xms4g", "-Xmx4g", "-XX:+UseParallelGC"};

    private final RaceSettings settings;
    private final boolean fork;

    /** {@code fork} is false for tests only. */
    Rounds(RaceSettings settings, boolean fork) {
        this.settings = settings;
        this.fork = fork;
    }

    void run(List<TaskRow> rows, Results results) throws RunnerException {
        for (int round = 1; round <= settings.rounds(); round++) {
            for (TaskRow row : rows) {
                for (String library : row.contestants()) {
                    run(row, library);
                }
                results.say("round " + round + ": " + row.task().row());
            }
        }
    }

    private void run(TaskRow row, String library) throws RunnerException {
        OptionsBuilder options = new OptionsBuilder();
        TimeValue time = TimeValue.milliseconds(settings.time().toMillis());
        options.include(Pattern.quote(Race.class.getName()))
                .param("row", row.task().row())
                .param("library", library)
                .forks(fork ? 1 : 0)
                .warmupIterations(settings.iterations())
                .warmupTime(time)
                .measurementIterations(settings.iterations())
                .measurementTime(time)
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
        if (fork) {
            options.jvmArgs(JVM);
        }
        for (RunResult result : new Runner(options.build()).run()) {
            row.times(library).add(result);
        }
    }
}
