package dev.rollcall.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ConformanceTest {
    private static final Catalogue CATALOGUE = Catalogue.load();
    private static final String MUST = "R-7644-3.5.2-17";

    private static Map<String, SortedSet<String>> named(String id, String... tests) {
        return new TreeMap<>(Map.of(id, new TreeSet<>(List.of(tests))));
    }

    private static Conformance judge(
            Explanations explanations, Map<String, SortedSet<String>> passed, Map<String, SortedSet<String>> failed) {
        return Conformance.judge(CATALOGUE, explanations, passed, failed, new TreeMap<>());
    }

    @Test
    void the_catalogue_has_every_requirement_once() {
        assertThat(CATALOGUE.requirements()).hasSize(593);
        assertThat(CATALOGUE.has(MUST)).isTrue();
    }

    @Test
    void a_must_without_a_test_is_a_problem() {
        Conformance conformance = judge(Explanations.parse(List.of()), Map.of(), Map.of());
        assertThat(conformance.problems()).anyMatch(p -> p.startsWith(MUST + " (MUST) has no test"));
    }

    @Test
    void a_must_that_is_called_met_without_a_test_is_a_problem() {
        Conformance conformance = judge(Explanations.parse(List.of(MUST + " met: trust us")), Map.of(), Map.of());
        assertThat(conformance.problems()).anyMatch(p -> p.startsWith(MUST + " (MUST) has no test"));
    }

    @Test
    void a_passing_test_shows_a_requirement() {
        Conformance conformance = judge(Explanations.parse(List.of()), named(MUST, "PatchTest.is_atomic"), Map.of());
        assertThat(conformance.problems()).noneMatch(p -> p.startsWith(MUST));
        assertThat(ReportWriter.json(conformance.verdicts()))
                .contains(
                        "{\"id\":\"" + MUST
                                + "\",\"level\":\"MUST\",\"status\":\"met\",\"reason\":\"\",\"tests\":[\"PatchTest.is_atomic\"]}");
    }

    @Test
    void a_failing_test_is_a_problem() {
        Conformance conformance = judge(Explanations.parse(List.of()), named(MUST, "A.works"), named(MUST, "A.fails"));
        assertThat(conformance.problems()).anyMatch(p -> p.startsWith(MUST + " is not shown"));
    }

    @Test
    void an_unknown_id_is_a_problem_wherever_it_stands() {
        Explanations explained = Explanations.parse(List.of("R-1-1-01 different: so"));
        Conformance conformance =
                Conformance.judge(CATALOGUE, explained, named("R-1-1-02", "A.a"), Map.of(), named("R-1-1-03", "quirk"));
        assertThat(conformance.problems())
                .anyMatch(p -> p.startsWith("R-1-1-01 is explained"))
                .anyMatch(p -> p.startsWith("R-1-1-02 is carried by"))
                .anyMatch(p -> p.startsWith("R-1-1-03 is said to be relaxed by"));
    }

    @Test
    void one_line_can_explain_all_requirements_of_an_rfc() {
        Conformance conformance =
                judge(Explanations.parse(List.of("R-9967-* not-applicable: no events")), Map.of(), Map.of());
        assertThat(conformance.verdicts())
                .allMatch(v -> v.status() == Status.NOT_APPLICABLE)
                .hasSizeGreaterThan(10);
    }

    @Test
    void what_is_relaxed_by_default_says_by_what() {
        Conformance conformance = Conformance.judge(
                CATALOGUE, Explanations.parse(List.of()), named(MUST, "A.a"), Map.of(), named(MUST, "someQuirk"));
        assertThat(conformance.verdicts().get(0).reason())
                .isEqualTo("Met under STRICT; relaxed by default by someQuirk.");
    }

    @Test
    void an_explanation_has_an_id_a_status_and_a_reason() {
        assertThatThrownBy(() -> Explanations.parse(List.of("R-7644-3.3-01 met")))
                .hasMessageContaining("R-7644-3.3-01 met");
    }
}
