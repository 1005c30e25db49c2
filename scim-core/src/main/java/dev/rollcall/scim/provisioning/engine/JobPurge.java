package dev.rollcall.scim.provisioning.engine;

import dev.rollcall.scim.provisioning.Provisioning;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Forgets jobs that ended 30 days ago, once an hour. Thread-safe. */
final class JobPurge implements Chore {
    static final Duration KEPT = Duration.ofDays(30);

    private final Provisioning parts;
    private @Nullable Instant next;

    JobPurge(Provisioning parts) {
        this.parts = parts;
    }

    @Override
    public synchronized int runBatch() {
        Instant now = parts.now();
        if (next == null || !now.isBefore(next)) {
            parts.write(unit -> {
                unit.jobs().purge(now.minus(KEPT));
                return true;
            });
            next = now.plus(LogPurge.EVERY);
        }
        // What is forgotten is nothing that anybody waits for.
        return 0;
    }
}
