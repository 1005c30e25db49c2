package dev.rollcall.scim.testkit.conversation.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One step of a {@link JsonPath}, from a node to its children; a child of the wrong kind of node is no node. */
sealed interface PathStep {
    Stream<JsonNode> from(JsonNode node);

    /** {@code .name} and {@code ['name']}: case-sensitive; a member that is null is a node. */
    record Member(String name) implements PathStep {
        @Override
        public Stream<JsonNode> from(JsonNode node) {
            return Stream.ofNullable(node.isObject() ? node.get(name) : null);
        }
    }

    /** {@code [0]}. */
    record Element(int index) implements PathStep {
        @Override
        public Stream<JsonNode> from(JsonNode node) {
            return Stream.ofNullable(node.isArray() ? node.get(index) : null);
        }
    }

    /** {@code [*]}: every element of an array. */
    record Elements() implements PathStep {
        @Override
        public Stream<JsonNode> from(JsonNode node) {
            return node.isArray() ? IntStream.range(0, node.size()).mapToObj(node::get) : Stream.empty();
        }
    }

    /** {@code [?name==value]}: the elements of an array whose member has that value. */
    record Matching(String name, JsonNode value) implements PathStep {
        @Override
        public Stream<JsonNode> from(JsonNode node) {
            return new Elements()
                    .from(node)
                    .filter(element -> element.has(name) && JsonEquality.equal(element.get(name), value));
        }
    }
}
