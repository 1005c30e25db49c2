package dev.rollcall.scim.servlet;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A response that holds {@code sendError} back, to write a SCIM body when all filters are done. */
final class HeldError extends HttpServletResponseWrapper {
    private int error;

    HeldError(HttpServletResponse response) {
        super(response);
    }

    @Override
    public void sendError(int status) throws IOException {
        if (super.isCommitted()) {
            throw new IllegalStateException("The response is committed");
        }
        super.resetBuffer();
        error = status;
    }

    /** The text is left out: it is meant for a page, and may hold what the client should not know. */
    @Override
    public void sendError(int status, String text) throws IOException {
        sendError(status);
    }

    /** As after a container's own {@code sendError}. */
    @Override
    public boolean isCommitted() {
        return error != 0 || super.isCommitted();
    }

    /** Writes the error, if there is one. */
    void send(String requestId) throws IOException {
        if (error == 0 || super.isCommitted()) {
            return;
        }
        if (error < 400 || error > 599) {
            super.resetBuffer();
            super.sendError(error);
            return;
        }
        byte[] body = ScimErrors.body(error, requestId);
        resetBody();
        super.setStatus(error);
        super.setContentType(ScimErrors.MEDIA_TYPE);
        super.setHeader(RequestId.HEADER, requestId);
        super.setHeader("Cache-Control", "no-store");
        super.setContentLength(body.length);
        super.getOutputStream().write(body);
    }

    /** Lets go of a writer that a filter has asked for, but not of headers such as {@code WWW-Authenticate}. */
    private void resetBody() {
        Map<String, Collection<String>> headers = new LinkedHashMap<>();
        super.getHeaderNames().forEach(name -> headers.put(name, List.copyOf(super.getHeaders(name))));
        super.reset();
        headers.forEach((name, values) -> {
            if (!name.toLowerCase(Locale.ROOT).startsWith("content-")) {
                values.forEach(value -> super.addHeader(name, value));
            }
        });
    }
}
