package dev.rollcall.scim.testkit.conversation.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The nodes to which a path led; immutable as long as nobody changes the nodes. */
public record Selection(List<JsonNode> nodes, FanOut fanOut) {
    public Selection {
        nodes = List.copyOf(nodes);
    }

    /** The node, if there is exactly one. */
    public Optional<JsonNode> single() {
        return nodes.size() == 1 ? Optional.of(nodes.get(0)) : Optional.empty();
    }

    /** One node, or any number of at least one where the path may lead to several. */
    boolean isThere() {
        return fanOut == FanOut.NONE ? nodes.size() == 1 : !nodes.isEmpty();
    }

    /**
     * What the operators on arrays count and compare: the elements of the one array that the path leads to, or else the
     * nodes themselves if the path may lead to several. Nothing, if a path to one node leads to no array.
     */
    Optional<List<JsonNode>> members() {
        var array = fanOut == FanOut.EVERY_ELEMENT ? Optional.<JsonNode>empty() : single().filter(JsonNode::isArray);
        if (array.isPresent()) {
            return array.map(
                    node -> StreamSupport.stream(node.spliterator(), false).toList());
        }
        return fanOut == FanOut.NONE ? Optional.empty() : Optional.of(nodes);
    }

    /** For a report: on one line, and with the count where there is one. */
    public String describe() {
        if (nodes.isEmpty()) {
            return "nothing";
        }
        if (nodes.size() > 1) {
            return nodes.size() + " values: " + nodes.stream().map(Json::print).collect(Collectors.joining(", "));
        }
        var node = nodes.get(0);
        return (node.isArray() ? "an array of " + node.size() + ": " : "") + Json.print(node);
    }
}
