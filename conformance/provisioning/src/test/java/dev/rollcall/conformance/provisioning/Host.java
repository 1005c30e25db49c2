package dev.rollcall.conformance.provisioning;

import dev.rollcall.scim.Rollcall;
import dev.rollcall.scim.RollcallBuilder;
import dev.rollcall.scim.provisioning.Background;
import dev.rollcall.scim.provisioning.Role;
import dev.rollcall.scim.provisioning.event.ProvisioningEvent;
import dev.rollcall.scim.servlet.ScimServlet;
import dev.rollcall.scim.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** A host application with everything, one for each kind of storage; tests have tenants of their own in it. */
final class Host {
    private static final Map<Storage, Host> HOSTS = new EnumMap<>(Storage.class);

    final SettableClock clock = SettableClock.at(Instant.parse("2026-03-01T09:00:00Z"));
    final List<ProvisioningEvent> events = new CopyOnWriteArrayList<>();
    final Rollcall rollcall;
    final String baseUrl;

    private Host(Storage storage, UnaryOperator<RollcallBuilder> more) {
        this.rollcall = more.apply(storage.in(Rollcall.builder()))
                .clock(clock)
                .background(Background.MANUAL)
                .roles(List.of(
                        Role.of("admin", "Administrator"),
                        Role.of("member", "Member"),
                        Role.of("reader", "Reader"),
                        Role.of("auditor", "Auditor")))
                .listener(events::add)
                .build();
        Server jetty = new Server();
        ServerConnector connector = new ServerConnector(jetty);
        connector.setHost("127.0.0.1");
        jetty.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler("/");
        context.addServlet(
                new ServletHolder(ScimServlet.builder(rollcall)
                        .failedLogIns(0, Duration.ofMinutes(1))
                        .build()),
                "/scim/v2/*");
        jetty.setHandler(context);
        try {
            jetty.start();
        } catch (Exception e) {
            throw new IllegalStateException("The server does not start", e);
        }
        this.baseUrl = "http://127.0.0.1:" + connector.getLocalPort() + "/scim/v2";
    }

    /** The host on that kind of storage, started when it is first asked for; it ends with the JVM. */
    static synchronized Host on(Storage storage) {
        return HOSTS.computeIfAbsent(storage, kind -> new Host(kind, builder -> builder));
    }

    /** A host of its own, with something else in it. */
    static Host with(Storage storage, UnaryOperator<RollcallBuilder> more) {
        return new Host(storage, more);
    }

    /** Lets time go by, and does what falls due. */
    void passes(Duration time) {
        clock.advance(time);
        runDue();
    }

    /** Does all that is due. */
    void runDue() {
        while (rollcall.runDue() > 0) {
            // Until nothing is left.
        }
    }
}
