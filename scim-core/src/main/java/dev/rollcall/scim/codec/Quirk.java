package dev.rollcall.scim.codec;

import java.util.Arrays;
import java.util.Optional;

/**
 * Something that identity providers send although RFC 7643 or RFC 7644 has it otherwise, and that can be forgiven
 * without guessing what was meant. Each is a switch of {@link Tolerance}.
 */
public enum Quirk {
    /** {@code remove} with a value list removes exactly those values, where the letter of the RFC removes all. */
    REMOVE_BY_VALUE("removeByValue"),
    /** Keys of a PATCH value without path may be paths: {@code name.givenName}, {@code urn:…:User:department}. */
    PATH_KEYS("pathKeys"),
    /** A boolean, integer or decimal may be sent as a string: {@code "False"}, also in filters. */
    STRING_LITERALS("stringLiterals"),
    /** {@code op} may be written in any case: {@code "Replace"}. */
    OPERATION_CASE("operationCase"),
    /** {@code add} or {@code replace} at {@code emails[type eq "work"].value} makes the missing element. */
    CREATE_MATCHING_ELEMENT("createMatchingElement"),
    /** A singular complex attribute takes its {@code value} alone, and a list of one. */
    SINGULAR_COMPLEX_FORMS("singularComplexForms"),
    /** A PATCH path may select the one value of a singular complex attribute: {@code manager[value eq "x"]}. */
    FILTER_ON_SINGULAR("filterOnSingular"),
    /** Read-only attributes in a PATCH value without path are passed over, as in PUT. */
    READ_ONLY_IN_PATCH_VALUE("readOnlyInPatchValue"),
    /** Attributes and schema URIs that the server does not know are passed over. */
    UNKNOWN_ATTRIBUTES("unknownAttributes"),
    /** A PATCH body may leave out {@code schemas}. */
    PATCH_WITHOUT_SCHEMAS("patchWithoutSchemas"),
    /** One value may stand for a list of one, a bare value for {@code {"value": …}}, and the other way round. */
    VALUE_SHAPES("valueShapes"),
    /** A filter may go on after a value path: {@code emails[type eq "work"].value eq "x"}. */
    FILTER_AFTER_VALUE_PATH("filterAfterValuePath"),
    /** In a filter a singular complex attribute stands for its {@code value}: {@code manager eq "x"}. */
    COMPLEX_IS_VALUE("complexIsValue"),
    /** A path may leave out an extension's URI where the name is unique: {@code manager}. */
    UNQUALIFIED_EXTENSION("unqualifiedExtension"),
    /** A filter's string may stand without quotes: {@code externalId eq x}. */
    UNQUOTED_FILTER_VALUE("unquotedFilterValue"),
    /** A PATCH body may have no operations, and then changes nothing. */
    EMPTY_OPERATIONS("emptyOperations"),
    /** A reference may be any text, not only a URI. */
    LOOSE_REFERENCES("looseReferences"),
    /** Languages, time zones, countries and certificates may be any text, whatever form RFC 7643 §4.1 gives them. */
    LOOSE_FORMATS("looseFormats"),
    /** A PATCH value without path may be JSON text inside a string; off by default. */
    LENIENT_JSON_STRING_VALUE("lenientJsonStringValue");

    private final String option;

    Quirk(String option) {
        this.option = option;
    }

    /** The name in settings and on command lines. */
    public String option() {
        return option;
    }

    /** The quirk of that name in settings. */
    public static Optional<Quirk> ofOption(String option) {
        return Arrays.stream(values()).filter(q -> q.option.equals(option)).findFirst();
    }
}
