package dev.rollcall.examples.server;

import dev.rollcall.scim.Rollcall;
import dev.rollcall.scim.provisioning.Role;
import dev.rollcall.scim.provisioning.admin.CreatedProvider;
import dev.rollcall.scim.provisioning.event.ProvisioningEvent;
import dev.rollcall.scim.provisioning.provider.ProviderSettings;
import dev.rollcall.scim.servlet.ScimServlet;
import dev.rollcall.scim.store.memory.InMemoryStore;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;

/** The smallest complete embedding, as the README shows it. */
record EmbeddingSnippet(Server server, CreatedProvider okta) {
    static EmbeddingSnippet start(Consumer<ProvisioningEvent> people) throws Exception {
        // snippet
        var rollcall = Rollcall.builder()
                .store(InMemoryStore.create())
                .roles(List.of(Role.of("admin", "Administrator"), Role.of("member", "Member")))
                .listener(event -> people.accept(event))
                .build();

        var context = new ServletContextHandler("/");
        context.addServlet(ScimServlet.of(rollcall), "/scim/v2/*");

        rollcall.tenants().create("acme", "Acme Inc.");
        var okta = rollcall.providers("acme").add(ProviderSettings.named("Okta"));
        // end
        var server = new Server(new InetSocketAddress("127.0.0.1", 0));
        server.setHandler(context);
        server.start();
        return new EmbeddingSnippet(server, okta);
    }
}
