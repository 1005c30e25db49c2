package dev.rollcall.benchmarks.race;

import dev.rollcall.benchmarks.contest.Operation;
import dev.rollcall.benchmarks.contest.Task;
import dev.rollcall.benchmarks.libraries.Libraries;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * The one JMH benchmark: a task by a library. Each fork does one of them only, so the call through the interface costs all of
 * them the same, which is nothing.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Race {
    /** The row. */
    @Param("parse-simple")
    public String row = "";

    /** The library. */
    @Param("rollcall")
    public String library = "";

    private Operation operation = Operation.of(i -> i, Object.class, result -> {
        throw new IllegalStateException();
    });
    private int times;

    /** Makes the task ready. */
    @Setup(Level.Trial)
    public void open() throws Exception {
        // Some libraries print what they do not like; to throw it away costs them less than to show it.
        System.setErr(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        operation = Objects.requireNonNull(Libraries.of(library).open(Task.of(row)));
    }

    /** Throws away what the iteration before has left. */
    @Setup(Level.Iteration)
    public void reset() throws Exception {
        operation.reset();
    }

    /** Does it once. */
    @Benchmark
    public Object run() throws Exception {
        Object result = operation.run(times);
        times = times + 1 & Integer.MAX_VALUE;
        return result;
    }
}
