package dev.rollcall.scim.provisioning.job;

/** Where a job stands. */
public enum JobState {
    /** It waits for its turn, or is under way. */
    RUNNING,
    /** It has done all. */
    DONE,
    /** An administrator stopped it; what it had done stays. */
    CANCELLED,
    /** It cannot go on, because its provider is gone. */
    FAILED
}
