package dev.rollcall.scim.servlet;

import dev.rollcall.scim.error.ScimType;
import dev.rollcall.scim.protocol.ErrorMapper;
import dev.rollcall.scim.protocol.ScimResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns an answer into HTTP. */
final class ResponseSender {
    private static final Logger LOG = LoggerFactory.getLogger(ScimServlet.class);

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final String requestId;
    private int status;
    private @Nullable ScimType error;
    private long bytes;

    ResponseSender(HttpServletRequest request, HttpServletResponse response, String requestId) {
        this.request = request;
        this.response = response;
        this.requestId = requestId;
    }

    /**
     * Sends the answer; if its body fails before its first bytes are out, an error instead.
     *
     * @throws IOException if the body fails later, so that the container cuts the connection and no client takes what
     *     it got for the whole
     */
    void send(ScimResponse answer) throws IOException {
        Throwable failure = attempt(answer);
        if (failure != null) {
            Throwable again = attempt(ErrorMapper.toResponse(failure, requestId));
            if (again != null) {
                throw new IOException("Request " + requestId + " cannot be answered", again);
            }
        }
    }

    /** The status that was sent, or would have been if the client had stayed. */
    int status() {
        return status;
    }

    @Nullable
    ScimType error() {
        return error;
    }

    /** How many bytes of a body were sent. */
    long bytes() {
        return bytes;
    }

    /** Returns why nothing was sent, so that something else still can be; null if the answer has gone its way. */
    private @Nullable Throwable attempt(ScimResponse answer) throws IOException {
        if (answer.cause() != null) {
            // Without the query, whose values are personal data (RFC 7644 §7.5.2).
            LOG.error(
                    "Request {} failed: {} {}",
                    requestId,
                    request.getMethod(),
                    request.getRequestURI(),
                    answer.cause());
        }
        LateBody body = new LateBody(response, "HEAD".equals(request.getMethod()), () -> writeHead(answer));
        Throwable failure = write(answer.content(), body);
        status = answer.status();
        error = answer.scimType();
        bytes = body.sent();
        if (body.clientFailure() != null) {
            LOG.debug("The client of request {} went away", requestId, body.clientFailure());
            return null;
        }
        if (failure != null && body.isCommitted()) {
            LOG.error(
                    "Request {} broke off in the middle of its answer: {} {}",
                    requestId,
                    request.getMethod(),
                    request.getRequestURI(),
                    failure);
            throw new IOException("The answer to request " + requestId + " broke off; the cause is logged");
        }
        return failure;
    }

    private static @Nullable Throwable write(ScimResponse.@Nullable Content content, LateBody body) {
        try {
            if (content != null) {
                content.writeTo(body);
            }
            body.finish(content != null);
            return null;
        } catch (Throwable e) {
            return e;
        }
    }

    private void writeHead(ScimResponse answer) {
        response.setStatus(answer.status());
        answer.headers().forEach((name, value) -> {
            if (name.equals("Content-Type")) {
                response.setContentType(value);
            } else {
                response.setHeader(name, name.equals("Allow") ? Method.withAdapters(value) : value);
            }
        });
        response.setHeader(RequestId.HEADER, requestId);
        response.setHeader("Cache-Control", "no-store");
    }
}
