package dev.rollcall.scim.codec;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The quirks of identity providers that are forgiven. Immutable and thread-safe. */
public final class Tolerance {
    /** Nothing is forgiven: the letter of the RFCs. */
    public static final Tolerance STRICT = new Tolerance(EnumSet.noneOf(Quirk.class));

    /** All but {@link Quirk#LENIENT_JSON_STRING_VALUE}. */
    public static final Tolerance DEFAULT =
            new Tolerance(EnumSet.complementOf(EnumSet.of(Quirk.LENIENT_JSON_STRING_VALUE)));

    private final EnumSet<Quirk> quirks;

    private Tolerance(EnumSet<Quirk> quirks) {
        this.quirks = quirks;
    }

    /** Whether the quirk is forgiven. */
    public boolean allows(Quirk quirk) {
        return quirks.contains(quirk);
    }

    /** The same, forgiving one more. */
    public Tolerance with(Quirk quirk) {
        EnumSet<Quirk> more = EnumSet.copyOf(quirks);
        more.add(quirk);
        return new Tolerance(more);
    }

    /** The same, forgiving one less. */
    public Tolerance without(Quirk quirk) {
        EnumSet<Quirk> less = EnumSet.copyOf(quirks);
        less.remove(quirk);
        return new Tolerance(less);
    }

    /** What is forgiven. */
    public Set<Quirk> quirks() {
        return Set.copyOf(quirks);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Tolerance that && quirks.equals(that.quirks);
    }

    @Override
    public int hashCode() {
        return quirks.hashCode();
    }

    @Override
    public String toString() {
        return quirks.toString();
    }
}
