package dev.rollcall.scim.servlet;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives SCIM bodies to the errors of the filters behind it: what they {@code sendError}, or throw, would otherwise
 * become an HTML page of the container (RFC 7644 §3.12). Stands first in the chain of the SCIM servlet; not needed
 * without other filters. Thread-safe.
 */
public final class ScimErrorFilter implements Filter {
    private static final Logger LOG = LoggerFactory.getLogger(ScimErrorFilter.class);

    /** A filter; it has no settings. */
    public ScimErrorFilter() {}

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!(request instanceof HttpServletRequest http) || !(response instanceof HttpServletResponse plain)) {
            chain.doFilter(request, response);
            return;
        }
        String requestId = RequestId.of(http);
        HeldError held = new HeldError(plain);
        try {
            chain.doFilter(http, held);
        } catch (IOException | ServletException | RuntimeException e) {
            if (plain.isCommitted()) {
                throw e;
            }
            LOG.error("Request {} failed in a filter: {} {}", requestId, http.getMethod(), http.getRequestURI(), e);
            held.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        }
        held.send(requestId);
    }
}
