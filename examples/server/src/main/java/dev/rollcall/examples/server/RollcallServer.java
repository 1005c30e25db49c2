package dev.rollcall.examples.server;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.rollcall.scim.Rollcall;
import dev.rollcall.scim.RollcallBuilder;
import dev.rollcall.scim.protocol.Caller;
import dev.rollcall.scim.schema.InvalidSchemaException;
import dev.rollcall.scim.servlet.AccessLog;
import dev.rollcall.scim.servlet.CredentialAuthenticator;
import dev.rollcall.scim.servlet.FixedCredentials;
import dev.rollcall.scim.servlet.HealthServlet;
import dev.rollcall.scim.servlet.ScimServlet;
import dev.rollcall.scim.servlet.ScimServletBuilder;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** A running SCIM server: a store, a Rollcall on it, and the web server that mounts it. Thread-safe. */
public final class RollcallServer implements AutoCloseable {
    private static final String TENANT = "default";
    private static final String PROVIDER = "default";

    private final ServerOptions options;
    private final Storage storage;
    private final WebServer web;
    private final ApiCredentials.@Nullable Fresh fresh;

    private RollcallServer(
            ServerOptions options, Storage storage, WebServer web, ApiCredentials.@Nullable Fresh fresh) {
        this.options = options;
        this.storage = storage;
        this.web = web;
        this.fresh = fresh;
    }

    /** Starts a server from the command line; see {@code --help}. */
    public static void main(String[] arguments) {
        int status = new CommandLine(System.out, System.err).run(arguments);
        if (status != 0) {
            System.exit(status);
        }
    }

    /**
     * Starts a server.
     *
     * @throws RuntimeException if it cannot start; the message is for people
     */
    public static RollcallServer start(ServerOptions options) {
        Storage storage = Storage.in(options.data());
        try {
            return start(options, storage);
        } catch (RuntimeException e) {
            storage.close();
            throw e;
        }
    }

    private static RollcallServer start(ServerOptions options, Storage storage) {
        Rollcall rollcall = rollcall(options, storage);
        // Credentials are not kept before the port is ours: those that were never shown would lock everybody out.
        WebServer web = WebServer.at(options.port());
        try {
            StartCredentials credentials = StartCredentials.of(storage.credentials(), options.token() == null);
            FixedCredentials accepted = accepted(options, credentials.hashes());
            web.serve(servlet(options, rollcall, accepted), HealthServlet.of(rollcall));
            return new RollcallServer(options, storage, web, credentials.fresh());
        } catch (RuntimeException e) {
            web.close();
            throw e;
        }
    }

    /** One provider, whichever of its credentials a client has. */
    private static FixedCredentials accepted(ServerOptions options, @Nullable ApiCredentials kept) {
        FixedCredentials.Builder credentials = FixedCredentials.builder();
        if (kept != null) {
            credentials.token(kept.token(), Caller.ofProvider(TENANT, PROVIDER, "token"));
            credentials.userPassword(kept.user(), kept.password(), Caller.ofProvider(TENANT, PROVIDER, kept.user()));
        }
        if (options.token() != null) {
            credentials.token(options.token(), Caller.ofProvider(TENANT, PROVIDER, "preset token"));
        }
        return credentials.build();
    }

    private static Rollcall rollcall(ServerOptions options, Storage storage) {
        RollcallBuilder builder = Rollcall.builder().store(storage.store()).options(options.behaviour());
        try {
            options.resourceTypes().forEach(builder::resourceType);
            options.extensions().forEach(schema -> builder.extension("User", schema));
            return builder.build();
        } catch (InvalidSchemaException e) {
            throw new UsageException("--extension or --resource-type: " + e.getMessage());
        }
    }

    private static ScimServlet servlet(ServerOptions options, Rollcall rollcall, FixedCredentials credentials) {
        ScimServletBuilder servlet = ScimServlet.builder(rollcall).requestRate(options.rate());
        if (options.baseUrl() != null) {
            servlet.baseUrl(options.baseUrl());
        }
        if (options.accessLog() != null) {
            ((Logger) LoggerFactory.getLogger(AccessLog.LOGGER)).setLevel(Level.INFO);
            servlet.accessLog(options.accessLog());
        }
        try {
            servlet.trustedProxies(options.trustedProxies().toArray(String[]::new));
        } catch (IllegalArgumentException e) {
            throw new UsageException("--trusted-proxy: " + e.getMessage());
        }
        return servlet.authenticator(CredentialAuthenticator.of(credentials)).build();
    }

    /** The SCIM base URL as seen from this machine, without a slash at the end. */
    public String baseUrl() {
        return web.baseUrl();
    }

    /** The SCIM base URL for identity providers. */
    String publicUrl() {
        return options.baseUrl() != null ? options.baseUrl() : baseUrl();
    }

    /** A bearer token, if one is known: the preset one, or one that was made by this start. */
    public Optional<String> token() {
        return Optional.ofNullable(options.token()).or(() -> fresh().map(ApiCredentials.Fresh::token));
    }

    /** The credentials, if they were made by this start. */
    Optional<ApiCredentials.Fresh> fresh() {
        return Optional.ofNullable(fresh);
    }

    /** Where the hashes of the credentials are; empty in memory. */
    Optional<KeptCredentials> keptCredentials() {
        return Optional.ofNullable(storage.credentials());
    }

    /** Answers the requests that are there, takes no more, and closes the store. */
    @Override
    public void close() {
        try {
            web.close();
        } finally {
            storage.close();
        }
    }
}
