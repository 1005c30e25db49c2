package dev.rollcall.scim.provisioning.engine;

import dev.rollcall.scim.protocol.Retry;
import dev.rollcall.scim.provisioning.account.Account;
import dev.rollcall.scim.provisioning.lifecycle.LifecycleEvent;
import dev.rollcall.scim.provisioning.log.Cause;
import java.util.List;

/**
 * Ends accounts whose delay is over. A unit of work claims some and ends them, so that each falls due once, on whichever
 * node, and again if that node dies in between. Thread-safe.
 *
 * @param engine what does it
 */
public record DueWork(Engine engine) implements Chore {
    private static final int AT_ONCE = 100;

    @Override
    public int runBatch() {
        return Retry.write(engine.parts().store(), unit -> {
            List<Account> due = engine.parts()
                    .state()
                    .in(unit)
                    .accounts()
                    .claimDue(engine.parts().now(), AT_ONCE);
            for (Account account : due) {
                Act act = new Act(account.tenant(), account.provider(), Act.SERVER, null, Cause.TIMER);
                Work work = engine.join(unit, act);
                AccountWork one = AccountWork.on(work, account);
                one.happens(new LifecycleEvent.FallsDue(work.now()));
                one.save();
                work.complete();
            }
            return due.size();
        });
    }
}
