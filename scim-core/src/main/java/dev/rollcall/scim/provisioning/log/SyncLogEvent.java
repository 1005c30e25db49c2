package dev.rollcall.scim.provisioning.log;

/** What an entry of the sync log is about. */
public enum SyncLogEvent {
    /** A user, and the account beside it, was made. */
    USER_CREATED,
    /** Attributes of a user changed. */
    USER_UPDATED,
    /** An account came back after it had ended. */
    USER_REACTIVATED,
    /** A provider took over a local account. */
    USER_ADOPTED,
    /** A delay began to run, at whose end an account ends. */
    DEACTIVATION_SCHEDULED,
    /** A pending end will not happen. */
    DEACTIVATION_CANCELLED,
    /** There is a reason for not signing in that was not there before. */
    USER_BLOCKED,
    /** A reason for not signing in is gone. */
    USER_UNBLOCKED,
    /** An account ended. */
    USER_DEACTIVATED,
    /** An account ended for good. */
    USER_DELETED,
    /** A rule made an organization. */
    ORG_CREATED,
    /** An account moved to another organization. */
    ORG_CHANGED,
    /** An account gained or lost roles. */
    ROLES_CHANGED,
    /** A group was made. */
    GROUP_CREATED,
    /** Attributes of a group changed. */
    GROUP_UPDATED,
    /** A group was deleted. */
    GROUP_DELETED,
    /** Members joined or left a group. */
    MEMBERS_CHANGED,
    /** Something could not be used, and the request succeeded all the same. */
    WARNING,
    /** A request was refused. */
    REFUSED,
    /** The server failed. */
    ERROR
}
