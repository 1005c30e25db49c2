package dev.rollcall.benchmarks.race;

import dev.rollcall.benchmarks.contest.Answers;
import dev.rollcall.benchmarks.contest.Library;
import dev.rollcall.benchmarks.contest.Operation;
import dev.rollcall.benchmarks.contest.Task;
import dev.rollcall.benchmarks.libraries.Libraries;
import dev.rollcall.benchmarks.measure.Ratio;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** A task: who does it, who answers right, what it costs each of them. Belongs to one thread. */
final class TaskRow {
    private final Task task;
    private final Map<String, Times> times = new LinkedHashMap<>();
    private final Map<String, String> wrong = new LinkedHashMap<>();

    TaskRow(Task task) {
        this.task = task;
    }

    Task task() {
        return task;
    }

    /** Asks everybody, and leaves those who answer wrong out of what is timed. */
    void check() {
        for (Library library : Libraries.all()) {
            String problem = problem(library, task.premise());
            if (problem == null && task.premise() != task) {
                problem = problem(library, task);
            }
            if (problem == null) {
                times.put(library.name(), new Times());
            } else if (!problem.isEmpty()) {
                wrong.put(library.name(), problem);
            }
        }
        if (!times.containsKey(Libraries.ROLLCALL)) {
            throw new IllegalStateException("Rollcall does not do " + task.row() + " right: " + wrong);
        }
    }

    /** Null for none; empty if the library has nothing for the task. */
    private static @Nullable String problem(Library library, Task task) {
        try {
            Operation operation = library.open(task);
            if (operation == null) {
                return "";
            }
            // The limit checks nothing and decides nothing, on purpose.
            return library.name().equals(Libraries.LIMIT) ? null : Answers.wrong(task, operation);
        } catch (Exception | LinkageError e) {
            return "fails with " + e;
        }
    }

    /** Who is timed. */
    List<String> contestants() {
        return new ArrayList<>(times.keySet());
    }

    Times times(String library) {
        return java.util.Objects.requireNonNull(times.get(library));
    }

    /** The figures of the row. */
    void report(Results results) throws IOException {
        Goal goal = Goal.of(task);
        Times ours = times(Libraries.ROLLCALL);
        String row = task.row();
        Optional<String> fastest = best(Times::mean);
        Optional<String> leanest = best(Times::bytes);
        if (fastest.isPresent()) {
            Ratio ratio = Ratio.ofSeries(times(fastest.get()).nanos(), ours.nanos());
            results.ratio(row, ratio, goal.faster(), more(fastest.get()));
        } else {
            results.exact(row, ours.mean(), "ns", null, more(""));
        }
        if (leanest.isPresent() && goal.leaner() != null) {
            double fewer = (double) times(leanest.get()).bytes() / Math.max(1, ours.bytes());
            results.exact(row + "/bytes", fewer, "x", goal.leaner(), more(leanest.get()));
        }
        if (goal.bytes() != null) {
            results.exact(row + "/bytes", ours.bytes(), "bytes", goal.bytes(), more(""));
        }
        if (times.containsKey(Libraries.LIMIT)) {
            Ratio ratio = Ratio.ofSeries(ours.nanos(), times(Libraries.LIMIT).nanos());
            results.ratio(row + "/limit", ratio, goal.limit(), more(Libraries.LIMIT));
        }
    }

    private Optional<String> best(ToDoubleFunction<Times> cost) {
        return times.entrySet().stream()
                .filter(entry -> !List.of(Libraries.ROLLCALL, Libraries.LIMIT).contains(entry.getKey()))
                .min(Comparator.comparingDouble(entry -> cost.applyAsDouble(entry.getValue())))
                .map(Map.Entry::getKey);
    }

    private Map<String, Object> more(String against) {
        Map<String, Object> costs = new LinkedHashMap<>();
        times.forEach((name, time) -> costs.put(
                name, String.format(Locale.ROOT, "%s ns, %,d B", RaceTable.number(time.mean()), time.bytes())));
        wrong.forEach((name, problem) -> costs.put(name, "answers wrong: " + problem));
        return Map.of("against", against, "costs", costs);
    }
}
