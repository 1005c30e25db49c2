package dev.rollcall.scim.provisioning.mapping;

/** Why rules are asked. */
public enum Occasion {
    /** The account is new. */
    CREATED,

    /** The provider changed the user or one of its memberships. */
    CHANGED,

    /** The account comes back after it had been deactivated. */
    REACTIVATED,

    /** An administrator applies the settings. */
    APPLIED,

    /** The same, for those as well that an administrator has moved (the option {@code includeMoved}). */
    APPLIED_TO_MOVED;

    /** Whether settings are applied, which catches up on what had changed without anybody's account. */
    boolean applies() {
        return this == APPLIED || this == APPLIED_TO_MOVED;
    }
}
