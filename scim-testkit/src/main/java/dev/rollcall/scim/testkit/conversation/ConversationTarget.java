package dev.rollcall.scim.testkit.conversation;

import java.net.URI;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The server that conversations are played against; immutable and thread-safe. Closing it closes what {@link
 * Builder#closing} named.
 */
public final class ConversationTarget implements AutoCloseable {
    private final URI baseUrl;
    private final String token;
    private final Set<ServerOption> options;
    private final Duration timeout;
    private final @Nullable SSLContext trust;
    private final boolean force;
    private final AutoCloseable resource;

    private ConversationTarget(Builder builder) {
        this.baseUrl = builder.baseUrl;
        this.token = builder.token;
        this.options = Set.copyOf(builder.options);
        this.timeout = builder.timeout;
        this.trust = builder.trust;
        this.force = builder.force;
        this.resource = builder.resource;
    }

    /**
     * @param baseUrl the SCIM base URL, http or https; a slash at its end does not count
     * @throws IllegalArgumentException if it is another kind of URL, or has a query or a fragment
     */
    public static Builder builder(URI baseUrl) {
        return new Builder(BaseUrl.normal(baseUrl));
    }

    /** Without a slash at the end. */
    public URI baseUrl() {
        return baseUrl;
    }

    /** A bearer token that the server accepts. */
    public String token() {
        return token;
    }

    /** What the server can do beyond what every conversation asks for. */
    public Set<ServerOption> options() {
        return options;
    }

    /** How long one connection, and again one request with its response, may take. */
    public Duration timeout() {
        return timeout;
    }

    /** Whether conversations are played even if the server is not empty. */
    public boolean force() {
        return force;
    }

    SSLContext trust() {
        try {
            return trust == null ? SSLContext.getDefault() : trust;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JVM has no default TLS context", e);
        }
    }

    /** @throws IllegalStateException if the resource cannot be closed; the cause says why */
    @Override
    public void close() {
        try {
            resource.close();
        } catch (RuntimeException e) {
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while closing the server", e);
        } catch (Exception e) {
            throw new IllegalStateException("the server could not be closed: " + e.getMessage(), e);
        }
    }

    /** Builds a {@link ConversationTarget}; not thread-safe. */
    public static final class Builder {
        private final URI baseUrl;
        private String token = "";
        private final Set<ServerOption> options = EnumSet.noneOf(ServerOption.class);
        private Duration timeout = Duration.ofSeconds(60);
        private @Nullable SSLContext trust;
        private boolean force;
        private AutoCloseable resource = () -> {};

        private Builder(URI baseUrl) {
            this.baseUrl = baseUrl;
        }

        /** The bearer token; empty if nothing is set. */
        public Builder token(String token) {
            this.token = token;
            return this;
        }

        /** Adds what the server can do; nothing is assumed. */
        public Builder options(ServerOption... options) {
            return options(Set.of(options));
        }

        /** Adds what the server can do; nothing is assumed. */
        public Builder options(Set<ServerOption> options) {
            this.options.addAll(options);
            return this;
        }

        /** From 1 ms to 24 days; 60 seconds if nothing is set, after which the largest identity provider hangs up. */
        public Builder timeout(Duration timeout) {
            if (timeout.toMillis() < 1 || timeout.toMillis() > Integer.MAX_VALUE) {
                throw new IllegalArgumentException("not a timeout: " + timeout);
            }
            this.timeout = timeout;
            return this;
        }

        /** Whose certificates an https server may have; the JVM's default if nothing is set. */
        public Builder trust(SSLContext trust) {
            this.trust = trust;
            return this;
        }

        /** Plays even if the server is not empty; the conversations then find users that they do not expect. */
        public Builder force(boolean force) {
            this.force = force;
            return this;
        }

        /** What {@link ConversationTarget#close} closes, such as the server itself. */
        public Builder closing(AutoCloseable resource) {
            this.resource = resource;
            return this;
        }

        public ConversationTarget build() {
            return new ConversationTarget(this);
        }
    }
}
