package dev.rollcall.scim.protocol;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.schema.ResourceType;

/**
 * The resource that the caller itself is (RFC 7644 §3.11). It is worked on directly, under its permanent URL, within what
 * the caller may see.
 */
final class Me {
    static final String ENDPOINT = "Me";

    private Me() {}

    /** The id of the caller's own resource. */
    static String id(Exchange exchange) {
        String user = exchange.request().caller().user();
        if (user == null) {
            throw ScimException.notImplemented(
                    "/Me is for callers that are a user; these credentials belong to nobody in particular");
        }
        return user;
    }

    /** The type of the caller's own resource, which every registry has. */
    static ResourceType type(Exchange exchange) {
        return exchange.settings().registry().resourceType("User");
    }
}
