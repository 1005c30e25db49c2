package dev.rollcall.scim.servlet;

/**
 * Values of {@code WWW-Authenticate}: every scheme that is accepted, the better one first (RFC 7644 §2).
 *
 * @param basic whether user name and password are accepted beside a token
 */
record Challenge(boolean basic) {
    /** RFC 6750 §3.1: no error code where no token was sent. */
    String noCredentials() {
        return challenge("");
    }

    String invalidToken() {
        return challenge(", error=\"invalid_token\"");
    }

    String invalidRequest() {
        return challenge(", error=\"invalid_request\"");
    }

    private String challenge(String error) {
        String token = "Bearer realm=\"SCIM\"" + error;
        return basic ? token + ", Basic realm=\"SCIM\", charset=\"UTF-8\"" : token;
    }
}
