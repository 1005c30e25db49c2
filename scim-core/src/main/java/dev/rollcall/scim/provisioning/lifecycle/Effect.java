package dev.rollcall.scim.provisioning.lifecycle;

/** What a transition did, for the sync log and for events. */
public enum Effect {
    /** A delay has begun to run. */
    DEACTIVATION_SCHEDULED,

    /** A pending deactivation will not happen. */
    DEACTIVATION_CANCELLED,

    /** There is a reason for not signing in that was not there before; sessions end. */
    BLOCKED,

    /** A reason is gone. */
    UNBLOCKED,

    /** The account ended. */
    DEACTIVATED,

    /** The account is back after it had ended; organization and roles are evaluated anew. */
    REACTIVATED,

    /** The account ended for good. */
    DELETED
}
