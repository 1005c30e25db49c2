package dev.rollcall.scim.provisioning.mapping;

/** Where a role of an account came from. Provisioning takes away only what it gave. */
public enum Provenance {
    /** A rule for a group that the user is in. */
    MAPPING,

    /** The defaults of its organization. */
    DEFAULT,

    /** An administrator, or the host. */
    MANUAL
}
