package dev.rollcall.scim.provisioning.engine;

import dev.rollcall.scim.provisioning.Provisioning;
import java.util.List;

/** What is done in the background. */
public final class Tasks {
    private Tasks() {}

    /** All of it, the most urgent first. */
    public static List<Task> of(Provisioning parts) {
        return List.of();
    }
}
