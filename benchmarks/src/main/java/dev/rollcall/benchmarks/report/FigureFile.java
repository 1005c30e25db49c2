package dev.rollcall.benchmarks.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The figures as a JSON array, an object a line, so that changes can be read. Whatever the file holds besides stays as it
 * is: other groups, other rows, the other database.
 */
public final class FigureFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path path;

    /** The figures in that file, which need not be there yet. */
    public FigureFile(Path path) {
        this.path = path;
    }

    /** Puts a figure into the place of the one before, or behind all others. */
    public void put(Figure figure) throws IOException {
        List<ObjectNode> kept = new ArrayList<>();
        boolean replaced = false;
        for (ObjectNode entry : entries()) {
            boolean same = key(entry).equals(figure.key());
            if (!same) {
                kept.add(entry);
            } else if (!replaced) {
                kept.add(toJson(figure));
                replaced = true;
            }
        }
        if (!replaced) {
            kept.add(toJson(figure));
        }
        Files.createDirectories(Objects.requireNonNull(path.toAbsolutePath().getParent()));
        StringBuilder text = new StringBuilder("[");
        for (int i = 0; i < kept.size(); i++) {
            text.append(i == 0 ? "\n" : ",\n").append(JSON.writeValueAsString(kept.get(i)));
        }
        Files.writeString(path, text.append("\n]\n"));
    }

    /** The entries of a group. */
    public List<ObjectNode> of(String group) throws IOException {
        return entries().stream()
                .filter(entry -> entry.path("group").asText().equals(group))
                .toList();
    }

    private List<ObjectNode> entries() throws IOException {
        List<ObjectNode> entries = new ArrayList<>();
        if (Files.exists(path)) {
            for (JsonNode entry : (ArrayNode) JSON.readTree(path.toFile())) {
                entries.add((ObjectNode) entry);
            }
        }
        return entries;
    }

    private static String key(ObjectNode entry) {
        return entry.path("group").asText() + " " + entry.path("row").asText() + " "
                + entry.path("database").asText();
    }

    private static ObjectNode toJson(Figure figure) {
        ObjectNode json = JSON.createObjectNode()
                .put("group", figure.group())
                .put("row", figure.row())
                .put("value", figure.value())
                .put("unit", figure.unit());
        Bar bar = figure.bar();
        json.put("bar", bar == null ? null : bar.toString());
        json.put("met", figure.met());
        json.put("command", figure.command());
        for (Map.Entry<String, Object> more : new TreeMap<>(figure.more()).entrySet()) {
            json.set(more.getKey(), JSON.valueToTree(more.getValue()));
        }
        return json;
    }
}
