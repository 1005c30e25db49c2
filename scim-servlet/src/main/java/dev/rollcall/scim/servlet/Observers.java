package dev.rollcall.scim.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Those who hear of requests. Thread-safe. */
record Observers(AccessLog accessLog, SecretNames secrets, List<RequestListener> listeners) {
    private static final Logger LOG = LoggerFactory.getLogger(ScimServlet.class);

    Observers {
        listeners = List.copyOf(listeners);
    }

    void tell(RequestEvent event, HttpServletRequest request) {
        guarded(event, () -> accessLog.write(event, request, secrets));
        for (RequestListener listener : listeners) {
            guarded(event, () -> listener.answered(event));
        }
    }

    private static void guarded(RequestEvent event, Runnable step) {
        try {
            step.run();
        } catch (Exception | LinkageError | StackOverflowError | AssertionError e) {
            LOG.error("A listener failed after request {}, whose answer is sent", event.requestId(), e);
        }
    }
}
