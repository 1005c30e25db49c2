package dev.rollcall.scim.error;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one exception for everything that a SCIM client is told: HTTP status, {@code scimType}, and a detail from which a
 * person knows what to change (RFC 7644 §3.12). Immutable but for what {@link Throwable} itself keeps.
 *
 * <p>The detail reaches the client as it is, so it never holds passwords, tokens or whole request bodies.
 */
public final class ScimException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final @Nullable ScimType scimType;
    private final String detail;
    private final transient Map<String, String> headers;

    private ScimException(int status, @Nullable ScimType scimType, String detail, Map<String, String> headers) {
        // No stack trace: it is an answer to a client, thrown on ordinary bad input, and the trace costs more than
        // the rest of such a request.
        super(detail, null, false, false);
        this.status = status;
        this.scimType = scimType;
        this.detail = detail;
        this.headers = headers;
    }

    private static ScimException of(ScimType type, String detail) {
        return new ScimException(type.status(), type, detail, Map.of());
    }

    private static ScimException of(int status, String detail) {
        return new ScimException(status, null, detail, Map.of());
    }

    /** 400 {@code invalidFilter}. */
    public static ScimException invalidFilter(String detail) {
        return of(ScimType.INVALID_FILTER, detail);
    }

    /** 400 {@code invalidPath}. */
    public static ScimException invalidPath(String detail) {
        return of(ScimType.INVALID_PATH, detail);
    }

    /** 400 {@code invalidSyntax}. */
    public static ScimException invalidSyntax(String detail) {
        return of(ScimType.INVALID_SYNTAX, detail);
    }

    /** 400 {@code invalidValue}. */
    public static ScimException invalidValue(String detail) {
        return of(ScimType.INVALID_VALUE, detail);
    }

    /** 400 {@code mutability}. */
    public static ScimException mutability(String detail) {
        return of(ScimType.MUTABILITY, detail);
    }

    /** 400 {@code noTarget}. */
    public static ScimException noTarget(String detail) {
        return of(ScimType.NO_TARGET, detail);
    }

    /** 400 {@code tooMany}. */
    public static ScimException tooMany(String detail) {
        return of(ScimType.TOO_MANY, detail);
    }

    /** 400 {@code invalidCursor}. */
    public static ScimException invalidCursor(String detail) {
        return of(ScimType.INVALID_CURSOR, detail);
    }

    /** 400 {@code expiredCursor}. */
    public static ScimException expiredCursor(String detail) {
        return of(ScimType.EXPIRED_CURSOR, detail);
    }

    /** 400 {@code invalidCount}. */
    public static ScimException invalidCount(String detail) {
        return of(ScimType.INVALID_COUNT, detail);
    }

    /** 409 {@code uniqueness}. */
    public static ScimException uniqueness(String detail) {
        return of(ScimType.UNIQUENESS, detail);
    }

    /** 400 {@code invalidVers}. */
    public static ScimException invalidVers(String detail) {
        return of(ScimType.INVALID_VERS, detail);
    }

    /** 403 {@code sensitive}. */
    public static ScimException sensitive(String detail) {
        return of(ScimType.SENSITIVE, detail);
    }

    /** 401, with the schemes that the client may use (RFC 7644 §2). */
    public static ScimException unauthorized(String detail, String wwwAuthenticate) {
        return new ScimException(401, null, detail, Map.of("WWW-Authenticate", wwwAuthenticate));
    }

    /** 403: known, but not allowed. */
    public static ScimException forbidden(String detail) {
        return of(403, detail);
    }

    /** 404: no such resource or endpoint, or none that the caller may see. */
    public static ScimException notFound(String detail) {
        return of(404, detail);
    }

    /** 405, with the methods that the endpoint has, comma-separated (RFC 9110 §15.5.6). */
    public static ScimException methodNotAllowed(String detail, String allow) {
        return new ScimException(405, null, detail, Map.of("Allow", allow));
    }

    /** 412: the resource is not in the version that the client asked for. */
    public static ScimException preconditionFailed(String detail) {
        return of(412, detail);
    }

    /** 413: the body is larger than the server takes. */
    public static ScimException payloadTooLarge(String detail) {
        return of(413, detail);
    }

    /** 415: a media type that is not JSON. */
    public static ScimException unsupportedMediaType(String detail) {
        return of(415, detail);
    }

    /**
     * 429: the client asks too often (RFC 6585 §4).
     *
     * @param retryAfter the seconds after which the same request has a chance, for {@code Retry-After}; at least 1,
     *     because identity providers read 0 or a fraction as if there were no header
     */
    public static ScimException tooManyRequests(String detail, long retryAfter) {
        return new ScimException(429, null, detail, Map.of("Retry-After", Long.toString(Math.max(1, retryAfter))));
    }

    /** 501: an optional part of the protocol that this server does not have. */
    public static ScimException notImplemented(String detail) {
        return of(501, detail);
    }

    /** 500, for a failure that is not the client's; the detail says no more than the client may know. */
    public static ScimException internal(String detail) {
        return of(500, detail);
    }

    /** Any other HTTP error status, 400 to 599, such as one that a container raised. */
    public static ScimException withStatus(int status, String detail) {
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("Not an HTTP error status: " + status);
        }
        return of(status, detail);
    }

    /** The same error with a text before its detail, to say where it happened (say, in which PATCH operation). */
    public ScimException within(String place) {
        return new ScimException(status, scimType, place + ": " + detail, headers);
    }

    /** The same error with one more HTTP header. */
    public ScimException withHeader(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new ScimException(status, scimType, detail, Map.copyOf(more));
    }

    /** The HTTP status, 400 to 599. */
    public int status() {
        return status;
    }

    /** The detail keyword, where RFC 7644 has one for the condition. */
    public Optional<ScimType> scimType() {
        return Optional.ofNullable(scimType);
    }

    /** What went wrong, where, and what to change. */
    public String detail() {
        return detail;
    }

    /** HTTP headers that belong to the answer, such as {@code Allow}. */
    public Map<String, String> headers() {
        return headers;
    }
}
