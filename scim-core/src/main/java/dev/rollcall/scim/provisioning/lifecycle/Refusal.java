package dev.rollcall.scim.provisioning.lifecycle;

/** Why an administrator's act does not happen. */
public enum Refusal {
    /** An account on legal hold is not deactivated by hand. */
    ACTIVE_LEGAL_HOLD,

    /** What has ended cannot be put on legal hold. */
    ENDED,

    /** Without its resource an account does not come back. */
    RESOURCE_GONE
}
