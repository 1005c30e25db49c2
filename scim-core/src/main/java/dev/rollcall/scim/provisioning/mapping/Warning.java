package dev.rollcall.scim.provisioning.mapping;

/**
 * A rule or a value that could not be used; the request succeeds all the same. Immutable and thread-safe.
 *
 * @param kind what is wrong
 * @param subject the id of a group, role or organization, or the value
 */
public record Warning(Kind kind, String subject) {
    /** What can be wrong. */
    public enum Kind {
        /** A rule is about a group that is gone. */
        GROUP_GONE,
        /** A rule gives a role that the host has no longer. */
        ROLE_GONE,
        /** A rule is about an attribute that no schema has any longer. */
        ATTRIBUTE_GONE,
        /** A rule names an organization that is gone or deactivated. */
        ORGANIZATION_UNUSABLE,
        /** A name has fewer or more characters than the name of an organization. */
        NAME_LENGTH,
        /** Several organizations have the name. */
        NAME_AMBIGUOUS,
        /** The organization of the name is deactivated. */
        NAME_DEACTIVATED
    }

    /** Whether it comes from what the user has, and not from the rules alone. */
    public boolean isAboutTheUser() {
        return kind == Kind.NAME_LENGTH || kind == Kind.NAME_AMBIGUOUS || kind == Kind.NAME_DEACTIVATED;
    }

    /** A sentence for the sync log. */
    public String message() {
        return switch (kind) {
            case GROUP_GONE -> "The rule for group " + subject + " was skipped: the group is gone";
            case ROLE_GONE -> "Unable to update user's role: role " + subject + " is gone";
            case ATTRIBUTE_GONE -> "The rule for attribute " + subject + " was skipped: no schema has it";
            case ORGANIZATION_UNUSABLE ->
                "Organization " + subject + " is gone or deactivated, so its rule was skipped";
            case NAME_LENGTH ->
                "\"" + subject + "\" is no name of an organization, which has " + OrganizationName.SHORTEST + " to "
                        + OrganizationName.LONGEST + " characters";
            case NAME_AMBIGUOUS -> "Several organizations are called \"" + subject + "\"";
            case NAME_DEACTIVATED -> "Organization \"" + subject + "\" is deactivated";
        };
    }
}
