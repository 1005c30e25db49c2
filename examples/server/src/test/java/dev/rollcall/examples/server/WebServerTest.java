package dev.rollcall.examples.server;

import dev.rollcall.examples.containers.contract.Answers;
import dev.rollcall.examples.containers.contract.ContainerContract;
import dev.rollcall.examples.containers.contract.Mounted;
import dev.rollcall.scim.Rollcall;
import dev.rollcall.scim.servlet.HealthServlet;
import dev.rollcall.scim.servlet.ScimServlet;
import dev.rollcall.scim.store.memory.InMemoryStore;

/** Jetty with Jakarta EE 10. */
class WebServerTest extends ContainerContract {
    @Override
    protected Mounted mount(int port, ScimServlet scim) {
        Rollcall other = Rollcall.builder().store(InMemoryStore.create()).build();
        WebServer jetty = WebServer.at(port);
        jetty.serve(scim, HealthServlet.of(other));
        return new Mounted(jetty.baseUrl(), jetty);
    }

    @Override
    protected Answers answers() {
        return new Answers(431, 414, 505);
    }
}
