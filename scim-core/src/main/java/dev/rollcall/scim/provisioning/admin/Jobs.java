package dev.rollcall.scim.provisioning.admin;

import dev.rollcall.scim.provisioning.account.AccountQuery;
import dev.rollcall.scim.provisioning.engine.Work;
import dev.rollcall.scim.provisioning.job.Job;
import dev.rollcall.scim.provisioning.job.JobKind;
import dev.rollcall.scim.provisioning.job.JobState;
import dev.rollcall.scim.provisioning.log.Cause;
import java.util.List;
import java.util.Optional;

/**
 * What goes on in the background for a tenant: settings that are applied, accounts that are evaluated anew. It survives
 * restarts. Immutable and thread-safe.
 *
 * @param desk where it works
 */
public record Jobs(Desk desk) {
    private static final int SHOWN = 100;

    /**
     * Applies the rules of a provider to all of its active accounts, in the background. If that is under way already, what is
     * under way is given back: it goes by the rules as they are when it comes to an account.
     *
     * @param includeMoved whether accounts that an administrator has moved are brought back too
     */
    public Job apply(String provider, boolean includeMoved) {
        return desk.act(work -> {
            // Held, so that of two who ask at once one begins.
            work.state().tenants().lock(desk.tenant()).orElseThrow();
            if (work.state().providers().find(desk.tenant(), provider).isEmpty()) {
                throw AdministrationException.notFound(
                        "Tenant " + desk.tenant() + " has no provider \"" + provider + "\"");
            }
            return underWay(work, provider, includeMoved).orElseGet(() -> begin(work, provider, includeMoved));
        });
    }

    private Optional<Job> underWay(Work work, String provider, boolean includeMoved) {
        return work.state().jobs().list(desk.tenant(), SHOWN).stream()
                .filter(job -> job.kind() == JobKind.APPLY
                        && job.state() == JobState.RUNNING
                        // One that has begun may have passed by accounts under the rules of before.
                        && job.after() == null
                        && job.provider().equals(provider)
                        && job.includeMoved() == includeMoved)
                .findFirst();
    }

    private Job begin(Work work, String provider, boolean includeMoved) {
        Job job = new Job(
                desk.tenant(),
                work.parts().ids().get(),
                JobKind.APPLY,
                provider,
                includeMoved,
                Cause.APPLY,
                desk.actor(),
                null,
                JobState.RUNNING,
                work.state().accounts().count(desk.tenant(), AccountQuery.ofProvider(provider)),
                0,
                0,
                null,
                work.now(),
                null);
        work.state().jobs().insert(job);
        return job;
    }

    /** The job of that id, with how far it has come. */
    public Optional<Job> find(String id) {
        return desk.look(work -> work.state().jobs().find(desk.tenant(), id));
    }

    /** The latest jobs, the newest first, at most so many. */
    public List<Job> list(int limit) {
        return desk.look(work -> work.state().jobs().list(desk.tenant(), Limits.page(limit)));
    }

    /** Stops a job; what it has done stays. Nothing happens to one that has ended. */
    public Job cancel(String id) {
        return desk.act(work -> {
            Job job = work.state()
                    .jobs()
                    .lock(desk.tenant(), id)
                    .orElseThrow(() -> AdministrationException.notFound("There is no job \"" + id + "\""));
            if (job.state() != JobState.RUNNING) {
                return job;
            }
            Job cancelled = job.ended(JobState.CANCELLED, work.now());
            work.state().jobs().replace(cancelled);
            return cancelled;
        });
    }
}
