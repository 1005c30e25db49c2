package dev.rollcall.scim.provisioning.event;

/** What an event tells the host application. */
public enum EventType {
    /** There is a new account. */
    ACCOUNT_CREATED,
    /** Attributes of its user changed. */
    ACCOUNT_UPDATED,
    /** It is in another organization. */
    ACCOUNT_MOVED,
    /** It has other roles. */
    ACCOUNT_ROLES_CHANGED,
    /** There is a reason for not signing in that was not there before: end its sessions. */
    ACCOUNT_BLOCKED,
    /** A reason for not signing in is gone. */
    ACCOUNT_UNBLOCKED,
    /** It ended: end its sessions. */
    ACCOUNT_DEACTIVATED,
    /** It came back after it had ended. */
    ACCOUNT_REACTIVATED,
    /** It ended for good: end its sessions. */
    ACCOUNT_DELETED,
    /** A group was made, changed, deleted, or has other members. */
    GROUP_CHANGED
}
