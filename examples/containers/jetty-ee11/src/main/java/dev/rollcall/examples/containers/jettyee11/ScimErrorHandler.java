package dev.rollcall.examples.containers.jettyee11;

import dev.rollcall.scim.servlet.ScimErrors;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Writes SCIM errors where Jetty would write pages: outside of the servlet, and for requests that are not HTTP. */
final class ScimErrorHandler implements Request.Handler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String requestId = UUID.randomUUID().toString();
        int status = response.getStatus() >= 400 ? response.getStatus() : 500;
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
