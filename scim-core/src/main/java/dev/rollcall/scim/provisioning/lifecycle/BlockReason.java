package dev.rollcall.scim.provisioning.lifecycle;

/** Why an account may not sign in although it is active or pending. An account can have several. */
public enum BlockReason {
    /** An administrator said so; only an administrator takes it back. */
    ADMIN,

    /** Its deactivation is pending. */
    PENDING_DEACTIVATION,

    /** It fell due while on legal hold: its data is kept, its access has ended. */
    LEGAL_HOLD
}
