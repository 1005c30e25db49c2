package dev.rollcall.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The verdicts on all requirements, and what is wrong with their proof. Immutable.
 *
 * @param verdicts in the order of the catalogue; a requirement without proof and explanation has none
 * @param problems sentences for the one who has to mend them; the build fails if there are any
 */
public record Conformance(List<Verdict> verdicts, List<String> problems) {
    /** Copies the lists. */
    public Conformance {
        verdicts = List.copyOf(verdicts);
        problems = List.copyOf(problems);
    }

    /**
     * Judges.
     *
     * @param tests what was run and passed, by the id that it carries
     * @param failed what was run and failed, likewise
     * @param relaxed the settings that relax a requirement by default, by its id
     */
    public static Conformance judge(
            Catalogue catalogue,
            Explanations explanations,
            Map<String, SortedSet<String>> tests,
            Map<String, SortedSet<String>> failed,
            Map<String, SortedSet<String>> relaxed) {
        List<String> problems = new ArrayList<>();
        unknown(catalogue, tests, "is carried by", problems);
        unknown(catalogue, failed, "is carried by", problems);
        unknown(catalogue, relaxed, "is said to be relaxed by", problems);
        failed.forEach((id, names) -> problems.add(id + " is not shown, since these tests fail: " + names));
        for (Explanations.Explanation one : explanations.all()) {
            if (catalogue.requirements().stream().noneMatch(r -> one.covers(r.id()))) {
                problems.add(one.id() + " is explained, but there is no such requirement");
            }
        }
        List<Verdict> verdicts = new ArrayList<>();
        for (Requirement requirement : catalogue.requirements()) {
            SortedSet<String> shownBy = tests.getOrDefault(requirement.id(), new TreeSet<>());
            Optional<Explanations.Explanation> explained = explanations.of(requirement.id());
            Status status = explained.map(Explanations.Explanation::status).orElse(Status.MET);
            if (status == Status.MET && shownBy.isEmpty()) {
                problems.add(
                        requirement.id() + " (" + requirement.level().word() + ") has no test, and no explanation");
                continue;
            }
            String reason = explained.map(Explanations.Explanation::reason).orElse("");
            SortedSet<String> switches = relaxed.getOrDefault(requirement.id(), new TreeSet<>());
            if (!switches.isEmpty()) {
                reason = (reason.isEmpty() ? "" : reason + " ") + "Met under STRICT; relaxed by default by "
                        + String.join(", ", switches) + ".";
            }
            verdicts.add(new Verdict(requirement, status, reason, List.copyOf(shownBy)));
        }
        return new Conformance(verdicts, problems);
    }

    private static void unknown(
            Catalogue catalogue, Map<String, SortedSet<String>> named, String how, List<String> problems) {
        named.forEach((id, names) -> {
            if (!catalogue.has(id)) {
                problems.add(id + " " + how + " " + names + ", but there is no such requirement");
            }
        });
    }
}
