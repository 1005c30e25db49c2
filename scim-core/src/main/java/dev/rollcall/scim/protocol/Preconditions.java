package dev.rollcall.scim.protocol;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.resource.Resource;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code If-Match} and {@code If-None-Match} (RFC 7644 §3.14, RFC 9110 §13.1). Tags are compared by their opaque part,
 * because SCIM sends weak tags in {@code If-Match}. Stateless and thread-safe.
 */
final class Preconditions {
    private static final Pattern TAG = Pattern.compile("(?:W/)?(\"[\\x21\\x23-\\x7e\\x80-\\xff]*\")");

    private Preconditions() {}

    /** Refuses a write whose {@code If-Match} does not name the stored version. */
    static void checkWrite(ScimRequest request, Resource stored) {
        request.header("If-Match").filter(tags -> !matches(tags, stored)).ifPresent(tags -> {
            throw ScimException.preconditionFailed("The resource is in version "
                    + stored.meta().entityTag() + ", not in one that If-Match names; read it again");
        });
        request.header("If-None-Match").filter(tags -> matches(tags, stored)).ifPresent(tags -> {
            throw ScimException.preconditionFailed(
                    "The resource is in version " + stored.meta().entityTag() + ", which If-None-Match rules out");
        });
    }

    /** Whether a reader has the stored version already. */
    static boolean isUnchanged(ScimRequest request, Resource stored) {
        Optional<String> tags = request.header("If-None-Match");
        return tags.isPresent() && matches(tags.get(), stored);
    }

    private static boolean matches(String tags, Resource stored) {
        if (tags.strip().equals("*")) {
            return true;
        }
        String version = stored.meta().entityTag().substring(2);
        Matcher tag = TAG.matcher(tags);
        while (tag.find()) {
            if (tag.group(1).equals(version)) {
                return true;
            }
        }
        return false;
    }
}
