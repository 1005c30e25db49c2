package dev.rollcall.scim.provisioning.tenant;

import java.time.Duration;
import java.util.Objects;

/**
 * What is set for a tenant. Immutable and thread-safe.
 *
 * @param logRetention how long entries of the sync log are kept, 1 day to 10 years
 * @param syncReport when a day's sync report is to be sent; the host sends it
 */
public record TenantSettings(Duration logRetention, SyncReportSchedule syncReport) {
    private static final Duration SHORTEST = Duration.ofDays(1);
    private static final Duration LONGEST = Duration.ofDays(3653);

    /** 90 days, and a report each day. */
    public static final TenantSettings DEFAULT = new TenantSettings(Duration.ofDays(90), SyncReportSchedule.DAILY);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if one is left; the message names the setting and what is allowed
     */
    public TenantSettings {
        Objects.requireNonNull(syncReport);
        if (logRetention.compareTo(SHORTEST) < 0 || logRetention.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("logRetention must be 1 to 3653 days, not " + logRetention);
        }
    }

    /** The same with another retention. */
    public TenantSettings withLogRetention(Duration retention) {
        return new TenantSettings(retention, syncReport);
    }

    /** The same with another schedule. */
    public TenantSettings withSyncReport(SyncReportSchedule schedule) {
        return new TenantSettings(logRetention, schedule);
    }
}
