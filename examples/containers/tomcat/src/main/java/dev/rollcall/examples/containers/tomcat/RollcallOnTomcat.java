package dev.rollcall.examples.containers.tomcat;

import dev.rollcall.scim.Rollcall;
import dev.rollcall.scim.protocol.Caller;
import dev.rollcall.scim.servlet.CredentialAuthenticator;
import dev.rollcall.scim.servlet.FixedCredentials;
import dev.rollcall.scim.servlet.ScimServlet;
import dev.rollcall.scim.store.memory.InMemoryStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.startup.ExpandWar;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;

/** Rollcall mounted in embedded Tomcat, on the loopback address. Thread-safe. */
public final class RollcallOnTomcat implements AutoCloseable {
    private static final String PATH = "/scim/v2";

    private final Tomcat tomcat = new Tomcat();
    private final Path folder;

    private RollcallOnTomcat(Path folder) {
        this.folder = folder;
    }

    /** Serves an empty store; the arguments are the port and the bearer token. */
    public static void main(String[] arguments) throws Exception {
        var credentials = FixedCredentials.builder()
                .token(arguments[1], Caller.ofProvider("acme", "okta", "Okta"))
                .build();
        var rollcall = Rollcall.builder().store(InMemoryStore.create()).build();
        var scim = ScimServlet.of(rollcall, CredentialAuthenticator.of(credentials));
        System.out.println(start(Integer.parseInt(arguments[0]), scim).baseUrl());
    }

    /**
     * Starts Tomcat.
     *
     * @param port 0 for any that is free
     * @throws LifecycleException if the port cannot be had
     */
    public static RollcallOnTomcat start(int port, ScimServlet scim) throws LifecycleException, IOException {
        return start(connector(port), scim);
    }

    static RollcallOnTomcat start(Connector connector, ScimServlet scim) throws LifecycleException, IOException {
        // Tomcat wants a folder, though nothing here is kept in files.
        RollcallOnTomcat server = new RollcallOnTomcat(Files.createTempDirectory("rollcall-tomcat"));
        try {
            server.mount(connector, scim);
            server.tomcat.start();
            return server;
        } catch (LifecycleException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    static Connector connector(int port) {
        Connector connector = new Connector();
        connector.setPort(port);
        // Otherwise a port that cannot be had is only logged.
        connector.setThrowOnFailure(true);
        connector.setProperty("address", "127.0.0.1");
        // Filters are often sent as they are written: emails[type eq "work"].
        connector.setProperty("relaxedQueryChars", "\"<>[\\]^`{|}");
        // %2F in an id is part of the id; the servlet takes the URL apart itself.
        connector.setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue());
        // Filters make long URLs.
        connector.setProperty("maxHttpHeaderSize", Integer.toString(32 * 1024));
        return connector;
    }

    private void mount(Connector connector, ScimServlet scim) {
        tomcat.setSilent(true);
        tomcat.setBaseDir(folder.toString());
        tomcat.setConnector(connector);
        // The errors of Tomcat itself, requests that are no HTTP among them, have SCIM bodies.
        ((StandardHost) tomcat.getHost()).setErrorReportValveClass(ScimErrorValve.class.getName());

        StandardContext context = (StandardContext) tomcat.addContext("", null);
        Tomcat.addServlet(context, "scim", scim).addMapping(PATH + "/*");
        // The context loads no classes of its own, so there are none to be traced when it stops.
        context.setClearReferencesRmiTargets(false);
        context.setClearReferencesThreadLocals(false);
    }

    /** The SCIM base URL. */
    public String baseUrl() {
        return "http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + PATH;
    }

    @Override
    public void close() throws LifecycleException {
        try {
            tomcat.stop();
            tomcat.destroy();
        } finally {
            ExpandWar.delete(folder.toFile());
        }
    }
}
