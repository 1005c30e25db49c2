package dev.rollcall.scim.servlet;

import dev.rollcall.scim.Rollcall;
import dev.rollcall.scim.protocol.Caller;
import dev.rollcall.scim.protocol.Links;
import dev.rollcall.scim.provisioning.provider.RequestRate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Builds a {@link ScimServlet}; only the authenticator has no default, and without provisioning alone. Not thread-safe. */
public final class ScimServletBuilder {
    private static final int FAILED_LOG_INS = 10;
    private static final Duration FAILED_LOG_INS_WINDOW = Duration.ofMinutes(5);

    private final Rollcall rollcall;
    private final List<RequestListener> listeners = new ArrayList<>();
    private @Nullable Authenticator authenticator;
    private @Nullable String baseUrl;
    private TrustedProxies proxies = TrustedProxies.NONE;
    private boolean httpsOnly;
    private boolean openConfiguration = true;
    private Function<Caller, RequestRate> rates;
    private int failedLogIns = FAILED_LOG_INS;
    private Duration failedLogInsWindow = FAILED_LOG_INS_WINDOW;
    private AccessLog accessLog = AccessLog.create();
    private InstantSource clock;

    ScimServletBuilder(Rollcall rollcall) {
        this.rollcall = Objects.requireNonNull(rollcall);
        this.clock = rollcall.scim().settings().clock();
        this.baseUrl = rollcall.baseUrl().orElse(null);
        this.rates = rollcall.access()
                .<Function<Caller, RequestRate>>map(access -> access::requestRate)
                .orElse(caller -> RequestRate.DEFAULT);
    }

    /** Who says whose a request is; default {@link ProviderCredentials} if provisioning is switched on. */
    public ScimServletBuilder authenticator(Authenticator newAuthenticator) {
        this.authenticator = Objects.requireNonNull(newAuthenticator);
        return this;
    }

    /**
     * The public URL of the service, which the locations of resources begin with. Default: that of the {@link Rollcall}, or
     * else the URL that the container took the request for, or that a trusted proxy says the client asked for.
     *
     * @param newBaseUrl http or https, without query and fragment; a slash at its end does not count
     * @throws IllegalArgumentException if it is no such URL
     */
    public ScimServletBuilder baseUrl(String newBaseUrl) {
        this.baseUrl = Links.checkedBaseUrl(newBaseUrl);
        return this;
    }

    /**
     * Proxies that are believed what they say of the client, in {@link ProxyHeaders#EITHER} kind of header; default
     * none. A trusted proxy has to write its headers itself and must not let a client's through. Containers can do the
     * same; let only one of them.
     *
     * @param ranges addresses such as {@code ::1} and ranges such as {@code 10.0.0.0/8}
     * @throws IllegalArgumentException if one of them is neither
     */
    public ScimServletBuilder trustedProxies(String... ranges) {
        return trustedProxies(ProxyHeaders.EITHER, ranges);
    }

    /** As {@link #trustedProxies(String...)}, for proxies that write this kind of header. */
    public ScimServletBuilder trustedProxies(ProxyHeaders headers, String... ranges) {
        this.proxies = new TrustedProxies(Stream.of(ranges).map(IpRange::parse).toList(), headers);
        return this;
    }

    /**
     * Whether requests over plain HTTP are refused with 403, before anybody looks at their credentials (RFC 7644 §7.2);
     * default false, because a server behind a proxy sees plain HTTP until the proxy is trusted.
     */
    public ScimServletBuilder httpsOnly(boolean only) {
        this.httpsOnly = only;
        return this;
    }

    /**
     * Whether {@code /ServiceProviderConfig} can be read without credentials, as {@link ScimServlet#ANONYMOUS}; default
     * true. Nothing in it depends on the caller.
     */
    public ScimServletBuilder openServiceProviderConfig(boolean open) {
        this.openConfiguration = open;
        return this;
    }

    /**
     * What every provider may do; default what is set for each, or {@link RequestRate#DEFAULT} without provisioning. Beyond
     * it, requests are answered with 429.
     */
    public ScimServletBuilder requestRate(RequestRate rate) {
        Objects.requireNonNull(rate);
        return requestRate(caller -> rate);
    }

    /**
     * What each caller may do; all credentials of a provider share its rate, and {@link ScimServlet#ANONYMOUS} has one
     * for each source address. Asked once a request, so it must be fast. Each node counts for itself, and a Bulk as one.
     */
    public ScimServletBuilder requestRate(Function<Caller, RequestRate> newRates) {
        this.rates = Objects.requireNonNull(newRates);
        return this;
    }

    /**
     * How many attempts to log in may fail, from one source address or with one user name, before more of them are
     * answered with 429; default 10 in 5 minutes. An attempt becomes possible again each time a fraction of the window
     * has gone by. Credentials that were right from the same address before are not affected.
     *
     * @param failures 1 to 1,000,000; 0 switches it off
     * @param window more than nothing, up to a day
     * @throws IllegalArgumentException if one of them is out of its range
     */
    public ScimServletBuilder failedLogIns(int failures, Duration window) {
        if (failures < 0 || failures > 1_000_000 || window.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException(
                    "Failed log-ins are 0 to 1,000,000 in up to a day, not " + failures + " in " + window);
        }
        if (window.isNegative() || window.isZero()) {
            throw new IllegalArgumentException("The window of failed log-ins must be longer than nothing");
        }
        this.failedLogIns = failures;
        this.failedLogInsWindow = window;
        return this;
    }

    /** Adds someone who hears of every request. */
    public ScimServletBuilder requestListener(RequestListener listener) {
        listeners.add(Objects.requireNonNull(listener));
        return this;
    }

    /** What the access log says; default {@link AccessLog#create}. */
    public ScimServletBuilder accessLog(AccessLog newAccessLog) {
        this.accessLog = Objects.requireNonNull(newAccessLog);
        return this;
    }

    /** The time for rates and for events; default that of the {@link Rollcall}. */
    public ScimServletBuilder clock(InstantSource newClock) {
        this.clock = Objects.requireNonNull(newClock);
        return this;
    }

    /**
     * The servlet.
     *
     * @throws IllegalStateException if there is no authenticator, and provisioning is not switched on
     */
    public ScimServlet build() {
        if (authenticator == null && rollcall.access().isEmpty()) {
            throw new IllegalStateException(
                    "An authenticator is missing; CredentialAuthenticator.of(…) takes tokens and passwords");
        }
        Authenticator asked =
                authenticator != null ? authenticator : CredentialAuthenticator.of(ProviderCredentials.of(rollcall));
        LogInThrottle logIns = failedLogIns == 0 ? null : new LogInThrottle(clock, failedLogIns, failedLogInsWindow);
        return new ScimServlet(
                this,
                rollcall.scim().withAuthenticationSchemes(asked.schemes()),
                new Admission(asked, httpsOnly, logIns, new RequestLimiter(clock, rates)));
    }

    TrustedProxies proxies() {
        return proxies;
    }

    Observers observers() {
        return new Observers(
                accessLog, new SecretNames(rollcall.scim().settings().registry()), listeners);
    }

    InstantSource clock() {
        return clock;
    }

    @Nullable
    String baseUrl() {
        return baseUrl;
    }

    boolean openConfiguration() {
        return openConfiguration;
    }
}
