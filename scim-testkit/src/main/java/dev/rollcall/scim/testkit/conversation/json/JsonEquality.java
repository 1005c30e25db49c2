package dev.rollcall.scim.testkit.conversation.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Equality of JSON values: of the same type, objects in any member order, arrays in order.
 *
 * <p>An integer never equals a number written with a fraction ({@code 1} and {@code 1.0}): SCIM has both types (RFC 7643
 * §2.3), and clients that expect an integer fail on the other.
 */
final class JsonEquality {
    private JsonEquality() {}

    static boolean equal(JsonNode left, JsonNode right) {
        if (left.isNumber() && right.isNumber()) {
            return left.isIntegralNumber() == right.isIntegralNumber()
                    && left.decimalValue().compareTo(right.decimalValue()) == 0;
        }
        if (left.getNodeType() != right.getNodeType() || left.size() != right.size()) {
            return false;
        }
        return switch (left.getNodeType()) {
            case OBJECT ->
                left.properties().stream()
                        .allMatch(member ->
                                right.has(member.getKey()) && equal(member.getValue(), right.get(member.getKey())));
            case ARRAY -> {
                for (int i = 0; i < left.size(); i++) {
                    if (!equal(left.get(i), right.get(i))) {
                        yield false;
                    }
                }
                yield true;
            }
            default -> left.equals(right);
        };
    }

    /** Whether {@code all} has every one of {@code some}, each as often as it is in {@code some}. */
    static boolean containsAll(Iterable<JsonNode> all, Iterable<JsonNode> some) {
        List<JsonNode> left = new ArrayList<>();
        all.forEach(left::add);
        for (JsonNode wanted : some) {
            int found = indexOf(left, wanted);
            if (found < 0) {
                return false;
            }
            left.remove(found);
        }
        return true;
    }

    private static int indexOf(List<JsonNode> nodes, JsonNode wanted) {
        for (int i = 0; i < nodes.size(); i++) {
            if (equal(nodes.get(i), wanted)) {
                return i;
            }
        }
        return -1;
    }
}
