package dev.rollcall.scim.provisioning.job;

/** What a job does. */
public enum JobKind {
    /** Applies the settings of a provider to all of its accounts. */
    APPLY,

    /** Evaluates accounts anew whose groups a request has changed, too many for the request itself. */
    REEVALUATE
}
