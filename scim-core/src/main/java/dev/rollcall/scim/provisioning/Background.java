package dev.rollcall.scim.provisioning;

/** Who does what is due without anybody asking: ends of accounts, jobs, events, the purge of what is old. */
public enum Background {
    /** A daemon thread of each Rollcall, from {@code build()} to {@code close()}; it looks at least once a second. */
    THREAD,

    /** The host, which calls {@code runDue()} as often as it wants things to happen; a test, too. */
    MANUAL
}
