package dev.rollcall.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Runs when all tests have passed: writes the report, and fails the build if a requirement is without proof. */
class ConformanceReportIT {
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
                new TreeMap<>());

        assertThat(conformance.problems()).isEmpty();

        Path docs = Path.of(System.getProperty("rollcall.docs"));
        Files.writeString(docs.resolve("conformance.json"), ReportWriter.json(conformance.verdicts()));
        Files.writeString(docs.resolve("conformance.md"), ReportWriter.markdown(catalogue, conformance.verdicts()));
    }
}
