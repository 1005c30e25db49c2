package dev.rollcall.scim.protocol;

import dev.rollcall.scim.codec.Tolerance;

/**
 * How the server treats a provider. Immutable and thread-safe.
 *
 * @param tolerance which quirks are forgiven
 * @param strictMemberReferences whether a member that names no known resource is refused with 400, instead of passed
 *     over
 * @param uniqueGroupDisplayName whether two groups of one tenant may not have the same displayName
 */
public record Options(Tolerance tolerance, boolean strictMemberReferences, boolean uniqueGroupDisplayName) {
    /** What identity providers need: quirks forgiven, unknown members passed over, group names free. */
    public static final Options DEFAULT = new Options(Tolerance.DEFAULT, false, false);

    /** The letter of the RFCs. */
    public static final Options STRICT = new Options(Tolerance.STRICT, true, false);

    /** The same with another tolerance. */
    public Options withTolerance(Tolerance newTolerance) {
        return new Options(newTolerance, strictMemberReferences, uniqueGroupDisplayName);
    }

    /** The same with the members option. */
    public Options withStrictMemberReferences(boolean on) {
        return new Options(tolerance, on, uniqueGroupDisplayName);
    }

    /** The same with the group name option. */
    public Options withUniqueGroupDisplayName(boolean on) {
        return new Options(tolerance, strictMemberReferences, on);
    }
}
