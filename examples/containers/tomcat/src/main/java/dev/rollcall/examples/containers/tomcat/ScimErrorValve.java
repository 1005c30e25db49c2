package dev.rollcall.examples.containers.tomcat;

import dev.rollcall.scim.servlet.ScimErrors;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.juli.logging.Log;
import org.apache.juli.logging.LogFactory;

/** Writes SCIM errors where Tomcat would write pages: outside of the servlet, and for requests that are not HTTP. */
public final class ScimErrorValve extends ErrorReportValve {
    private static final Log LOG = LogFactory.getLog(ScimErrorValve.class);

    /** For Tomcat, which makes one for each host. */
    public ScimErrorValve() {}

    @Override
    protected void report(Request request, Response response, Throwable failure) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        String requestId = UUID.randomUUID().toString();
        response.setContentType(ScimErrors.MEDIA_TYPE);
        response.setCharacterEncoding("utf-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Request-Id", requestId);
        try {
            Writer writer = response.getReporter();
            if (writer != null) {
                writer.write(new String(ScimErrors.body(status, requestId), StandardCharsets.US_ASCII));
                response.finishResponse();
            }
        } catch (IOException e) {
            LOG.debug("The client went away", e);
        }
    }
}
