package dev.rollcall.benchmarks.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A group's figures as the table of a Markdown file, between two markers; what is outside of them is left alone. */
public final class FigureTable {
    private static final String HEAD = """

            | row | database | figure | 99 % interval | bar | | p50 | other p50 | allocated | other |
            |---|---|---|---|---|---|---|---|---|---|
            """;

    private FigureTable() {}

    /** Writes the table into the file, if the file has the markers of the group. */
    public static void write(Path markdown, String group, List<ObjectNode> figures) throws IOException {
        Markers.replace(markdown, group, table(figures));
    }

    private static String table(List<ObjectNode> figures) {
        StringBuilder table = new StringBuilder(HEAD);
        for (ObjectNode figure : figures) {
            table.append("| ").append(line(figure)).append(" |\n");
        }
        return table.toString();
    }

    /** One figure as the cells of a line. */
    static String line(ObjectNode figure) {
        JsonNode met = figure.path("met");
        boolean onH2 = figure.path("database").asText().equals("h2");
        String bar = figure.path("bar").isTextual() ? figure.path("bar").asText() : "";
        return String.join(
                " | ",
                figure.path("row").asText(),
                figure.path("database").asText(),
                number(figure.path("value")) + " " + figure.path("unit").asText(),
                figure.has("low") ? number(figure.path("low")) + " – " + number(figure.path("high")) : "",
                onH2 && !bar.isEmpty() ? "(" + bar + ")" : bar,
                met.isBoolean() ? met.asBoolean() ? "met" : "**missed**" : "",
                with(figure.path("p50"), " µs"),
                with(figure.path("otherP50"), " µs"),
                with(figure.path("allocated"), " B"),
                with(figure.path("otherAllocated"), " B"));
    }

    private static String with(JsonNode value, String unit) {
        return value.isNumber() ? number(value) + unit : "";
    }

    /** Three digits are what such a figure is worth. */
    static String number(JsonNode value) {
        double number = value.asDouble();
        int digits = number == 0 ? 0 : (int) Math.max(0, 2 - Math.floor(Math.log10(Math.abs(number))));
        return number == Math.rint(number)
                ? String.format(Locale.ROOT, "%,.0f", number)
                : String.format(Locale.ROOT, "%,." + Math.min(3, digits) + "f", number);
    }
}
