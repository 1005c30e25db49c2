package dev.rollcall.conformance.provisioning;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/** Does several things at the same time. */
final class Together {
    private Together() {}

    /** Each on a thread of its own, all beginning at once; what one of them fails with is thrown. */
    static void run(int times, IntConsumer work) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(times);
        CyclicBarrier start = new CyclicBarrier(times);
        List<Callable<Void>> all = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            int number = i;
            all.add(() -> {
                start.await();
                work.accept(number);
                return null;
            });
        }
        try {
            for (Future<Void> done : threads.invokeAll(all)) {
                done.get();
            }
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }
}
