package dev.rollcall.scim.testkit.conversation.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/**
 * A path into a JSON document: {@code $}, then any of {@code .name}, {@code ['quoted name']}, {@code [0]}, {@code [*]},
 * {@code [?sub=="x"]}. Immutable.
 */
public record JsonPath(String text, List<PathStep> steps) {
    public JsonPath {
        steps = List.copyOf(steps);
    }

    /** @throws IllegalArgumentException if {@code text} is not a path; the message shows where */
    public static JsonPath parse(String text) {
        return new PathParser(text).parse();
    }

    /** The nodes that the path leads to, in document order. */
    public Selection in(JsonNode document) {
        Stream<JsonNode> nodes = Stream.of(document);
        for (PathStep step : steps) {
            nodes = nodes.flatMap(step::from);
        }
        return new Selection(nodes.toList(), fanOut());
    }

    private FanOut fanOut() {
        if (steps.stream().anyMatch(PathStep.Elements.class::isInstance)) {
            return FanOut.EVERY_ELEMENT;
        }
        return steps.stream().anyMatch(PathStep.Matching.class::isInstance) ? FanOut.MATCHING_ELEMENTS : FanOut.NONE;
    }

    @Override
    public String toString() {
        return text;
    }
}
