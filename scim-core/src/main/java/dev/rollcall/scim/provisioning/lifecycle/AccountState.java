package dev.rollcall.scim.provisioning.lifecycle;

/** What an account is in. Being blocked is separate; see {@link BlockReason}. */
public enum AccountState {
    /** In use. */
    ACTIVE,

    /** The provider has ended it; the delay runs, or a legal hold keeps it from being deactivated. */
    DEACTIVATION_PENDING,

    /** Ended. A provider or an administrator can bring it back. */
    DEACTIVATED,

    /** Ended, and its resource is gone: nothing brings it back. */
    DELETED
}
