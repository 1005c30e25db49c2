package dev.rollcall.scim.provisioning.admin;

import dev.rollcall.scim.provisioning.log.Result;
import dev.rollcall.scim.provisioning.log.SyncLogEntry;
import dev.rollcall.scim.provisioning.log.SyncLogEvent;
import dev.rollcall.scim.provisioning.log.SyncReport;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts the entries of a day. Not thread-safe. */
final class ReportCount {
    private final Map<SyncLogEvent, Map<Result, Long>> counts = new EnumMap<>(SyncLogEvent.class);
    private final List<SyncLogEntry> errors = new ArrayList<>();
    private long errorCount;

    void add(SyncLogEntry entry) {
        counts.computeIfAbsent(entry.event(), event -> new EnumMap<>(Result.class))
                .merge(entry.result(), 1L, Long::sum);
        if (SyncReport.isError(entry.result())) {
            errorCount++;
            if (errors.size() < SyncReport.MOST_ERRORS) {
                errors.add(entry);
            }
        }
    }

    SyncReport report(String tenant, LocalDate day, ZoneId zone) {
        return new SyncReport(tenant, day, zone, counts, errorCount, errors);
    }
}
