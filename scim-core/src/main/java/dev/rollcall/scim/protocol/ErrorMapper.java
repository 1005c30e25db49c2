package dev.rollcall.scim.protocol;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.error.ScimType;
import dev.rollcall.scim.json.JsonWriter;
import dev.rollcall.scim.store.ConflictException;
import dev.rollcall.scim.store.DuplicateKeyException;
import java.io.OutputStream;

/**
 * Turns whatever went wrong into an error response; the only place that writes errors (RFC 7644 §3.12). Stateless and
 * thread-safe.
 */
public final class ErrorMapper {
    private static final String ERROR = "urn:ietf:params:scim:api:messages:2.0:Error";

    private ErrorMapper() {}

    /**
     * The answer to a failure. What is not meant for clients stays in {@link ScimResponse#cause}.
     *
     * @param requestId names the request, in the detail of what only the server's operator can look into
     */
    public static ScimResponse toResponse(Throwable failure, String requestId) {
        ScimException error = toException(failure, requestId);
        ScimResponse response = ScimResponse.of(error.status(), out -> write(error, out));
        for (var header : error.headers().entrySet()) {
            response = response.with(header.getKey(), header.getValue());
        }
        return new ScimResponse(
                response.status(),
                response.headers(),
                response.content(),
                error.scimType().orElse(null),
                isOwnFailure(error, failure) ? failure : null);
    }

    /** Whether the server's operator has to know: 501 and the like are answers, not failures. */
    private static boolean isOwnFailure(ScimException error, Throwable failure) {
        return error.status() == 500 || (error.status() > 500 && error != failure);
    }

    /** What the client is told of a failure. */
    static ScimException toException(Throwable failure, String requestId) {
        if (failure instanceof ScimException error) {
            return error;
        }
        if (failure instanceof DuplicateKeyException duplicate) {
            return ScimException.uniqueness(
                    "Another resource has this \"" + duplicate.path() + "\"; it must be unique");
        }
        if (failure instanceof ConflictException) {
            return ScimException.withStatus(503, "Too many writers change this resource at once; try again")
                    .withHeader("Retry-After", "1");
        }
        // A stack trace or the text of a database would tell an attacker more than a user.
        return ScimException.internal(
                "The server failed to do this; its operator finds the cause under request id " + requestId);
    }

    private static void write(ScimException error, OutputStream stream) {
        try (JsonWriter out = JsonWriter.to(stream)) {
            out.startObject();
            out.name("schemas").startArray().string(ERROR).endArray();
            // RFC 7644 §3.12: the status is a string.
            out.name("status").string(Integer.toString(error.status()));
            error.scimType()
                    .map(ScimType::keyword)
                    .ifPresent(keyword -> out.name("scimType").string(keyword));
            out.name("detail").string(error.detail());
            // Nothing else, not even the id of the request: a client that checks refuses what the schema does not have.
            out.endObject();
        }
    }
}
