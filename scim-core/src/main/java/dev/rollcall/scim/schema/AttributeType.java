package dev.rollcall.scim.schema;

/** The data type of an attribute (RFC 7643 §2.3). */
public enum AttributeType {
    /** Unicode text. */
    STRING("string"),
    /** {@code true} or {@code false}. */
    BOOLEAN("boolean"),
    /** A number with any precision. */
    DECIMAL("decimal"),
    /** A whole number of 64 bits. */
    INTEGER("integer"),
    /** A date with a time, as in XML Schema. */
    DATE_TIME("dateTime"),
    /** Bytes in base64. */
    BINARY("binary"),
    /** A URI; compared case-exactly. */
    REFERENCE("reference"),
    /** A set of sub-attributes. */
    COMPLEX("complex");

    private final String keyword;

    AttributeType(String keyword) {
        this.keyword = keyword;
    }

    /** The keyword as it stands in a schema. */
    public String keyword() {
        return keyword;
    }
}
