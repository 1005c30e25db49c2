package dev.rollcall.scim.provisioning.store.internal;

import dev.rollcall.scim.provisioning.job.Job;
import dev.rollcall.scim.provisioning.job.JobKind;
import dev.rollcall.scim.provisioning.job.JobState;
import dev.rollcall.scim.provisioning.log.Cause;

/** Work in the background. */
public final class JobDocument {
    private JobDocument() {}

    /** Its members. */
    public static void write(DocumentWriter to, Job job) {
        to.text("tenant", job.tenant())
                .text("id", job.id())
                .choice("kind", job.kind())
                .text("provider", job.provider())
                .flag("includeMoved", job.includeMoved())
                .choice("cause", job.cause())
                .text("actor", job.actor())
                .text("requestId", job.requestId())
                .choice("state", job.state())
                .number("total", job.total())
                .number("done", job.done())
                .number("changed", job.changed())
                .text("after", job.after())
                .time("created", job.created())
                .time("ended", job.ended());
    }

    /** What {@link #write} wrote. */
    public static Job read(DocumentReader from) {
        return new Job(
                from.text("tenant"),
                from.text("id"),
                from.choice("kind", JobKind.class),
                from.text("provider"),
                from.flag("includeMoved"),
                from.choice("cause", Cause.class),
                from.text("actor"),
                from.optionalText("requestId"),
                from.choice("state", JobState.class),
                from.number("total"),
                from.number("done"),
                from.number("changed"),
                from.optionalText("after"),
                from.time("created"),
                from.optionalTime("ended"));
    }
}
