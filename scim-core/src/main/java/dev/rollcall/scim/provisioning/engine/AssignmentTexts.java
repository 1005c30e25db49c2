package dev.rollcall.scim.provisioning.engine;

import dev.rollcall.scim.provisioning.mapping.Assignment;
import dev.rollcall.scim.provisioning.mapping.PlacedBy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** How what an account has is shown in the sync log. */
final class AssignmentTexts {
    private AssignmentTexts() {}

    static String roles(Assignment assignment) {
        return String.join(", ", new TreeSet<>(assignment.roles().keySet()));
    }

    static String moved(String from, String to, PlacedBy formerly, boolean byRule) {
        String undone = byRule && formerly == PlacedBy.ADMIN ? ", where an administrator had put it" : "";
        return "Moved from \"" + from + "\"" + undone + " to \"" + to + "\"";
    }

    static String changed(Assignment before, Assignment after) {
        List<String> parts = new ArrayList<>();
        add("Gained ", after.roles().keySet(), before.roles().keySet(), parts);
        add(
                parts.isEmpty() ? "Lost " : "lost ",
                before.roles().keySet(),
                after.roles().keySet(),
                parts);
        return String.join("; ", parts);
    }

    private static void add(String verb, Set<String> these, Set<String> without, List<String> parts) {
        Set<String> rest = new TreeSet<>(these);
        rest.removeAll(without);
        if (!rest.isEmpty()) {
            parts.add(verb + String.join(", ", rest));
        }
    }
}
