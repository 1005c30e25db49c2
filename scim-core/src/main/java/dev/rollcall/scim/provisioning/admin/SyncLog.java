package dev.rollcall.scim.provisioning.admin;

import dev.rollcall.scim.provisioning.log.SyncLogEntry;
import dev.rollcall.scim.provisioning.log.SyncLogQuery;
import dev.rollcall.scim.provisioning.log.SyncReport;
import dev.rollcall.scim.provisioning.tenant.Tenant;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What provisioning did, skipped and refused in a tenant. Immutable and thread-safe. Whatever reads throws {@link
 * AdministrationException} if there is no such tenant.
 */
public final class SyncLog {
    private static final int LARGEST = 1_000;

    private final Desk desk;

    /** Made by {@code Rollcall}. */
    public SyncLog(Desk desk) {
        this.desk = desk;
    }

    /**
     * A page of entries.
     *
     * @param cursor the one of the page before, asked for with the same query; null for the first
     * @param limit how many at most, 1 to 1,000
     * @throws AdministrationException {@code INVALID} if the limit is out of range
     */
    public SyncLogPage page(SyncLogQuery query, @Nullable String cursor, int limit) {
        if (limit < 1 || limit > LARGEST) {
            throw AdministrationException.invalid("A page has 1 to " + LARGEST + " entries, not " + limit);
        }
        // One more tells whether there is a next page.
        List<SyncLogEntry> found = read(query, cursor, limit + 1);
        if (found.size() <= limit) {
            return new SyncLogPage(found, null);
        }
        List<SyncLogEntry> shown = found.subList(0, limit);
        return new SyncLogPage(shown, shown.get(limit - 1).id());
    }

    /** The entries, read page by page as they are asked for, so that a stream may be as long as it likes. */
    public Stream<SyncLogEntry> entries(SyncLogQuery query) {
        return Pages.stream((after, limit) -> read(query, after, limit), SyncLogEntry::id);
    }

    private List<SyncLogEntry> read(SyncLogQuery query, @Nullable String after, int limit) {
        return desk.look(work -> work.state().log().list(desk.tenant(), query, after, limit));
    }

    /**
     * Writes entries as CSV (RFC 4180) in UTF-8, with a row of names first. A text that a spreadsheet would take for a formula
     * has an apostrophe in front. In bounded memory; the stream stays open.
     */
    public void exportCsv(SyncLogQuery query, OutputStream out) throws IOException {
        CsvExport.write(entries(query), out);
    }

    /** Writes entries as an array of JSON objects in UTF-8. In bounded memory; the stream stays open. */
    public void exportJson(SyncLogQuery query, OutputStream out) throws IOException {
        JsonExport.write(entries(query), out);
    }

    /**
     * What happened on a day, whether it is over or not. Reads all entries of the day.
     *
     * @param zone where the day is one; days have 23 to 25 hours there
     */
    public SyncReport report(LocalDate day, ZoneId zone) {
        Instant from = day.atStartOfDay(zone).toInstant();
        Instant until = day.plusDays(1).atStartOfDay(zone).toInstant();
        ReportCount count = new ReportCount();
        entries(SyncLogQuery.ALL.between(from, until)).forEach(count::add);
        return count.report(desk.tenant(), day, zone);
    }

    /**
     * The report of a day if it is to be sent: the day is over, and the tenant wants one, or wants one of days with errors and
     * there were some. Who sends it, and remembers that it was sent, is the host.
     */
    public Optional<SyncReport> dueReport(LocalDate day, ZoneId zone) {
        Tenant tenant =
                desk.look(work -> work.state().tenants().find(desk.tenant()).orElseThrow());
        Instant until = day.plusDays(1).atStartOfDay(zone).toInstant();
        if (desk.engine().parts().now().isBefore(until)) {
            return Optional.empty();
        }
        return switch (tenant.settings().syncReport()) {
            case NEVER -> Optional.empty();
            case ON_ERRORS -> Optional.of(report(day, zone)).filter(report -> report.errorCount() > 0);
            case DAILY -> Optional.of(report(day, zone));
        };
    }

    /**
     * Makes the entries about a person who is gone say nothing about that person: names and values are replaced, also where
     * entries about something else name the person; ids, times and what was done stay. Reads the whole log of the tenant.
     *
     * @param account the id of the account, which has ended for good or was never there
     * @return how many entries were changed; 0 if it was done before
     * @throws AdministrationException {@code REFUSED} if the account has not ended for good
     */
    public int pseudonymise(String account) {
        return new Pseudonyms(desk, account).replace();
    }
}
