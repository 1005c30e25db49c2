package dev.rollcall.scim.schema;

import java.util.Map;

/** Which attributes of the standard User have a form of their own (RFC 7643 §4.1.1 and §4.1.2). */
final class StandardFormats {
    private static final String USER = "urn:ietf:params:scim:schemas:core:2.0:User";
    private static final Map<String, ValueFormat> BY_PATH = Map.of(
            "preferredLanguage", ValueFormat.LANGUAGE_RANGES,
            "locale", ValueFormat.LANGUAGE_TAG,
            "timezone", ValueFormat.TIME_ZONE,
            "addresses.country", ValueFormat.COUNTRY,
            "x509Certificates.value", ValueFormat.CERTIFICATE);

    private StandardFormats() {}

    /** The attribute with the forms of it and of its sub-attributes. */
    static Attribute apply(String schema, Attribute attribute) {
        return schema.equalsIgnoreCase(USER) ? attribute.formatted("", BY_PATH) : attribute;
    }
}
