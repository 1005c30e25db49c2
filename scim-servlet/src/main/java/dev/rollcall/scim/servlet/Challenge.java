package dev.rollcall.scim.servlet;

/** Values of {@code WWW-Authenticate}: every scheme that is accepted, the better one first (RFC 7644 §2). */
final class Challenge {
    private static final String BEARER = "Bearer realm=\"SCIM\"";
    private static final String BASIC = ", Basic realm=\"SCIM\", charset=\"UTF-8\"";

    /** RFC 6750 §3.1: no error code where no token was sent. */
    static final String NO_CREDENTIALS = BEARER + BASIC;

    static final String INVALID_TOKEN = BEARER + ", error=\"invalid_token\"" + BASIC;
    static final String INVALID_REQUEST = BEARER + ", error=\"invalid_request\"" + BASIC;

    private Challenge() {}
}
