package dev.rollcall.scim.provisioning.admin;

import dev.rollcall.scim.provisioning.account.Account;
import dev.rollcall.scim.provisioning.engine.AccountWork;
import dev.rollcall.scim.provisioning.engine.Act;
import dev.rollcall.scim.provisioning.engine.RefusalTexts;
import dev.rollcall.scim.provisioning.engine.Work;
import dev.rollcall.scim.provisioning.hold.LegalHold;
import dev.rollcall.scim.provisioning.lifecycle.LifecycleEvent;
import dev.rollcall.scim.provisioning.lifecycle.Transition;
import dev.rollcall.scim.provisioning.log.Cause;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Legal holds of a tenant: matters that preserve the data of accounts. While an account is in any, it is not deactivated; if
 * it falls due meanwhile, it is blocked, and ends when it is released from its last hold. Immutable and thread-safe.
 *
 * @param desk where it works
 */
public record Holds(Desk desk) {
    private static final int AT_ONCE = 200;

    /** Opens a matter, with nobody in it yet. */
    public LegalHold create(String name) {
        if (name.isBlank()) {
            throw AdministrationException.invalid("A legal hold needs a name");
        }
        return desk.act(work -> {
            LegalHold hold = new LegalHold(desk.tenant(), work.parts().ids().get(), name, work.now(), null);
            work.state().holds().insert(hold);
            return hold;
        });
    }

    /** The hold of that id. */
    public Optional<LegalHold> find(String id) {
        return desk.look(work -> work.state().holds().find(desk.tenant(), id));
    }

    /** All holds, released ones too. */
    public List<LegalHold> list() {
        return desk.look(work -> work.state().holds().list(desk.tenant()));
    }

    /** The ids of the holds that an account is in. */
    public List<String> of(String account) {
        return desk.look(work -> work.state().holds().holdsOf(desk.tenant(), account));
    }

    /** The ids of the accounts in a hold, page by page; {@code after} is the last of the page before, or null. */
    public List<String> accounts(String hold, @Nullable String after, int limit) {
        return desk.look(work -> work.state().holds().accountsOf(desk.tenant(), hold, after, Limits.page(limit)));
    }

    /**
     * Puts an account into a hold; nothing happens if it is in it.
     *
     * @throws AdministrationException if the account has ended ({@code ENDED}), or the hold is over
     */
    public Account add(String hold, String account) {
        return desk.act(work -> {
            Account held = lock(work, account);
            if (require(work, hold).released() != null) {
                throw AdministrationException.refused("Legal hold " + hold + " is over; nobody can be put into it");
            }
            AccountWork one = AccountWork.on(work, held);
            Transition transition = one.happens(new LifecycleEvent.PutOnHold());
            if (transition.refusal() != null) {
                throw AdministrationException.refused(RefusalTexts.of(transition.refusal()));
            }
            work.state().holds().add(desk.tenant(), hold, account);
            return one.save();
        });
    }

    /** Takes an account out of a hold. If it was the last one and the account has fallen due, the account ends now. */
    public Account remove(String hold, String account) {
        return act(work -> {
            Account held = lock(work, account);
            require(work, hold);
            return released(work, hold, held);
        });
    }

    /** Ends a matter: everybody in it is released. What was done stays done if the process ends in between; call it again. */
    public LegalHold release(String id) {
        LegalHold over = desk.act(work -> {
            LegalHold hold = require(work, id);
            LegalHold ended = hold.released() == null ? hold.releasedAt(work.now()) : hold;
            work.state().holds().replace(ended);
            return ended;
        });
        while (releaseSome(id)) {
            // One unit of work holds few accounts.
        }
        return over;
    }

    private boolean releaseSome(String hold) {
        return act(work -> {
            List<String> some = work.state().holds().accountsOf(desk.tenant(), hold, null, AT_ONCE);
            for (String account : some) {
                released(work, hold, lock(work, account));
            }
            return !some.isEmpty();
        });
    }

    private Account released(Work work, String hold, Account held) {
        AccountWork one = AccountWork.on(work, held);
        boolean was = work.state().holds().remove(desk.tenant(), hold, held.id());
        if (was && work.state().holds().holdsOf(desk.tenant(), held.id()).isEmpty()) {
            one.happens(new LifecycleEvent.ReleasedFromHold());
        }
        return one.save();
    }

    /** What follows from a release says so in the log. */
    private <T> T act(Function<Work, T> work) {
        return desk.engine().act(new Act(desk.tenant(), null, desk.actor(), null, Cause.HOLD_RELEASE), work);
    }

    private Account lock(Work work, String account) {
        return work.state().accounts().lock(desk.tenant(), account).orElseThrow(() -> Accounts.noAccount(account));
    }

    private LegalHold require(Work work, String id) {
        return work.state()
                .holds()
                .find(desk.tenant(), id)
                .orElseThrow(() -> AdministrationException.notFound("There is no legal hold \"" + id + "\""));
    }
}
