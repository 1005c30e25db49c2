package dev.rollcall.scim.provisioning.mapping;

import java.util.List;

/**
 * Why an account has its organization. Immutable and thread-safe.
 *
 * @param kind what decided
 * @param seen the id of the group, or the value, that decided; empty if none did
 * @param alternatives the ids of the organizations of other rules that would have matched, in their order
 */
public record Reason(Kind kind, String seen, List<String> alternatives) {
    /** What can decide. */
    public enum Kind {
        /** Nothing asked for another one. */
        UNCHANGED,
        /** The one organization for new users. */
        SINGLE,
        /** The name that an attribute holds. */
        ATTRIBUTE,
        /** A group that the user is in. */
        GROUP,
        /** The user has no value, or none that can be used. */
        FALLBACK_VALUE,
        /** The user is in no mapped group. */
        FALLBACK_GROUP
    }

    /** Copies the list. */
    public Reason {
        alternatives = List.copyOf(alternatives);
    }

    static Reason of(Kind kind) {
        return new Reason(kind, "", List.of());
    }
}
