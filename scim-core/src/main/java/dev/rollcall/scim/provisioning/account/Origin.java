package dev.rollcall.scim.provisioning.account;

/** How an account came to be. */
public enum Origin {
    /** A provider made it, and owns it. */
    PROVISIONED,

    /** The host application made it, or its provider was deleted; no provider can touch it. */
    LOCAL
}
