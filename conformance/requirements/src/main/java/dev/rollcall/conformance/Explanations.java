package dev.rollcall.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why a requirement is met with nothing to be said, does not apply, or is read otherwise; one file an area, one line a
 * requirement: {@code R-7644-7.2-01 not-applicable: TLS ends in the container}. An id that ends with {@code *} stands for
 * all that begin like it. Immutable.
 */
public final class Explanations {
    private static final Pattern LINE = Pattern.compile("(\\S+) (met|not-applicable|different): (.+)");

    /**
     * One line.
     *
     * @param id of a requirement, or the beginning of ids and {@code *}
     * @param reason a sentence
     */
    public record Explanation(String id, Status status, String reason) {
        boolean covers(String requirement) {
            return id.endsWith("*") ? requirement.startsWith(id.substring(0, id.length() - 1)) : requirement.equals(id);
        }
    }

    private final List<Explanation> all;

    private Explanations(List<Explanation> all) {
        this.all = List.copyOf(all);
    }

    /** Those that belong to this module. */
    public static Explanations load(Catalogue catalogue) {
        List<String> lines = new ArrayList<>();
        catalogue.areas().forEach(area -> lines.addAll(Resources.lines("explanations/" + area + ".txt")));
        return parse(lines);
    }

    static Explanations parse(List<String> lines) {
        Map<String, Explanation> byId = new LinkedHashMap<>();
        for (String line : lines) {
            Matcher parts = LINE.matcher(line);
            if (!parts.matches()) {
                throw new IllegalStateException("Not \"<id> <status>: <reason>\": " + line);
            }
            Explanation one = new Explanation(parts.group(1), Status.of(parts.group(2)), parts.group(3));
            if (byId.put(one.id(), one) != null) {
                throw new IllegalStateException("Explained twice: " + one.id());
            }
        }
        return new Explanations(List.copyOf(byId.values()));
    }

    Optional<Explanation> of(String requirement) {
        return all.stream().filter(one -> one.covers(requirement)).findFirst();
    }

    List<Explanation> all() {
        return all;
    }
}
