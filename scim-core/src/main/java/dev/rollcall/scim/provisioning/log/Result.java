package dev.rollcall.scim.provisioning.log;

/** How it went. */
public enum Result {
    /** It was done. */
    DONE,
    /** Something was passed over; the rest was done. */
    SKIPPED,
    /** Nothing was done, for a reason that whoever asked can change. */
    REFUSED,
    /** The server failed, and nothing was done. */
    FAILED
}
