package dev.rollcall.scim.codec;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Something that identity providers send although RFC 7643 or RFC 7644 has it otherwise, and that can be forgiven
 * without guessing what was meant. Each is a switch of {@link Tolerance}.
 */
public enum Quirk {
    /** {@code remove} with a value list removes exactly those values, where the letter of the RFC removes all. */
    REMOVE_BY_VALUE("removeByValue", "R-7644-3.5.2.2-03"),
    /** Keys of a PATCH value without path may be paths: {@code name.givenName}, {@code urn:…:User:department}. */
    PATH_KEYS("pathKeys", "R-7644-3.5.2.1-02", "R-7644-3.5.2.3-01"),
    /** A boolean, integer or decimal may be sent as a string: {@code "False"}, also in filters. */
    STRING_LITERALS("stringLiterals", "R-7643-2.3.2-01", "R-7643-2.3-02", "R-7644-3.4.2.2-29", "R-7644-3.5.2-12"),
    /** {@code op} may be written in any case: {@code "Replace"}. */
    OPERATION_CASE("operationCase", "R-7644-3.5.2-04"),
    /** {@code add} or {@code replace} at {@code emails[type eq "work"].value} makes the missing element. */
    CREATE_MATCHING_ELEMENT("createMatchingElement", "R-7644-3.5.2.1-09", "R-7644-3.5.2.3-08"),
    /** A singular complex attribute takes its {@code value} alone, and a list of one. */
    SINGULAR_COMPLEX_FORMS("singularComplexForms", "R-7643-2.3-02", "R-7644-3.5.2-12"),
    /** A PATCH path may select the one value of a singular complex attribute: {@code manager[value eq "x"]}. */
    FILTER_ON_SINGULAR("filterOnSingular", "R-7644-3.5.2-08"),
    /** Read-only attributes in a PATCH value without path are passed over, as in PUT. */
    READ_ONLY_IN_PATCH_VALUE("readOnlyInPatchValue", "R-7644-3.5.2-10", "R-7644-3.5.2-29"),
    /** Attributes and schema URIs that the server does not know are passed over. */
    UNKNOWN_ATTRIBUTES("unknownAttributes", "R-7643-3-02", "R-7644-3.1-06", "R-7644-3.5.2-24"),
    /** A PATCH body may leave out {@code schemas}. */
    PATCH_WITHOUT_SCHEMAS("patchWithoutSchemas", "R-7643-2.1-04", "R-7644-3.5.2-02"),
    /** One value may stand for a list of one, a bare value for {@code {"value": …}}, and the other way round. */
    VALUE_SHAPES("valueShapes", "R-7643-2.3-02", "R-7643-2.4-01", "R-7644-3.5.2-12"),
    /** A filter may go on after a value path: {@code emails[type eq "work"].value eq "x"}. */
    FILTER_AFTER_VALUE_PATH("filterAfterValuePath", "R-7644-3.4.2.2-15"),
    /** In a filter a singular complex attribute stands for its {@code value}: {@code manager eq "x"}. */
    COMPLEX_IS_VALUE("complexIsValue", "R-7644-3.4.2.2-21"),
    /** A path may leave out an extension's URI where the name is unique: {@code manager}. */
    UNQUALIFIED_EXTENSION("unqualifiedExtension", "R-7643-3.3-04", "R-7644-3.10-03"),
    /** A filter's string may stand without quotes: {@code externalId eq x}. */
    UNQUOTED_FILTER_VALUE("unquotedFilterValue", "R-7644-3.4.2.2-15"),
    /** A PATCH body may have no operations, and then changes nothing. */
    EMPTY_OPERATIONS("emptyOperations", "R-7644-3.5.2-03"),
    /** A user name may hold anything; otherwise only what PRECIS allows, which is no blanks and no symbols. */
    ANY_USER_NAME("anyUserName", "R-7644-5-01", "R-7644-5-02"),
    /** A reference may be any text, not only a URI. */
    LOOSE_REFERENCES("looseReferences", "R-7643-2.3.7-01", "R-7643-4.1.2-05"),
    /** Languages, time zones, countries and certificates may be any text, whatever form RFC 7643 §4.1 gives them. */
    LOOSE_FORMATS(
            "looseFormats",
            "R-7643-4.1.1-07",
            "R-7643-4.1.1-08",
            "R-7643-4.1.1-09",
            "R-7643-4.1.2-06",
            "R-7643-4.1.2-11"),
    /** A PATCH value without path may be JSON text inside a string; off by default. */
    LENIENT_JSON_STRING_VALUE("lenientJsonStringValue", "R-7644-3.5.2.1-02", "R-7644-3.5.2.3-01");

    private final String option;
    private final List<String> relaxes;

    Quirk(String option, String... relaxes) {
        this.option = option;
        this.relaxes = List.of(relaxes);
    }

    /** The ids of the requirements that do not hold to the letter while the quirk is forgiven, at least one. */
    public List<String> relaxes() {
        return relaxes;
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
