package dev.rollcall.scim.testkit.conversation.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.StreamSupport;

/** Tells plain JSON from JSON with operators in it. */
final class PlainValue {
    private PlainValue() {}

    /**
     * Whether no object in it has a member with a {@code $}: such a one would be compared literally, though its author
     * meant an operator. {@code $ref} is an attribute (RFC 7643 §2.4), and {@code $each} is what a template makes
     * elements of.
     */
    static boolean is(JsonNode value) {
        return value.propertyStream().allMatch(member -> !isReserved(member.getKey()) && is(member.getValue()))
                && (!value.isArray()
                        || StreamSupport.stream(value.spliterator(), false).allMatch(PlainValue::isElement));
    }

    private static boolean isElement(JsonNode element) {
        return element.has("$each") ? element.has("item") && is(element.get("item")) : is(element);
    }

    static boolean isReserved(String name) {
        return name.startsWith("$") && !name.equals("$ref");
    }
}
