package dev.rollcall.scim.provisioning.engine;

import dev.rollcall.scim.provisioning.Provisioning;
import dev.rollcall.scim.provisioning.tenant.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Removes entries of the sync log that are older than their tenant keeps them, once an hour: in parts, so that nobody waits
 * for long. Several nodes at it find nothing to do for the second. Thread-safe.
 */
final class LogPurge implements Chore {
    static final Duration EVERY = Duration.ofHours(1);
    private static final int AT_ONCE = 1_000;
    private static final int TENANTS = 100;

    private final Provisioning parts;
    private @Nullable Instant next;
    private @Nullable String after;

    LogPurge(Provisioning parts) {
        this.parts = parts;
    }

    /** Goes on to the next tenant that has something to remove; 0 once all were looked at. */
    @Override
    public synchronized int runBatch() {
        Instant now = parts.now();
        if (next != null && now.isBefore(next)) {
            return 0;
        }
        while (true) {
            String from = after;
            List<Tenant> tenants = parts.read(unit -> unit.tenants().list(from, TENANTS));
            for (Tenant tenant : tenants) {
                Instant before = now.minus(tenant.settings().logRetention());
                int removed = parts.write(unit -> unit.log().purge(tenant.id(), before, AT_ONCE));
                if (removed > 0) {
                    return removed;
                }
                after = tenant.id();
            }
            if (tenants.isEmpty()) {
                after = null;
                next = now.plus(EVERY);
                return 0;
            }
        }
    }
}
