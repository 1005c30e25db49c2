package dev.rollcall.scim.provisioning.engine;

import dev.rollcall.scim.provisioning.FailureListener;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Does what is due in the background: on a thread of its own once that is started, and on whichever thread asks for it.
 * Thread-safe.
 */
public final class Worker implements AutoCloseable {
    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final List<Task> tasks;
    private final FailureListener failures;
    private final SafeMeter meter;
    private final Duration firstPause;
    private final Semaphore wakeUps = new Semaphore(0);
    private volatile boolean closed;
    private @Nullable Thread thread;

    /** A worker that does nothing yet. */
    public Worker(List<Task> tasks, FailureListener failures, SafeMeter meter) {
        this(tasks, failures, meter, FIRST_PAUSE);
    }

    Worker(List<Task> tasks, FailureListener failures, SafeMeter meter, Duration firstPause) {
        this.tasks = List.copyOf(tasks);
        this.failures = failures;
        this.meter = meter;
        this.firstPause = firstPause;
    }

    /** Starts the thread, a daemon: it keeps no process alive. Does nothing if it was started or closed before. */
    public synchronized void start() {
        if (thread == null && !closed) {
            Thread made = new Thread(this::loop, "rollcall-background");
            made.setDaemon(true);
            made.start();
            thread = made;
        }
    }

    /** Lets the thread look at once. */
    public void wake() {
        if (wakeUps.availablePermits() == 0) {
            wakeUps.release();
        }
    }

    /**
     * Does all that is due now, on this thread. What fails is told to the listener and left for the next call; the rest is
     * done all the same.
     *
     * @return how much was done
     */
    public int runDue() {
        Set<Task> failed = new HashSet<>();
        int all = 0;
        int round;
        do {
            round = 0;
            for (Task task : tasks) {
                if (!failed.contains(task)) {
                    try {
                        round += run(task);
                    } catch (RuntimeException | Error e) {
                        failed.add(task);
                        meter.tell(listener -> listener.failed(task.name(), e));
                        failures.failed(task.name(), e);
                    }
                }
            }
            all += round;
        } while (round > 0);
        return all;
    }

    /** Stops the thread, once what it is at is done. From within that, it only says that no more is to be done. */
    @Override
    public void close() {
        Thread running;
        synchronized (this) {
            closed = true;
            running = thread;
        }
        wake();
        if (running != null && running != Thread.currentThread()) {
            try {
                running.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private int run(Task task) {
        long begun = System.nanoTime();
        int done = task.chore().runBatch();
        if (done > 0) {
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            meter.tell(listener -> listener.worked(task.name(), done, took));
        }
        return done;
    }

    private void loop() {
        List<Attempt> attempts = tasks.stream().map(Attempt::new).toList();
        while (!closed) {
            boolean more = false;
            for (Attempt attempt : attempts) {
                // Closing waits for one chore, not for all of them.
                more |= !closed && attempt.isWorthAnotherLook();
            }
            if (!more && !closed) {
                rest();
            }
        }
    }

    private void rest() {
        try {
            if (wakeUps.tryAcquire(IDLE.toMillis(), TimeUnit.MILLISECONDS)) {
                wakeUps.drainPermits();
            }
        } catch (InterruptedException e) {
            // Nobody but this class ends the thread, and it has another way to say so.
            Thread.interrupted();
        }
    }

    /** One task on the thread, with its pauses. */
    private final class Attempt {
        private final Task task;
        private int failedInARow;
        private long notBefore = System.nanoTime();

        private Attempt(Task task) {
            this.task = task;
        }

        /** Runs, unless it pauses; returns whether there may be more to do at once. */
        private boolean isWorthAnotherLook() {
            if (System.nanoTime() - notBefore < 0) {
                return false;
            }
            try {
                boolean more = run(task) > 0;
                failedInARow = 0;
                return more;
            } catch (Throwable e) {
                // Throwable: languages other than Java throw checked exceptions where none are declared.
                pause();
                tell(e);
                return false;
            }
        }

        private void pause() {
            long nanos = firstPause.toNanos() << Math.min(failedInARow, 10);
            failedInARow++;
            notBefore = System.nanoTime() + Math.min(nanos, LONGEST_PAUSE.toNanos());
        }

        private void tell(Throwable failure) {
            meter.tell(listener -> listener.failed(task.name(), failure));
            try {
                failures.failed(task.name(), failure);
            } catch (Throwable e) {
                // Whoever cannot even hear of a failure does not get to stop the thread.
                FailureListener.LOGGED.failed(task.name(), e);
            }
        }
    }
}
