package dev.rollcall.scim.protocol;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.resource.Resource;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Conditional requests, in the order of RFC 9110 §13.2.2 (RFC 7644 §3.14). Tags are compared by their opaque part,
 * because SCIM sends weak tags in {@code If-Match}; a date only counts where there is no tag. Stateless and thread-safe.
 */
final class Preconditions {
    private static final Pattern TAG = Pattern.compile("(?:W/)?(\"[\\x21\\x23-\\x7e\\x80-\\xff]*\")");

    private Preconditions() {}

    /** Refuses a write of another version than the client means. */
    static void checkWrite(ScimRequest request, Resource stored) {
        checkExpected(request, stored);
        request.header("If-None-Match").filter(tags -> matches(tags, stored)).ifPresent(tags -> {
            throw ScimException.preconditionFailed(
                    "The resource is in version " + stored.meta().entityTag() + ", which If-None-Match rules out");
        });
    }

    /** Refuses to read another version than the client means. */
    static void checkRead(ScimRequest request, Resource stored) {
        checkExpected(request, stored);
    }

    private static void checkExpected(ScimRequest request, Resource stored) {
        Optional<String> tags = request.header("If-Match");
        if (tags.isPresent()) {
            if (!matches(tags.get(), stored)) {
                throw ScimException.preconditionFailed("The resource is in version "
                        + stored.meta().entityTag() + ", not in one that If-Match names; read it again");
            }
            return;
        }
        if (date(request, "If-Unmodified-Since")
                .filter(modified(stored)::isAfter)
                .isPresent()) {
            throw ScimException.preconditionFailed("The resource was modified at " + HttpDate.format(modified(stored))
                    + ", after the date in If-Unmodified-Since; read it again");
        }
    }

    /** Whether a reader has the stored version already. */
    static boolean isUnchanged(ScimRequest request, Resource stored) {
        Optional<String> tags = request.header("If-None-Match");
        return tags.isPresent()
                ? matches(tags.get(), stored)
                : date(request, "If-Modified-Since")
                        .filter(date -> !modified(stored).isAfter(date))
                        .isPresent();
    }

    private static Optional<Instant> date(ScimRequest request, String header) {
        return request.header(header).flatMap(HttpDate::parse);
    }

    private static Instant modified(Resource stored) {
        return HttpDate.seconds(stored.meta().lastModified());
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
