package dev.rollcall.scim.schema;

import dev.rollcall.scim.json.Names;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Schemas with some of their attributes left away. */
final class SchemaSubset {
    private SchemaSubset() {}

    /**
     * The schema with the attributes at these paths of it.
     *
     * @param paths names, or two of them with a dot between, in any case
     * @return empty if nothing is left
     * @throws InvalidSchemaException if there is no such attribute, or a required one is missing
     */
    static Optional<Schema> keeping(Schema schema, List<String> paths) {
        Set<String> open = new HashSet<>(paths.stream().map(Names::fold).toList());
        Optional<Schema> kept = map(schema, attribute -> kept(schema, attribute, open));
        if (!open.isEmpty()) {
            throw new InvalidSchemaException("Schema " + schema.id() + " has no attribute "
                    + open.stream().sorted().toList() + " to keep, but " + schema.attributes());
        }
        return kept;
    }

    private static Optional<Attribute> kept(Schema schema, Attribute attribute, Set<String> open) {
        String path = Names.fold(attribute.name());
        if (open.remove(path) || CommonAttributes.isCommon(attribute.name())) {
            return Optional.of(attribute);
        }
        List<Attribute> subs = attribute.subAttributes().asList().stream()
                .filter(sub -> open.remove(path + "." + Names.fold(sub.name())))
                .toList();
        if (subs.isEmpty() && attribute.required()) {
            throw required(schema, attribute.name());
        }
        for (Attribute sub : subs.isEmpty() ? subs : attribute.subAttributes().asList()) {
            if (sub.required() && !subs.contains(sub)) {
                throw required(schema, attribute.name() + "." + sub.name());
            }
        }
        return subs.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        AttributeBuilder.like(attribute).subAttributes(subs).build());
    }

    private static InvalidSchemaException required(Schema schema, String path) {
        return new InvalidSchemaException(
                "Schema " + schema.id() + " requires the attribute \"" + path + "\"; keep it too");
    }

    /** The schema without references to a resource type, and without what could only be one. */
    static Schema withoutReferencesTo(String resourceType, Schema schema) {
        return map(schema, attribute -> freed(resourceType, attribute))
                .orElseThrow(() -> new InvalidSchemaException(
                        "Schema " + schema.id() + " has nothing but references to " + resourceType));
    }

    private static Optional<Attribute> freed(String resourceType, Attribute attribute) {
        if (attribute.referenceTypes().contains(resourceType)) {
            List<String> others = attribute.referenceTypes().stream()
                    .filter(name -> !name.equals(resourceType))
                    .toList();
            return others.isEmpty()
                    ? Optional.empty()
                    : Optional.of(AttributeBuilder.like(attribute)
                            .referenceTypes(others)
                            .build());
        }
        List<Attribute> before = attribute.subAttributes().asList();
        List<Attribute> after = new ArrayList<>();
        for (Attribute sub : before) {
            Optional<Attribute> left = freed(resourceType, sub);
            if (left.isEmpty() && sub.name().equals("$ref")) {
                // An element that stands for a resource of the type, with its id in value.
                return Optional.empty();
            }
            left.ifPresent(after::add);
        }
        return after.equals(before)
                ? Optional.of(attribute)
                : Optional.of(
                        AttributeBuilder.like(attribute).subAttributes(after).build());
    }

    private static Optional<Schema> map(Schema schema, Function<Attribute, Optional<Attribute>> change) {
        List<Attribute> before = schema.attributes().asList();
        List<Attribute> after =
                before.stream().flatMap(a -> change.apply(a).stream()).toList();
        if (after.equals(before)) {
            return Optional.of(schema);
        }
        return after.isEmpty()
                ? Optional.empty()
                : Optional.of(Schema.of(schema.id(), schema.name(), schema.description(), after));
    }
}
