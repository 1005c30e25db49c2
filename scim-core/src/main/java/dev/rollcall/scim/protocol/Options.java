package dev.rollcall.scim.protocol;

import dev.rollcall.scim.codec.Quirk;
import dev.rollcall.scim.codec.Restriction;
import dev.rollcall.scim.codec.Tolerance;
import java.util.Set;
import java.util.TreeSet;

/**
 * How the server treats a provider. Immutable and thread-safe.
 *
 * @param tolerance which quirks are forgiven, and what a profile takes away
 * @param strictMemberReferences whether a member that names no known resource is refused with 400, instead of passed
 *     over
 * @param uniqueGroupDisplayName whether two groups of one tenant may not have the same displayName
 * @param sensitiveInUrls attributes, such as {@code password} or {@code emails.value}, that may not stand in the filter of
 *     a URL; an attribute stands for its sub-attributes too
 */
public record Options(
        Tolerance tolerance,
        boolean strictMemberReferences,
        boolean uniqueGroupDisplayName,
        Set<String> sensitiveInUrls) {
    private static final Set<String> SENSITIVE = Set.of("password");

    /** What identity providers need: quirks forgiven, unknown members passed over, group names free. */
    public static final Options DEFAULT = new Options(Tolerance.DEFAULT, false, false, SENSITIVE);

    /** The letter of the RFCs. */
    public static final Options STRICT = new Options(Tolerance.STRICT, true, false, SENSITIVE);

    /** The SCIM interoperability profile, which departs from the RFCs where a {@link Restriction} says so. */
    public static final Options INTEROP = new Options(Tolerance.INTEROP, true, false, SENSITIVE);

    /** Copies the set. */
    public Options {
        sensitiveInUrls = Set.copyOf(sensitiveInUrls);
    }

    /** The same with another tolerance. */
    public Options withTolerance(Tolerance newTolerance) {
        return new Options(newTolerance, strictMemberReferences, uniqueGroupDisplayName, sensitiveInUrls);
    }

    /** The same with the members option. */
    public Options withStrictMemberReferences(boolean on) {
        return new Options(tolerance, on, uniqueGroupDisplayName, sensitiveInUrls);
    }

    /** The same with the group name option. */
    public Options withUniqueGroupDisplayName(boolean on) {
        return new Options(tolerance, strictMemberReferences, on, sensitiveInUrls);
    }

    /** The same with other attributes that are kept out of URLs. */
    public Options withSensitiveInUrls(Set<String> attributes) {
        return new Options(tolerance, strictMemberReferences, uniqueGroupDisplayName, attributes);
    }

    /** Whether the server obeys the interoperability profile, and says so in its ServiceProviderConfig. */
    public boolean isInterop() {
        return tolerance.restrictions().size() == Restriction.values().length
                && !tolerance.allows(Quirk.UNKNOWN_ATTRIBUTES)
                && !tolerance.allows(Quirk.PATH_KEYS);
    }

    /** The ids of the requirements that these options relax, in their order; {@code docs/tolerances.md} says how. */
    public Set<String> relaxes() {
        Set<String> ids = new TreeSet<>();
        tolerance.quirks().forEach(quirk -> ids.addAll(quirk.relaxes()));
        if (!strictMemberReferences) {
            ids.add("R-7643-4.2-08");
        }
        if (uniqueGroupDisplayName) {
            ids.add("R-7643-4.2-02");
        }
        return ids;
    }
}
