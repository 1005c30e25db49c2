package dev.rollcall.scim.servlet;

/** Why a request was refused before the protocol saw it. */
public enum Refusal {
    /** It was not. */
    NONE,
    /** Credentials are missing or wrong, or valid for something else. */
    CREDENTIALS,
    /** Too many attempts to log in have failed, from where it came or for the user name that it has. */
    LOG_IN_THROTTLED,
    /** The provider makes more requests than it may. */
    REQUEST_RATE,
    /** It came over plain HTTP, which is not allowed. */
    NOT_ENCRYPTED,
    /** It is malformed. */
    MALFORMED
}
