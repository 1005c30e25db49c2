package dev.rollcall.scim.provisioning.engine;

import dev.rollcall.scim.provisioning.event.DeliveryPolicy;
import java.util.ArrayList;
import java.util.List;

/** What is done in the background. */
public final class Tasks {
    private Tasks() {}

    /** All of it, the most urgent first. */
    public static List<Task> of(Engine engine, DeliveryPolicy policy, SafeMeter meter) {
        List<Task> tasks = new ArrayList<>();
        tasks.add(new Task("due accounts", new DueWork(engine)));
        if (!engine.parts().listeners().isEmpty()) {
            // Nobody else's events are taken out of the outbox to be told to nobody.
            tasks.add(new Task("events", new EventDelivery(engine.parts(), policy, meter)));
        }
        tasks.add(new Task("jobs", new JobWork(engine)));
        tasks.add(new Task("old log entries", new LogPurge(engine.parts())));
        tasks.add(new Task("old jobs", new JobPurge(engine.parts())));
        return tasks;
    }
}
