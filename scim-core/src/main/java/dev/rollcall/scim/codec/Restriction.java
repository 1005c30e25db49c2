package dev.rollcall.scim.codec;

/**
 * Something that RFC 7644 allows or prescribes and that the SCIM interoperability profile has otherwise. Each is a switch
 * of {@link Tolerance}; none is on unless the profile is asked for.
 */
public enum Restriction {
    /** Every PATCH operation has a path; one without is {@code invalidSyntax} (profile §6.5, against RFC 7644 §3.5.2). */
    PATH_IN_EVERY_OPERATION("pathInEveryOperation"),
    /**
     * {@code replace} of a singular complex attribute clears the sub-attributes that it does not mention (profile §6.5,
     * against RFC 7644 §3.5.2.3).
     */
    REPLACE_WHOLE_COMPLEX("replaceWholeComplex"),
    /** A PATCH path to an unknown attribute is {@code invalidSyntax} (profile §5.3), where it is {@code invalidPath}. */
    UNKNOWN_PATH_IS_SYNTAX("unknownPathIsSyntax");

    private final String option;

    Restriction(String option) {
        this.option = option;
    }

    /** The name in settings. */
    public String option() {
        return option;
    }
}
