package dev.rollcall.scim.codec;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The quirks of identity providers that are forgiven, and what a profile takes away from the RFCs. Immutable and
 * thread-safe.
 */
public final class Tolerance {
    /** Nothing is forgiven: the letter of the RFCs. */
    public static final Tolerance STRICT =
            new Tolerance(EnumSet.noneOf(Quirk.class), EnumSet.noneOf(Restriction.class));

    /** All but {@link Quirk#LENIENT_JSON_STRING_VALUE}. */
    public static final Tolerance DEFAULT = new Tolerance(
            EnumSet.complementOf(EnumSet.of(Quirk.LENIENT_JSON_STRING_VALUE)), EnumSet.noneOf(Restriction.class));

    /** The SCIM interoperability profile: nothing is forgiven, and every {@link Restriction} holds. */
    public static final Tolerance INTEROP =
            new Tolerance(EnumSet.noneOf(Quirk.class), EnumSet.allOf(Restriction.class));

    private final EnumSet<Quirk> quirks;
    private final EnumSet<Restriction> restrictions;

    private Tolerance(EnumSet<Quirk> quirks, EnumSet<Restriction> restrictions) {
        this.quirks = quirks;
        this.restrictions = restrictions;
    }

    /** Whether the restriction holds. */
    public boolean has(Restriction restriction) {
        return restrictions.contains(restriction);
    }

    /** The same with one more restriction. */
    public Tolerance with(Restriction restriction) {
        EnumSet<Restriction> more = EnumSet.copyOf(restrictions);
        more.add(restriction);
        return new Tolerance(quirks, more);
    }

    /** The restrictions that hold. */
    public Set<Restriction> restrictions() {
        return Set.copyOf(restrictions);
    }

    /** Whether the quirk is forgiven. */
    public boolean allows(Quirk quirk) {
        return quirks.contains(quirk);
    }

    /** The same, forgiving one more. */
    public Tolerance with(Quirk quirk) {
        EnumSet<Quirk> more = EnumSet.copyOf(quirks);
        more.add(quirk);
        return new Tolerance(more, restrictions);
    }

    /** The same, forgiving one less. */
    public Tolerance without(Quirk quirk) {
        EnumSet<Quirk> less = EnumSet.copyOf(quirks);
        less.remove(quirk);
        return new Tolerance(less, restrictions);
    }

    /** What is forgiven. */
    public Set<Quirk> quirks() {
        return Set.copyOf(quirks);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Tolerance that && quirks.equals(that.quirks) && restrictions.equals(that.restrictions);
    }

    @Override
    public int hashCode() {
        return 31 * quirks.hashCode() + restrictions.hashCode();
    }

    @Override
    public String toString() {
        return restrictions.isEmpty() ? quirks.toString() : quirks + " with " + restrictions;
    }
}
