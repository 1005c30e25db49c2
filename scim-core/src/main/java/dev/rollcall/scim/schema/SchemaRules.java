package dev.rollcall.scim.schema;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What must hold of the attributes of a schema beyond their syntax, so that the server can do all that the schema says
 * (RFC 7643 §2.2, §2.3, §2.4 and §7).
 */
final class SchemaRules {
    private static final Set<AttributeType> TEXTS = EnumSet.of(AttributeType.STRING, AttributeType.REFERENCE);
    /** RFC 7643 §2.3: the other types have no uniqueness. */
    private static final Set<AttributeType> UNIQUE =
            EnumSet.of(AttributeType.STRING, AttributeType.REFERENCE, AttributeType.INTEGER, AttributeType.DECIMAL);
    /** RFC 7643 §2.3: the other types have no case. */
    private static final Set<AttributeType> CASED =
            EnumSet.of(AttributeType.STRING, AttributeType.REFERENCE, AttributeType.BINARY);

    private final String schema;
    private final boolean nested;

    private SchemaRules(String schema, boolean nested) {
        this.schema = schema;
        this.nested = nested;
    }

    /** @param nested whether complex attributes may hold complex ones, as in the schema of schemas alone */
    static void check(String schema, Attributes attributes, boolean nested) {
        SchemaRules rules = new SchemaRules(schema, nested);
        attributes.forEach(attribute -> rules.check(attribute, null, attribute.name()));
    }

    private void check(Attribute attribute, @Nullable Attribute parent, String path) {
        if (attribute.complex() && parent != null && !nested) {
            throw wrong(path, "is complex inside of a complex attribute; only simple sub-attributes are allowed");
        }
        checkSecret(attribute, parent, path);
        checkValues(attribute, path);
        checkUnique(attribute, parent, path);
        if (parent != null) {
            checkPredefined(attribute, parent, path);
        }
        attribute.subAttributes().forEach(sub -> check(sub, attribute, path + "." + sub.name()));
    }

    /** RFC 7643 §7: a value that may only be written must never be read, and is not even kept. */
    private void checkSecret(Attribute attribute, @Nullable Attribute parent, String path) {
        if (attribute.mutability() != Mutability.WRITE_ONLY) {
            return;
        }
        if (attribute.returned() != Returned.NEVER) {
            throw wrong(
                    path,
                    "has mutability \"writeOnly\" and returned \""
                            + attribute.returned().keyword() + "\"; with \"writeOnly\" only \"never\" is allowed");
        }
        boolean demanded = attribute.required() && (parent == null || parent.mutability() != Mutability.WRITE_ONLY);
        if (demanded) {
            throw wrong(
                    path,
                    "is required, but its mutability \"writeOnly\" means that its value is handed on and not kept,"
                            + " so that no resource can have one; leave out \"required\"");
        }
    }

    private void checkValues(Attribute attribute, String path) {
        AttributeType type = attribute.type();
        if (attribute.caseExact() && !CASED.contains(type)) {
            throw wrong(path, "has caseExact true, but is of type " + type.keyword() + ", which has no case");
        }
        if (!attribute.canonicalValues().isEmpty() && !TEXTS.contains(type)) {
            throw wrong(
                    path,
                    "has canonicalValues, but is of type " + type.keyword() + "; only string and reference have them");
        }
        Set<String> seen = new HashSet<>();
        for (String value : attribute.canonicalValues()) {
            if (value.isBlank() || !seen.add(attribute.caseExact() ? value : value.toLowerCase(Locale.ROOT))) {
                throw wrong(path, "has the canonical value \"" + value + "\", which is blank or stands there already");
            }
        }
        if (!attribute.referenceTypes().isEmpty() && type != AttributeType.REFERENCE) {
            throw wrong(path, "has referenceTypes, but is of type " + type.keyword() + "; only reference has them");
        }
    }

    private void checkUnique(Attribute attribute, @Nullable Attribute parent, String path) {
        if (attribute.uniqueness() == Uniqueness.NONE) {
            return;
        }
        String found = "has uniqueness \"" + attribute.uniqueness().keyword() + "\", but ";
        if (!UNIQUE.contains(attribute.type())) {
            throw wrong(
                    path,
                    found + "is of type " + attribute.type().keyword()
                            + "; string, reference, integer and decimal can be unique");
        }
        if (attribute.multiValued() || (parent != null && parent.multiValued())) {
            throw wrong(path, found + "can have several values in one resource; only single values can be unique");
        }
        if (attribute.mutability() == Mutability.WRITE_ONLY) {
            throw wrong(path, found + "is \"writeOnly\", so that its value is not kept and cannot be compared");
        }
    }

    /** RFC 7643 §2.4: in a multi-valued attribute these sub-attributes have a meaning that they must keep. */
    private void checkPredefined(Attribute sub, Attribute parent, String path) {
        AttributeType type = sub.type();
        String name = sub.name().toLowerCase(Locale.ROOT);
        if (name.equals("$ref") && type != AttributeType.REFERENCE) {
            throw meaning(sub, path, "a single reference to the resource that the value is about");
        }
        if (!parent.multiValued()) {
            return;
        }
        boolean kept = switch (name) {
            case "type", "display" -> type == AttributeType.STRING && !sub.multiValued();
            case "primary" -> type == AttributeType.BOOLEAN && !sub.multiValued();
            case "value" -> type != AttributeType.COMPLEX && !sub.multiValued();
            case "$ref" -> !sub.multiValued();
            default -> true;
        };
        if (!kept) {
            throw meaning(
                    sub,
                    path,
                    switch (name) {
                        case "type" -> "a single string, the label of the value";
                        case "display" -> "a single string, the value for people to read";
                        case "primary" -> "a single boolean, whether the value is the preferred one";
                        case "value" -> "a single simple value";
                        default -> "a single reference to the resource that the value is about";
                    });
        }
    }

    private InvalidSchemaException meaning(Attribute sub, String path, String allowed) {
        return wrong(
                path,
                "is " + (sub.multiValued() ? "multi-valued and " : "") + "of type "
                        + sub.type().keyword() + ", but \"" + sub.name() + "\" always is " + allowed
                        + "; choose another name for something else");
    }

    private InvalidSchemaException wrong(String path, String problem) {
        return new InvalidSchemaException("Schema " + schema + ": attribute \"" + path + "\" " + problem);
    }
}
