package dev.rollcall.scim.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the access log says: one line a request, at level INFO of the logger {@value #LOGGER}, which switches it off like
 * any other. Unless asked to, it holds neither ids nor query values nor anything else of a person; secrets it never
 * holds. Immutable and thread-safe.
 *
 * <pre>
 * time=2026-01-02T03:04:05.678Z request=8f1c… tenant=acme provider=okta method=GET path=/Users/{id} status=200 in=0 out=512 ms=3.1
 * </pre>
 */
public final class AccessLog {
    /** The name of the logger. */
    public static final String LOGGER = "dev.rollcall.scim.access";

    private static final Logger LOG = LoggerFactory.getLogger(LOGGER);
    private static final Set<String> PARAMETERS = Set.of(
            "attributes", "excludedattributes", "filter", "sortby", "sortorder", "startindex", "count", "cursor");
    private static final int LONGEST = 2000;
    private static final double MILLI = 1_000_000;

    private final boolean ids;
    private final boolean queryValues;
    private final boolean callerName;
    private final boolean client;

    private AccessLog(boolean ids, boolean queryValues, boolean callerName, boolean client) {
        this.ids = ids;
        this.queryValues = queryValues;
        this.callerName = callerName;
        this.client = client;
    }

    /** Nothing of a person. */
    public static AccessLog create() {
        return new AccessLog(false, false, false, false);
    }

    /** The same with paths as they were sent, with the ids in them. */
    public AccessLog withIds() {
        return new AccessLog(true, queryValues, callerName, client);
    }

    /** The same with the values of the query's SCIM parameters, such as a filter with a user name in it. */
    public AccessLog withQueryValues() {
        return new AccessLog(ids, true, callerName, client);
    }

    /** The same with the name of the caller, which may be that of a person. */
    public AccessLog withCallerName() {
        return new AccessLog(ids, queryValues, true, client);
    }

    /** The same with the address of the client. */
    public AccessLog withClientAddress() {
        return new AccessLog(ids, queryValues, callerName, true);
    }

    void write(RequestEvent event, HttpServletRequest request, SecretNames secrets) {
        if (LOG.isInfoEnabled()) {
            LOG.info(line(event, request, secrets));
        }
    }

    private String line(RequestEvent event, HttpServletRequest request, SecretNames secrets) {
        List<String> fields = new ArrayList<>();
        add(fields, "time", event.time().truncatedTo(ChronoUnit.MILLIS).toString());
        add(fields, "request", event.requestId());
        add(fields, "client", client ? event.client() : null);
        add(fields, "tenant", event.tenant().filter(t -> !t.isEmpty()).orElse(null));
        add(fields, "provider", event.provider().orElse(null));
        add(
                fields,
                "caller",
                callerName && event.caller() != null ? event.caller().name() : null);
        add(fields, "method", event.method());
        add(fields, "path", ids ? request.getRequestURI() : event.endpoint());
        add(fields, "query", query(request.getQueryString(), secrets));
        add(fields, "status", Integer.toString(event.status()));
        add(fields, "scimType", event.scimType().orElse(null));
        add(
                fields,
                "refused",
                event.refusal() == Refusal.NONE ? null : event.refusal().name());
        add(fields, "in", Long.toString(event.bytesIn()));
        add(fields, "out", Long.toString(event.bytesOut()));
        add(fields, "ms", String.format(Locale.ROOT, "%.1f", event.nanos() / MILLI));
        return String.join(" ", fields);
    }

    private static void add(List<String> fields, String name, @Nullable String value) {
        if (value != null) {
            fields.add(name + "=" + clean(value));
        }
    }

    /** One word of ASCII, so that nobody can forge a line or another field. */
    private static String clean(String value) {
        String cut = value.length() > LONGEST ? value.substring(0, LONGEST) + "..." : value;
        return cut.replaceAll("[^!-~]", "?");
    }

    /**
     * The SCIM parameters that are there; others could be anything, a token too. A filter on a secret is refused, but has
     * been sent.
     */
    private @Nullable String query(@Nullable String query, SecretNames secrets) {
        if (query == null || query.isEmpty()) {
            return null;
        }
        List<String> shown = new ArrayList<>();
        for (String piece : query.split("&")) {
            String name = piece.split("=", 2)[0];
            if (PARAMETERS.contains(name.toLowerCase(Locale.ROOT))) {
                shown.add(queryValues && !secrets.in(piece) ? piece : name);
            }
        }
        return shown.isEmpty() ? null : String.join("&", shown);
    }
}
