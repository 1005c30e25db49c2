package dev.rollcall.scim.provisioning.log;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * A day of a sync log in short. Immutable and thread-safe.
 *
 * @param tenant whose it is
 * @param day the day
 * @param zone where it is that day
 * @param counts how many entries there are about each event with each result, in the order of both; none are 0
 * @param errorCount how many things were refused or failed
 * @param errors the first of those, up to 100
 */
public record SyncReport(
        String tenant,
        LocalDate day,
        ZoneId zone,
        Map<SyncLogEvent, Map<Result, Long>> counts,
        long errorCount,
        List<SyncLogEntry> errors) {
    /** How many errors are listed at most. */
    public static final int MOST_ERRORS = 100;

    /** Copies maps and list. */
    public SyncReport {
        Objects.requireNonNull(tenant);
        Objects.requireNonNull(day);
        Objects.requireNonNull(zone);
        Map<SyncLogEvent, Map<Result, Long>> copy = new EnumMap<>(SyncLogEvent.class);
        counts.forEach((event, results) -> copy.put(event, Collections.unmodifiableMap(new EnumMap<>(results))));
        counts = Collections.unmodifiableMap(copy);
        errors = List.copyOf(errors);
    }

    /** Whether that is an error: something was asked for, and not done. */
    public static boolean isError(Result result) {
        return result == Result.REFUSED || result == Result.FAILED;
    }

    /** How many entries there are with that event and that result. */
    public long count(SyncLogEvent event, Result result) {
        return counts.getOrDefault(event, Map.of()).getOrDefault(result, 0L);
    }

    /** How many entries there are. */
    public long total() {
        return counts.values().stream()
                .flatMap(results -> results.values().stream())
                .mapToLong(Long::longValue)
                .sum();
    }

    /** The report for people, in English, in lines that end with a line feed; names of people are in it. */
    public String toText() {
        StringBuilder text = new StringBuilder();
        text.append("Sync report of ")
                .append(tenant)
                .append(" for ")
                .append(day)
                .append(" (");
        text.append(zone).append(")\n\n");
        if (counts.isEmpty()) {
            return text.append("Nothing happened.\n").toString();
        }
        counts.forEach((event, results) -> text.append(line(event, results)));
        if (errorCount > 0) {
            text.append("\nErrors: ").append(errorCount).append('\n');
            errors.forEach(entry -> text.append(line(entry)));
            if (errorCount > errors.size()) {
                text.append("  … and ").append(errorCount - errors.size()).append(" more\n");
            }
        }
        return text.toString();
    }

    private static String line(SyncLogEvent event, Map<Result, Long> results) {
        List<String> parts = new ArrayList<>();
        results.forEach((result, count) -> parts.add(count + " " + word(result.name())));
        return String.format(Locale.ROOT, "%-24s %s%n", word(event.name()), String.join(", ", parts))
                .replace("\r", "");
    }

    private String line(SyncLogEntry entry) {
        String time = DateTimeFormatter.ISO_LOCAL_TIME.format(
                entry.time().atZone(zone).toLocalTime().withNano(0));
        String who = entry.subjectName() == null ? "" : " " + entry.subjectName();
        return "  " + time + " " + entry.actor() + who + ": " + oneLine(entry.message()) + "\n";
    }

    /** A line of a report is a line, whatever a message holds. */
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }

    private static String word(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
