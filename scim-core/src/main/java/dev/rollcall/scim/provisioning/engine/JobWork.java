package dev.rollcall.scim.provisioning.engine;

import dev.rollcall.scim.protocol.Retry;
import dev.rollcall.scim.provisioning.account.Account;
import dev.rollcall.scim.provisioning.account.AccountQuery;
import dev.rollcall.scim.provisioning.job.Job;
import dev.rollcall.scim.provisioning.job.JobKind;
import dev.rollcall.scim.provisioning.job.JobState;
import dev.rollcall.scim.provisioning.mapping.Occasion;
import dev.rollcall.scim.store.UnitOfWork;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Does jobs batch by batch. How far a job has come is committed with what the batch has changed, so that it goes on where it
 * was after a crash, and nobody is told anything twice. Thread-safe.
 *
 * @param engine what does it
 */
public record JobWork(Engine engine) implements Chore {
    private static final int AT_ONCE = 200;

    /** Does a batch of the oldest job that nobody else is at. */
    @Override
    public int runBatch() {
        return Retry.write(engine.parts().store(), unit -> {
            Optional<Job> claimed = engine.parts().state().in(unit).jobs().claim();
            claimed.ifPresent(job -> run(unit, job));
            return claimed.isPresent() ? 1 : 0;
        });
    }

    private void run(UnitOfWork unit, Job job) {
        Act act = new Act(job.tenant(), job.provider(), job.actor(), job.requestId(), job.cause());
        Work work = engine.join(unit, act);
        boolean orphan =
                work.state().providers().find(job.tenant(), job.provider()).isEmpty();
        Job after = orphan
                ? job.ended(JobState.FAILED, work.now())
                : job.kind() == JobKind.APPLY ? apply(work, job) : reevaluate(work, job);
        work.state().jobs().replace(after);
        work.complete();
    }

    private static Job apply(Work work, Job job) {
        List<Account> page = work.state()
                .accounts()
                .list(job.tenant(), AccountQuery.ofProvider(job.provider()), job.after(), AT_ONCE);
        if (page.isEmpty()) {
            return job.ended(JobState.DONE, work.now());
        }
        List<Account> held = work.state()
                .accounts()
                .lockByUsers(job.tenant(), page.stream().map(Account::user).toList());
        Occasion occasion = job.includeMoved() ? Occasion.APPLIED_TO_MOVED : Occasion.APPLIED;
        int changed = new Evaluation(work, job.provider()).evaluate(held, occasion);
        Job advanced =
                job.advanced(page.size(), changed, page.get(page.size() - 1).id());
        return page.size() < AT_ONCE ? advanced.ended(JobState.DONE, work.now()) : advanced;
    }

    private static Job reevaluate(Work work, Job job) {
        List<String> users = work.state().jobs().takeUsers(job);
        if (users.isEmpty()) {
            return job.ended(JobState.DONE, work.now());
        }
        int changed = new Evaluation(work, job.provider()).changed(users);
        return job.advanced(users.size(), changed, lastOf(users));
    }

    private static @Nullable String lastOf(List<String> users) {
        return users.get(users.size() - 1);
    }
}
