package dev.rollcall.scim.provisioning.admin;

import dev.rollcall.scim.provisioning.log.AttributeChange;
import dev.rollcall.scim.provisioning.log.SyncLogEntry;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Entries of the sync log as CSV (RFC 4180). */
final class CsvExport {
    private static final List<String> NAMES = List.of(
            "time",
            "id",
            "provider",
            "actor",
            "requestId",
            "event",
            "subject",
            "subjectName",
            "cause",
            "result",
            "message",
            "changes",
            "explanation");

    /** What begins a formula, in some spreadsheet: also the wide forms, and what a spreadsheet skips in front of them. */
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    private CsvExport() {}

    static void write(Stream<SyncLogEntry> entries, OutputStream out) throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        row(text, NAMES);
        try (entries) {
            for (Iterator<SyncLogEntry> all = entries.iterator(); all.hasNext(); ) {
                row(text, cells(all.next()));
            }
        }
        text.flush();
    }

    private static List<@Nullable String> cells(SyncLogEntry entry) {
        return Arrays.asList(
                entry.time().toString(),
                entry.id(),
                entry.provider(),
                entry.actor(),
                entry.requestId(),
                entry.event().name(),
                entry.subject(),
                entry.subjectName(),
                entry.cause().name(),
                entry.result().name(),
                entry.message(),
                entry.changes().stream().map(CsvExport::text).collect(Collectors.joining("; ")),
                entry.explanation());
    }

    private static String text(AttributeChange change) {
        return change.attribute() + ": " + text(change.before()) + " → " + text(change.after());
    }

    private static String text(@Nullable String value) {
        return value == null ? "(none)" : '"' + value + '"';
    }

    private static void row(Writer out, List<? extends @Nullable String> cells) throws IOException {
        String separator = "";
        for (String cell : cells) {
            out.write(separator);
            out.write(cell(cell == null ? "" : cell));
            separator = ",";
        }
        out.write("\r\n");
    }

    /** Quoted where it has to be; what would be a formula is a text by the apostrophe in front of it. */
    private static String cell(String value) {
        String stripped = value.stripLeading();
        boolean formula = (!value.isEmpty() && FORMULA.indexOf(value.charAt(0)) >= 0)
                || (!stripped.isEmpty() && FORMULA.indexOf(stripped.charAt(0)) >= 0);
        String safe = formula ? "'" + value : value;
        boolean quoted = safe.chars().anyMatch(c -> c == '"' || c == ',' || c == '\r' || c == '\n');
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
