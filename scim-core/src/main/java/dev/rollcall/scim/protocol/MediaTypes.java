package dev.rollcall.scim.protocol;

import dev.rollcall.scim.error.ScimException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The media types of request bodies (RFC 7644 §3.8). */
final class MediaTypes {
    private static final Pattern CHARSET =
            Pattern.compile(";\\s*charset\\s*=\\s*\"?([^\";\\s]+)\"?", Pattern.CASE_INSENSITIVE);

    private MediaTypes() {}

    /** Refuses what is not JSON in UTF-8; a body without a type is taken for JSON. */
    static void check(Optional<String> contentType) {
        if (contentType.isEmpty() || contentType.get().isBlank()) {
            return;
        }
        String type = contentType.get().split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!type.equals("application/scim+json") && !type.equals("application/json")) {
            throw ScimException.unsupportedMediaType(
                    "Content-Type is \"" + type + "\"; it must be application/scim+json or application/json");
        }
        Matcher charset = CHARSET.matcher(contentType.get());
        if (charset.find()
                && !charset.group(1).equalsIgnoreCase("utf-8")
                && !charset.group(1).equalsIgnoreCase("utf8")) {
            throw ScimException.unsupportedMediaType(
                    "The charset is \"" + charset.group(1) + "\"; JSON here is always UTF-8");
        }
    }
}
