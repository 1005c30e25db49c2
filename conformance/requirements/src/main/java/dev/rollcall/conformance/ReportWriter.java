package dev.rollcall.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes verdicts for people and for programs. Stateless and thread-safe. */
public final class ReportWriter {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What the areas are called, in case their name does not do. */
    private static final Map<String, String> TITLES = Map.of(
            "protocol", "Authentication, messages and errors",
            "replace", "PUT",
            "patch", "PATCH",
            "delete", "DELETE",
            "notation-and-me", "Attribute notation and /Me",
            "strings-tenants-security", "Strings, tenants and security",
            "events", "Security events and asynchronous requests",
            "http-authentication", "HTTP authentication");

    private ReportWriter() {}

    /** A list of objects, one a line, so that a change of one is a change of one line. */
    public static String json(List<Verdict> verdicts) {
        return "[\n"
                + String.join(",\n", verdicts.stream().map(ReportWriter::line).toList()) + "\n]\n";
    }

    private static String line(Verdict verdict) {
        ObjectNode entry = JSON.createObjectNode();
        entry.put("id", verdict.requirement().id());
        entry.put("level", verdict.requirement().level().word());
        entry.put("status", verdict.status().word());
        entry.put("reason", verdict.reason());
        ArrayNode tests = entry.putArray("tests");
        verdict.tests().forEach(tests::add);
        try {
            return JSON.writeValueAsString(entry);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The report in Markdown. */
    public static String markdown(Catalogue catalogue, List<Verdict> verdicts) {
        StringBuilder out = new StringBuilder("""
                # Conformance

                Every requirement that RFC 7643, RFC 7644, RFC 9865, RFC 9967 and the RFCs of HTTP authentication have for a
                SCIM service provider, and the tests that show that it is met. The build writes this page after the tests have
                passed, and fails if a requirement has neither a test nor a reason. The tests are in `conformance/requirements`;
                they speak HTTP with a server under `Options.STRICT`. One requirement's tests:
                `mvn test -pl conformance/requirements -am -Dgroups=R-7644-3.5.2-17 -Dsurefire.failIfNoSpecifiedTests=false`.

                An id names the RFC and its section. MUST, SHOULD and MAY are the words of the text; DEF is what a text defines
                without them, EID an erratum, and DEC a reading of ours where the text is silent or contradicts itself.
                For programs there is [conformance.json](conformance.json).

                """);
        out.append("| level | met | not applicable | different |\n|---|---|---|---|\n");
        for (Level level : Level.values()) {
            out.append("| ").append(level.word());
            for (Status status : Status.values()) {
                long count = verdicts.stream()
                        .filter(v -> v.requirement().level() == level && v.status() == status)
                        .count();
                out.append(" | ").append(count);
            }
            out.append(" |\n");
        }
        for (String area : catalogue.areas()) {
            out.append("\n## ").append(title(area)).append("\n\n");
            out.append("| requirement | of | level | status | shown by |\n|---|---|---|---|---|\n");
            verdicts.stream().filter(v -> v.requirement().area().equals(area)).forEach(v -> out.append(row(v)));
        }
        return out.toString();
    }

    private static String title(String area) {
        String words = area.replace('-', ' ');
        return TITLES.getOrDefault(area, words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1));
    }

    private static String row(Verdict verdict) {
        List<String> tests =
                verdict.tests().stream().map(ReportWriter::sentence).toList();
        String shown = String.join("<br>", tests);
        String reason = verdict.reason().replace("|", "\\|");
        return "| " + verdict.requirement().id() + " | " + verdict.requirement().source() + " | "
                + verdict.requirement().level().word() + " | "
                + verdict.status().word() + " | " + reason
                + (reason.isEmpty() || shown.isEmpty() ? "" : "<br>") + shown + " |\n";
    }

    /** {@code PatchTest.an_operation_fails} as a sentence for people. */
    private static String sentence(String test) {
        String[] parts = test.split("\\.", 2);
        return parts[0] + ": " + parts[1].replace('_', ' ');
    }
}
