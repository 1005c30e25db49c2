package dev.rollcall.scim.testkit.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;

/** Runs tasks at the same time, each on a thread of its own. */
public final class Race {
    /** How often a race is run, since a single one may happen to be none. */
    public static final int ROUNDS = 20;

    private Race() {}

    /** Runs the tasks of the numbers from 0 and gives their results in that order; a task that throws fails the test. */
    public static <T> List<T> among(int runners, IntFunction<T> task) {
        List<Callable<T>> tasks = new ArrayList<>();
        for (int i = 0; i < runners; i++) {
            int number = i;
            tasks.add(() -> task.apply(number));
        }
        return run(tasks);
    }

    /** Runs two tasks. */
    public static void between(Runnable one, Runnable other) {
        among(2, number -> {
            (number == 0 ? one : other).run();
            return number;
        });
    }

    private static <T> List<T> run(List<Callable<T>> tasks) {
        ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
        CyclicBarrier start = new CyclicBarrier(tasks.size());
        try {
            List<Future<T>> running = new ArrayList<>();
            for (Callable<T> task : tasks) {
                running.add(threads.submit(() -> {
                    start.await();
                    return task.call();
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : running) {
                results.add(future.get(2, TimeUnit.MINUTES));
            }
            return results;
        } catch (ExecutionException e) {
            throw new AssertionError("A runner failed", e.getCause());
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError("A runner did not come to an end", e);
        } finally {
            threads.shutdownNow();
        }
    }
}
