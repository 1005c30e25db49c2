package dev.rollcall.examples.server;

import dev.rollcall.scim.Rollcall;
import dev.rollcall.scim.protocol.Caller;
import dev.rollcall.scim.servlet.CredentialAuthenticator;
import dev.rollcall.scim.servlet.FixedCredentials;
import dev.rollcall.scim.servlet.ScimServlet;
import dev.rollcall.scim.store.memory.InMemoryStore;
import java.net.InetSocketAddress;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;

/** The smallest complete embedding, as the README shows it. */
final class EmbeddingSnippet {
    private EmbeddingSnippet() {}

    static Server start(String token) throws Exception {
        // snippet
        var rollcall = Rollcall.builder().store(InMemoryStore.create()).build();

        var credentials = FixedCredentials.builder()
                .token(token, Caller.ofProvider("acme", "okta", "Okta"))
                .build();

        var context = new ServletContextHandler("/");
        context.addServlet(ScimServlet.of(rollcall, CredentialAuthenticator.of(credentials)), "/scim/v2/*");
        // end
        var server = new Server(new InetSocketAddress("127.0.0.1", 0));
        server.setHandler(context);
        server.start();
        return server;
    }
}
