package dev.rollcall.scim.testkit.conversation.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** An operator of a conversation's expectations: what its operand may be, and when a selection fulfils it. */
enum Operator {
    /** No node; a node that is null is not absent. */
    ABSENT("$absent", Operand.FLAG, (found, flag) -> found.nodes().isEmpty() == flag.booleanValue()),

    /** There, and not null. */
    EXISTS(
            "$exists",
            Operand.FLAG,
            (found, flag) ->
                    (found.isThere() && found.nodes().stream().noneMatch(JsonNode::isNull)) == flag.booleanValue()),

    /** No node, or only null, empty strings, empty arrays and empty objects. */
    ABSENT_OR_EMPTY(
            "$absentOrEmpty",
            Operand.FLAG,
            (found, flag) -> found.nodes().stream().allMatch(Operator::isEmpty) == flag.booleanValue()),

    SIZE("$size", Operand.COUNT, (found, count) -> members(found, all -> all.size() == count.intValue())),

    MAX_SIZE("$maxSize", Operand.COUNT, (found, count) -> members(found, all -> all.size() <= count.intValue())),

    /** The same members in any order, each as often as in the operand: a repeated group member is a defect. */
    SET(
            "$set",
            Operand.ARRAY,
            (found, wanted) ->
                    members(found, all -> all.size() == wanted.size() && JsonEquality.containsAll(all, wanted))),

    /** At least these members. */
    CONTAINS(
            "$contains",
            Operand.ARRAY,
            (found, wanted) -> members(found, all -> JsonEquality.containsAll(all, wanted))),

    /** One of the operand's; where the path may lead to several nodes, each of them. */
    IN(
            "$in",
            Operand.ARRAY,
            (found, allowed) -> found.isThere()
                    && found.nodes().stream().allMatch(node -> JsonEquality.containsAll(allowed, List.of(node)))),

    /**
     * Not what the operand asks for. Against a plain value an absent node is no other value, so it fails, except where
     * the path may lead to several nodes: there none of them may be the value.
     */
    NOT("$not", Operand.EXPECTED, (found, unwanted) -> {
        var inner = ValueCheck.of(unwanted);
        if (inner.isPlain()) {
            return (found.isThere() || found.fanOut() != FanOut.NONE)
                    && found.nodes().stream().noneMatch(node -> JsonEquality.equal(node, unwanted));
        }
        return !inner.holdsFor(found);
    }),

    /** The JSON type; where the path may lead to several nodes, of each of them. */
    TYPE(
            "$type",
            Operand.TYPE_NAME,
            (found, type) ->
                    found.isThere() && found.nodes().stream().allMatch(node -> hasType(node, type.textValue())));

    private final String key;
    private final Operand operand;
    private final BiPredicate<Selection, JsonNode> test;

    Operator(String key, Operand operand, BiPredicate<Selection, JsonNode> test) {
        this.key = key;
        this.operand = operand;
        this.test = test;
    }

    static Optional<Operator> named(String key) {
        return Arrays.stream(values())
                .filter(operator -> operator.key.equals(key))
                .findAny();
    }

    /** @throws IllegalArgumentException if the operator has no meaning with this operand */
    void check(JsonNode value) {
        if (!operand.accepts(value)) {
            throw new IllegalArgumentException(key + " takes " + operand.wanted() + ", not " + Json.print(value));
        }
    }

    boolean holds(Selection found, JsonNode value) {
        return test.test(found, value);
    }

    private static boolean members(Selection found, Predicate<List<JsonNode>> test) {
        return found.members().filter(test).isPresent();
    }

    private static boolean isEmpty(JsonNode node) {
        return node.isNull()
                || (node.isTextual() && node.textValue().isEmpty())
                || (node.isContainerNode() && node.isEmpty());
    }

    private static boolean hasType(JsonNode node, String type) {
        return type.equals("integer")
                ? node.isIntegralNumber()
                : node.getNodeType() == JsonNodeType.valueOf(type.toUpperCase(Locale.ROOT));
    }
}
