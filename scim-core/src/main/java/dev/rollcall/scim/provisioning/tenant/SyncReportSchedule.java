package dev.rollcall.scim.provisioning.tenant;

/** When the report of a day is to be sent. */
public enum SyncReportSchedule {
    /** Each day. */
    DAILY,

    /** Only for a day with errors. */
    ON_ERRORS,

    /** Not at all. */
    NEVER
}
