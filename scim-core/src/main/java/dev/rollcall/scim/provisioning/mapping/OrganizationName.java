package dev.rollcall.scim.provisioning.mapping;

import dev.rollcall.scim.resource.Collation;
import java.util.regex.Pattern;

/**
 * A name of an organization: without white space around it, and with one space for each run within. Two are the same if
 * they differ in case alone. Immutable and thread-safe.
 */
public record OrganizationName(String text) {
    /** The fewest characters that a name has. */
    public static final int SHORTEST = 3;

    /** The most. */
    public static final int LONGEST = 220;

    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

    /** Folds the white space. */
    public OrganizationName {
        text = SPACE.matcher(text).replaceAll(" ").strip();
    }

    /** Whether it has as many characters as a name must have. */
    public boolean isValid() {
        int length = text.codePointCount(0, text.length());
        return length >= SHORTEST && length <= LONGEST;
    }

    /** Whether the organization is called so. */
    public boolean isThatOf(Organization organization) {
        return key().equals(new OrganizationName(organization.name()).key());
    }

    /** What names that are the same have in common. */
    public String key() {
        return Collation.key(text, false);
    }
}
