package dev.rollcall.scim.servlet;

import dev.rollcall.scim.Health;
import dev.rollcall.scim.Rollcall;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a load balancer whether this node can answer: 200 {@code {"status":"UP"}} or 503 {@code {"status":"DOWN"}}, and
 * nothing else to anybody. Needs no credentials, so it is mapped to a path of its own outside of the SCIM base URL, such
 * as {@code /health}. Asks the store at most once a second, however often it is asked itself. Thread-safe.
 */
public final class HealthServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(HealthServlet.class);
    private static final Duration FRESH = Duration.ofSeconds(1);

    private record Known(Instant since, Health health) {
        boolean isFresh(Instant now) {
            return !now.isBefore(since) && now.isBefore(since.plus(FRESH));
        }
    }

    private final transient Rollcall rollcall;
    private final transient InstantSource clock;
    private transient @Nullable Known last;

    private HealthServlet(Rollcall rollcall, InstantSource clock) {
        this.rollcall = Objects.requireNonNull(rollcall);
        this.clock = clock;
    }

    /** A servlet that asks the server's store. */
    public static HealthServlet of(Rollcall rollcall) {
        return new HealthServlet(rollcall, rollcall.scim().settings().clock());
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean up = health().up();
        byte[] body = ("{\"status\":\"" + (up ? "UP" : "DOWN") + "\"}").getBytes(StandardCharsets.US_ASCII);
        response.setStatus(up ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** One at a time: whoever comes while the store is asked takes the answer to that, and not a connection. */
    private synchronized Health health() {
        Known before = last;
        if (before != null && before.isFresh(clock.instant())) {
            return before.health();
        }
        Health health = rollcall.health();
        last = new Known(clock.instant(), health);
        boolean wasUp = before == null || before.health().up();
        if (!health.up() && wasUp) {
            LOG.error("The store does not answer", health.cause());
        } else if (health.up() && !wasUp) {
            LOG.warn("The store answers again");
        }
        return health;
    }
}
