package dev.rollcall.examples.containers.jettyee11;

import dev.rollcall.examples.containers.contract.Answers;
import dev.rollcall.examples.containers.contract.ContainerContract;
import dev.rollcall.examples.containers.contract.Mounted;
import dev.rollcall.scim.servlet.ScimServlet;

class RollcallOnJettyTest extends ContainerContract {
    @Override
    protected Mounted mount(int port, ScimServlet scim) throws Exception {
        RollcallOnJetty jetty = RollcallOnJetty.start(port, scim);
        return new Mounted(jetty.baseUrl(), jetty);
    }

    @Override
    protected Answers answers() {
        return new Answers(431, 414, 505);
    }
}
