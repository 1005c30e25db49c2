package dev.rollcall.examples.server;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.rollcall.scim.Rollcall;
import dev.rollcall.scim.RollcallBuilder;
import dev.rollcall.scim.protocol.Caller;
import dev.rollcall.scim.schema.InvalidSchemaException;
import dev.rollcall.scim.servlet.AccessLog;
import dev.rollcall.scim.servlet.CredentialAuthenticator;
import dev.rollcall.scim.servlet.CredentialVerifier;
import dev.rollcall.scim.servlet.FixedCredentials;
import dev.rollcall.scim.servlet.HealthServlet;
import dev.rollcall.scim.servlet.ProviderCredentials;
import dev.rollcall.scim.servlet.ScimServlet;
import dev.rollcall.scim.servlet.ScimServletBuilder;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** A running SCIM server: a store, a Rollcall on it, and the web server that mounts it. Thread-safe. */
public final class RollcallServer implements AutoCloseable {
    private final ServerOptions options;
    private final Storage storage;
    private final Rollcall rollcall;
    private final WebServer web;
    private final @Nullable FreshCredentials fresh;

    private RollcallServer(
            ServerOptions options,
            Storage storage,
            Rollcall rollcall,
            WebServer web,
            @Nullable FreshCredentials fresh) {
        this.options = options;
        this.storage = storage;
        this.rollcall = rollcall;
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
        try {
            return start(options, storage, rollcall);
        } catch (RuntimeException e) {
            rollcall.close();
            throw e;
        }
    }

    private static RollcallServer start(ServerOptions options, Storage storage, Rollcall rollcall) {
        // Credentials are not made before the port is ours: those that were never shown would lock everybody out.
        WebServer web = WebServer.at(options.port());
        try {
            Beginning beginning = Beginning.of(rollcall, options);
            web.serve(servlet(options, rollcall, accepted(options, rollcall, beginning)), HealthServlet.of(rollcall));
            return new RollcallServer(options, storage, rollcall, web, beginning.fresh());
        } catch (RuntimeException e) {
            web.close();
            throw e;
        }
    }

    /** The credentials that the provider has, and the token of the command line as one more. */
    private static CredentialVerifier accepted(ServerOptions options, Rollcall rollcall, Beginning beginning) {
        CredentialVerifier kept = ProviderCredentials.of(rollcall);
        if (options.token() == null) {
            return kept;
        }
        Caller caller = Caller.ofProvider(Beginning.TENANT, beginning.provider(), "preset token");
        return FixedCredentials.builder().token(options.token(), caller).build().or(kept);
    }

    private static Rollcall rollcall(ServerOptions options, Storage storage) {
        RollcallBuilder builder = Rollcall.builder().store(storage.store()).roles(Beginning.ROLES);
        if (options.baseUrl() != null) {
            builder.baseUrl(options.baseUrl());
        }
        try {
            options.resourceTypes().forEach(builder::resourceType);
            options.extensions().forEach(schema -> builder.extension("User", schema));
            return builder.build();
        } catch (InvalidSchemaException e) {
            throw new UsageException("--extension or --resource-type: " + e.getMessage());
        }
    }

    private static ScimServlet servlet(ServerOptions options, Rollcall rollcall, CredentialVerifier credentials) {
        ScimServletBuilder servlet = ScimServlet.builder(rollcall);
        if (options.rate() != null) {
            servlet.requestRate(options.rate());
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
        return Optional.ofNullable(options.token()).or(() -> fresh().map(FreshCredentials::token));
    }

    /** The credentials, if they were made by this start. */
    Optional<FreshCredentials> fresh() {
        return Optional.ofNullable(fresh);
    }

    /** Answers the requests that are there, takes no more, and closes the store. */
    @Override
    public void close() {
        try {
            web.close();
            rollcall.close();
        } finally {
            storage.close();
        }
    }
}
