package dev.rollcall.scim.provisioning.provider;

/** What a provider may name a manager by. */
public enum ManagerLookup {
    /** The id of the User resource, as RFC 7643 §4.3 says. */
    ID,

    /** The id, or else the externalId. */
    EXTERNAL_ID,

    /** The id, or else the userName. */
    USER_NAME
}
