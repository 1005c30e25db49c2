package dev.rollcall.scim.protocol;

import dev.rollcall.scim.error.ScimType;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An answer without its HTTP.
 *
 * @param status the HTTP status
 * @param headers the header fields
 * @param content writes the body; null if there is none
 * @param scimType the keyword of the error in the body, for those who count answers; null if it has none
 * @param cause what went wrong inside of the server, for its log; null for anything that is not its fault
 */
public record ScimResponse(
        int status,
        Map<String, String> headers,
        @Nullable Content content,
        @Nullable ScimType scimType,
        @Nullable Throwable cause) {
    /** Writes a body to a stream, which stays open. May read from the store while it does. */
    @FunctionalInterface
    public interface Content {
        /** Writes the whole body. */
        void writeTo(OutputStream out) throws IOException;
    }

    /** The media type of every body (RFC 7644 §3.1). */
    public static final String MEDIA_TYPE = "application/scim+json";

    /** Copies the map. */
    public ScimResponse {
        headers = Map.copyOf(headers);
    }

    /** An answer without a body. */
    static ScimResponse empty(int status) {
        return new ScimResponse(status, Map.of(), null, null, null);
    }

    /** An answer with a body. */
    static ScimResponse of(int status, Content content) {
        return new ScimResponse(status, Map.of("Content-Type", MEDIA_TYPE), content, null, null);
    }

    /** The same with one more header field. */
    ScimResponse with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new ScimResponse(status, more, content, scimType, cause);
    }

    /** The header field of that name, in exact case. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }
}
