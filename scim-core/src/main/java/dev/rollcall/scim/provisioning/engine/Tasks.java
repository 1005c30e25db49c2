package dev.rollcall.scim.provisioning.engine;

import java.util.List;

/** What is done in the background. */
public final class Tasks {
    private Tasks() {}

    /** All of it, the most urgent first. */
    public static List<Task> of(Engine engine) {
        return List.of(new Task("due accounts", new DueWork(engine)), new Task("jobs", new JobWork(engine)));
    }
}
