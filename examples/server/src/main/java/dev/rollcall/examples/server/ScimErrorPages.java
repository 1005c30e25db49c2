package dev.rollcall.examples.server;

import dev.rollcall.scim.servlet.ScimErrors;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes SCIM errors where Jetty would write pages: outside of the servlet, and for requests that are not HTTP. */
final class ScimErrorPages implements Request.Handler {
    private static final Logger LOG = LoggerFactory.getLogger(ScimErrorPages.class);

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String requestId = UUID.randomUUID().toString();
        int status = response.getStatus() >= 400 ? response.getStatus() : 500;
        // Not 501 and 505, with which Jetty answers what it cannot make sense of.
        if (status == 500 && request.getAttribute(ErrorHandler.ERROR_EXCEPTION) instanceof Throwable failure) {
            LOG.error("Request {} failed in the container", requestId, failure);
        }
        byte[] body = ScimErrors.body(status, requestId);
        response.setStatus(status);
        response.getHeaders()
                .put(HttpHeader.CONTENT_TYPE, ScimErrors.MEDIA_TYPE)
                .put(HttpHeader.CONTENT_LENGTH, body.length)
                .put(HttpHeader.CACHE_CONTROL, "no-store")
                .put("X-Request-Id", requestId);
        response.write(true, ByteBuffer.wrap(body), callback);
        return true;
    }
}
