package dev.rollcall.scim.servlet;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.protocol.ErrorMapper;
import dev.rollcall.scim.protocol.ScimResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * SCIM error bodies for what a container answers itself, before any servlet is asked: malformed requests, headers that
 * are too large, paths that nothing is mapped to (RFC 7644 §3.12). Its error handler calls this. Stateless and
 * thread-safe.
 */
public final class ScimErrors {
    /** The media type of the bodies, for {@code Content-Type}. */
    public static final String MEDIA_TYPE = ScimResponse.MEDIA_TYPE;

    private ScimErrors() {}

    /**
     * The body of an error as JSON in UTF-8, with only ASCII characters in it.
     *
     * @param status the HTTP status, 400 to 599
     * @param requestId any text that the container's log knows the request by, which 500 names; it belongs into the
     *     {@code X-Request-Id} header too
     * @throws IllegalArgumentException if it is another status
     */
    public static byte[] body(int status, String requestId) {
        ScimResponse error =
                ErrorMapper.toResponse(ScimException.withStatus(status, detail(status, requestId)), requestId);
        ByteArrayOutputStream out = new ByteArrayOutputStream(256);
        try {
            if (error.content() != null) {
                error.content().writeTo(out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot be written to", e);
        }
        return out.toByteArray();
    }

    private static String detail(int status, String requestId) {
        return switch (status) {
            case 400 -> "The HTTP request is malformed";
            case 401 -> "Authorization is missing or not valid";
            case 403 -> "This is not allowed";
            case 404 -> "There is nothing at this URL; check the SCIM base URL";
            case 405 -> "This method is not possible here";
            case 408 -> "The request took too long";
            case 411 -> "The length of the body is missing";
            case 413 -> "The body is larger than this server takes";
            case 414 -> "The URL is longer than this server takes";
            case 415 -> "The media type must be application/scim+json or application/json";
            case 417 -> "The Expect header asks for something that this server does not do";
            case 426 -> "This protocol is not spoken here";
            case 429 -> "Too many requests; try again later";
            case 431 -> "The header of the request is larger than this server takes";
            case 500 -> "The server failed to do this; its operator finds the cause under request id " + requestId;
            case 501 -> "This server does not do that";
            case 503 -> "The server is not available; try again later";
            case 505 -> "This version of HTTP is not spoken here";
            default -> "The server answered with HTTP status " + status;
        };
    }
}
