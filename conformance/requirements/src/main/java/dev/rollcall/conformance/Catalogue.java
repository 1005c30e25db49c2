package dev.rollcall.conformance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every requirement, in the order of the report. Immutable. */
public final class Catalogue {
    private final Map<String, Requirement> byId;

    private Catalogue(Map<String, Requirement> byId) {
        this.byId = byId;
    }

    /** The catalogue that belongs to this module. */
    public static Catalogue load() {
        Map<String, Requirement> byId = new LinkedHashMap<>();
        for (String line : Resources.lines("requirements.csv")) {
            String[] cells = line.split(",");
            if (cells[1].equals("id")) {
                continue;
            }
            Requirement requirement = new Requirement(cells[0], cells[1], Level.of(cells[2]));
            if (byId.put(requirement.id(), requirement) != null) {
                throw new IllegalStateException("Requirement " + requirement.id() + " stands twice in the catalogue");
            }
        }
        return new Catalogue(byId);
    }

    /** All of them. */
    public List<Requirement> requirements() {
        return List.copyOf(byId.values());
    }

    /** Whether there is a requirement of that id. */
    public boolean has(String id) {
        return byId.containsKey(id);
    }

    /** The areas in the order of the report. */
    public List<String> areas() {
        return byId.values().stream().map(Requirement::area).distinct().toList();
    }
}
