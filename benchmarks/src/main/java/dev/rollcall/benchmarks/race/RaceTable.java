package dev.rollcall.benchmarks.race;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rollcall.benchmarks.report.Markers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The figures of the group as the table of a Markdown file: what each costs, and the ratios with their bars. */
final class RaceTable {
    private static final String HEAD = """

            | row | figure | 99 % interval | bar | | against | what each costs |
            |---|---|---|---|---|---|---|
            """;

    private RaceTable() {}

    static void write(Path markdown, List<ObjectNode> figures) throws IOException {
        StringBuilder table = new StringBuilder(HEAD);
        for (ObjectNode figure : figures) {
            table.append("| ").append(line(figure)).append(" |\n");
        }
        Markers.replace(markdown, Results.GROUP, table.toString());
    }

    /** One figure as the cells of a line. */
    static String line(ObjectNode figure) {
        JsonNode met = figure.path("met");
        return String.join(
                " | ",
                figure.path("row").asText(),
                number(figure.path("value").asDouble()) + " "
                        + figure.path("unit").asText(),
                figure.has("low")
                        ? number(figure.path("low").asDouble()) + " – "
                                + number(figure.path("high").asDouble())
                        : "",
                figure.path("bar").isTextual() ? figure.path("bar").asText() : "",
                met.isBoolean() ? met.asBoolean() ? "met" : "**missed**" : "",
                figure.path("against").asText(),
                costs(figure.path("costs")));
    }

    private static String costs(JsonNode costs) {
        StringBuilder text = new StringBuilder();
        costs.properties()
                .forEach(cost -> text.append(text.isEmpty() ? "" : "<br>")
                        .append(cost.getKey())
                        .append(": ")
                        .append(cost.getValue().asText().replace("|", "\\|")));
        return text.toString();
    }

    /** Three digits are what such a figure is worth. */
    static String number(double number) {
        int digits = number == 0 ? 0 : (int) Math.max(0, 2 - Math.floor(Math.log10(Math.abs(number))));
        return number == Math.rint(number)
                ? String.format(Locale.ROOT, "%,.0f", number)
                : String.format(Locale.ROOT, "%,." + Math.min(3, digits) + "f", number);
    }
}
