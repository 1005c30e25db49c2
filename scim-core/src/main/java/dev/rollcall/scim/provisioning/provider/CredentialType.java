package dev.rollcall.scim.provisioning.provider;

/** What a provider logs in with. */
public enum CredentialType {
    /** A user name and a password, for HTTP Basic (RFC 7617). */
    API_CREDENTIALS,

    /** A static bearer token (RFC 6750). */
    OAUTH_TOKEN
}
