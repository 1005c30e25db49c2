package dev.rollcall.scim.schema;

import java.util.List;
import java.util.stream.Stream;

/** The attributes that every resource has, whatever its schema (RFC 7643 §3 and §3.1). */
final class CommonAttributes {
    static final Attribute SCHEMAS = Attribute.named("schemas", AttributeType.REFERENCE)
            .multiValued(true)
            .required(true)
            .returned(Returned.ALWAYS)
            .referenceTypes(List.of("uri"))
            .build();
    static final Attribute ID = Attribute.named("id", AttributeType.STRING)
            .caseExact(true)
            .mutability(Mutability.READ_ONLY)
            .returned(Returned.ALWAYS)
            .uniqueness(Uniqueness.SERVER)
            .build();
    static final Attribute EXTERNAL_ID =
            Attribute.named("externalId", AttributeType.STRING).caseExact(true).build();
    static final Attribute META = Attribute.named("meta", AttributeType.COMPLEX)
            .mutability(Mutability.READ_ONLY)
            .subAttributes(List.of(
                    readOnly("resourceType", AttributeType.STRING),
                    readOnly("created", AttributeType.DATE_TIME),
                    readOnly("lastModified", AttributeType.DATE_TIME),
                    readOnly("location", AttributeType.REFERENCE),
                    readOnly("version", AttributeType.STRING)))
            .build();

    private CommonAttributes() {}

    private static Attribute readOnly(String name, AttributeType type) {
        return Attribute.named(name, type)
                .caseExact(type != AttributeType.DATE_TIME)
                .mutability(Mutability.READ_ONLY)
                .build();
    }

    /** RFC 7643 §3.1: the characteristics of common attributes win over a schema that lists them too. */
    static Attribute orItself(Attribute listed) {
        return Stream.of(SCHEMAS, ID, EXTERNAL_ID, META)
                .filter(a -> a.isNamed(listed.name()))
                .findFirst()
                .orElse(listed);
    }

    static boolean isCommon(String name) {
        return Stream.of(SCHEMAS, ID, EXTERNAL_ID, META).anyMatch(a -> a.isNamed(name));
    }
}
