package dev.rollcall.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rollcall.scim.codec.Quirk;
import dev.rollcall.scim.codec.Tolerance;
import dev.rollcall.scim.protocol.Options;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Runs when all tests have passed: writes the report, and fails the build if a requirement is without proof. */
class ConformanceReportIT {
    /** What the default forgives, by the requirement that it relaxes. */
    private static Map<String, SortedSet<String>> relaxed() {
        Map<String, SortedSet<String>> relaxed = new TreeMap<>();
        for (Quirk quirk : Tolerance.DEFAULT.quirks()) {
            quirk.relaxes().forEach(id -> add(relaxed, id, quirk.option()));
        }
        Set<String> byOptions = new TreeSet<>(Options.DEFAULT.relaxes());
        byOptions.removeAll(relaxed.keySet());
        byOptions.forEach(id -> add(relaxed, id, "an option of the provider (docs/tolerances.md)"));
        return relaxed;
    }

    private static void add(Map<String, SortedSet<String>> relaxed, String id, String by) {
        relaxed.computeIfAbsent(id, key -> new TreeSet<>()).add(by);
    }

    @Test
    void every_requirement_is_shown_or_explained() throws IOException {
        Map<String, Map<String, SortedSet<String>>> recorded =
                new ObjectMapper().readValue(RequirementListener.FILE.toFile(), new TypeReference<>() {});
        Catalogue catalogue = Catalogue.load();
        Conformance conformance = Conformance.judge(
                catalogue,
                Explanations.load(catalogue),
                recorded.getOrDefault("passed", Map.of()),
                recorded.getOrDefault("failed", Map.of()),
                relaxed());

        assertThat(conformance.problems()).isEmpty();

        Path docs = Path.of(System.getProperty("rollcall.docs"));
        Files.writeString(docs.resolve("conformance.json"), ReportWriter.json(conformance.verdicts()));
        Files.writeString(docs.resolve("conformance.md"), ReportWriter.markdown(catalogue, conformance.verdicts()));
    }
}
