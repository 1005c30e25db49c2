package dev.rollcall.examples.server.story;

import dev.rollcall.examples.server.WebServer;
import dev.rollcall.scim.Rollcall;
import dev.rollcall.scim.provisioning.Background;
import dev.rollcall.scim.provisioning.Role;
import dev.rollcall.scim.provisioning.event.ProvisioningEvent;
import dev.rollcall.scim.servlet.HealthServlet;
import dev.rollcall.scim.servlet.ScimServlet;
import dev.rollcall.scim.store.memory.InMemoryStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A fresh server in memory, on a free port, whose time the story decides on. */
record StoryServer(Rollcall rollcall, WebServer web, StoryClock clock, List<ProvisioningEvent> events)
        implements AutoCloseable {
    static StoryServer start() {
        StoryClock clock = new StoryClock();
        List<ProvisioningEvent> events = new CopyOnWriteArrayList<>();
        Rollcall rollcall = Rollcall.builder()
                .store(InMemoryStore.create())
                .clock(clock)
                .background(Background.MANUAL)
                .roles(List.of(
                        Role.of("admin", "Administrator"),
                        Role.of("developer", "Developer"),
                        Role.of("member", "Member")))
                .listener(events::add)
                .build();
        WebServer web = WebServer.at(0);
        web.serve(ScimServlet.of(rollcall), HealthServlet.of(rollcall));
        return new StoryServer(rollcall, web, clock, events);
    }

    String baseUrl() {
        return web.baseUrl();
    }

    /** Lets time go by, and does what falls due. */
    void passes(Duration time) {
        clock.passes(time);
        runDue();
    }

    void runDue() {
        while (rollcall.runDue() > 0) {
            // Until nothing is left.
        }
    }

    @Override
    public void close() {
        web.close();
        rollcall.close();
    }
}
