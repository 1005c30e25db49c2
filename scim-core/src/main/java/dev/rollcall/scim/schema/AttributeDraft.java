package dev.rollcall.scim.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An attribute while its JSON is read, since its members come in any order. */
final class AttributeDraft {
    private final String owner;

    @Nullable
    String name;

    AttributeType type = AttributeType.STRING;
    boolean multiValued;

    @Nullable
    String description;

    boolean required;
    List<String> canonicalValues = List.of();
    boolean caseExact;
    Mutability mutability = Mutability.READ_WRITE;
    Returned returned = Returned.DEFAULT;
    Uniqueness uniqueness = Uniqueness.NONE;
    List<String> referenceTypes = List.of();
    List<Attribute> subAttributes = List.of();

    AttributeDraft(String owner) {
        this.owner = owner;
    }

    String where() {
        return name == null ? owner + ": an attribute" : owner + ": attribute \"" + name + "\"";
    }

    Attribute build() {
        if (name == null) {
            throw new InvalidSchemaException(owner + ": an attribute has no \"name\"");
        }
        try {
            return Attribute.named(name, type)
                    .multiValued(multiValued)
                    .description(description)
                    .required(required)
                    .canonicalValues(canonicalValues)
                    .caseExact(caseExact)
                    .mutability(mutability)
                    .returned(returned)
                    .uniqueness(uniqueness)
                    .referenceTypes(referenceTypes)
                    .subAttributes(subAttributes)
                    .build();
        } catch (InvalidSchemaException e) {
            throw new InvalidSchemaException(owner + ": " + e.getMessage());
        }
    }
}
