package dev.rollcall.scim.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * An attribute as {@code /Schemas} describes it, at its place in a resource type, and what can be sent for it.
 *
 * @param schema the URI of the schema
 * @param extension whether the schema is an extension of the type
 * @param json what the server says of the attribute
 * @param parent the complex attribute around it; null at the top
 */
record Described(String schema, boolean extension, JsonNode json, Described parent) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static List<Described> all(JsonNode schema, boolean extension) {
        List<Described> all = new ArrayList<>();
        String id = schema.path("id").asText();
        for (JsonNode attribute : schema.path("attributes")) {
            Described top = new Described(id, extension, attribute, null);
            all.add(top);
            attribute.path("subAttributes").forEach(sub -> all.add(new Described(id, extension, sub, top)));
        }
        return all;
    }

    String name() {
        return json.path("name").asText();
    }

    String type() {
        return json.path("type").asText();
    }

    String says(String characteristic) {
        return json.path(characteristic).asText();
    }

    boolean is(String characteristic) {
        return json.path(characteristic).asBoolean();
    }

    boolean complex() {
        return type().equals("complex");
    }

    /** The full name, for paths, filters and projections. */
    String path() {
        String inSchema = parent == null ? name() : parent.name() + "." + name();
        return extension ? schema + ":" + inSchema : inSchema;
    }

    List<Described> subs() {
        List<Described> subs = new ArrayList<>();
        json.path("subAttributes").forEach(sub -> subs.add(new Described(schema, extension, sub, this)));
        return subs;
    }

    /** Whether the value is the id of a resource, to which a link beside it leads. */
    boolean isResourceId() {
        return name().equals("value")
                && parent != null
                && parent.subs().stream().anyMatch(Described::isLink);
    }

    private boolean isLink() {
        return name().equals("$ref") && !says("referenceTypes").contains("external");
    }

    /** Whether the server makes the value out of the id beside it, whatever a client sends. */
    boolean followsFromId() {
        boolean besideId = parent != null && parent.subs().stream().anyMatch(Described::isResourceId);
        return besideId && (isLink() || (parent.name().equals("members") && name().equals("type")));
    }

    /** Whether it, or what it is in, has a characteristic. */
    boolean anywhere(String characteristic, String value) {
        return says(characteristic).equals(value) || (parent != null && parent.anywhere(characteristic, value));
    }

    boolean inList() {
        return is("multiValued") || (parent != null && parent.is("multiValued"));
    }

    /** One value, without what the client cannot set. */
    JsonNode single(int n, List<String> ids) {
        return switch (type()) {
            case "string" -> JSON.getNodeFactory().textNode(isResourceId() ? ids.get(n) : "Value" + name() + n);
            case "boolean" -> JSON.getNodeFactory().booleanNode(n % 2 == 0);
            case "integer" -> JSON.getNodeFactory().numberNode(n);
            case "decimal" -> JSON.getNodeFactory().numberNode(n + 0.5);
            case "dateTime" -> JSON.getNodeFactory().textNode("2026-01-1" + n + "T10:00:00Z");
            case "binary" -> JSON.getNodeFactory().textNode("AAA" + (char) ('A' + n));
            case "reference" -> JSON.getNodeFactory().textNode("https://example.com/" + name() + n);
            case "complex" -> object(n, ids);
            default -> throw new AssertionError("Unknown type " + type());
        };
    }

    private ObjectNode object(int n, List<String> ids) {
        ObjectNode object = JSON.createObjectNode();
        for (Described sub : subs()) {
            boolean readable = !sub.says("returned").equals("never")
                    && !sub.says("mutability").equals("readOnly");
            boolean fixed = !is("multiValued") && sub.says("mutability").equals("immutable");
            if (readable && !fixed && !sub.followsFromId()) {
                object.set(sub.name(), sub.value(n, ids));
            }
        }
        return object;
    }

    /** What can stand for the attribute. */
    JsonNode value(int n, List<String> ids) {
        JsonNode one = single(n, ids);
        return is("multiValued") ? JSON.createArrayNode().add(one) : one;
    }

    /** Sets the attribute in a body; the objects around it are made, with what they require. */
    void put(ObjectNode body, JsonNode value, int n, List<String> ids) {
        ObjectNode object = extension ? body.withObjectProperty(schema) : body;
        if (extension) {
            ArrayNode schemas = (ArrayNode) body.path("schemas");
            boolean named = false;
            for (JsonNode uri : schemas) {
                named |= uri.asText().equals(schema);
            }
            if (!named) {
                schemas.add(schema);
            }
        }
        if (parent == null) {
            object.set(name(), value);
            return;
        }
        ObjectNode around = JSON.createObjectNode();
        for (Described sibling : parent.subs()) {
            if (sibling.is("required") || sibling.isResourceId()) {
                around.set(sibling.name(), sibling.value(n, ids));
            }
        }
        around.set(name(), value);
        object.set(
                parent.name(), parent.is("multiValued") ? JSON.createArrayNode().add(around) : around);
    }

    /** What an answer shows at the place; null for nothing. Of several elements the first counts. */
    JsonNode shown(JsonNode resource) {
        JsonNode object = extension ? resource.path(schema) : resource;
        if (parent != null) {
            object = object.path(parent.name());
            object = object.isArray() ? object.path(0) : object;
        }
        return object.get(name());
    }

    @Override
    public String toString() {
        return path();
    }
}
