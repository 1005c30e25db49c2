package dev.rollcall.scim.provisioning.log;

/** Why something happened. */
public enum Cause {
    /** A request of a provider. */
    REQUEST,
    /** A delay was over. */
    TIMER,
    /** Settings were applied. */
    APPLY,
    /** A legal hold was released. */
    HOLD_RELEASE,
    /** An administrator, or the host application. */
    ADMIN
}
