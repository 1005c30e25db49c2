package dev.rollcall.scim.provisioning.mapping;

/** Where the organization of an account came from. */
public enum PlacedBy {
    /** A rule of the provider. */
    RULE,

    /** An administrator moved it by hand. */
    ADMIN
}
