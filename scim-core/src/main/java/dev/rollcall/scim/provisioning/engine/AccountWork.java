package dev.rollcall.scim.provisioning.engine;

import dev.rollcall.scim.provisioning.account.Account;
import dev.rollcall.scim.provisioning.event.EventType;
import dev.rollcall.scim.provisioning.lifecycle.AccountState;
import dev.rollcall.scim.provisioning.lifecycle.Effect;
import dev.rollcall.scim.provisioning.lifecycle.LifecycleEvent;
import dev.rollcall.scim.provisioning.lifecycle.Standing;
import dev.rollcall.scim.provisioning.lifecycle.Transition;
import dev.rollcall.scim.provisioning.log.AttributeChange;
import dev.rollcall.scim.provisioning.log.SyncLogEvent;
import dev.rollcall.scim.provisioning.mapping.Assignment;
import dev.rollcall.scim.provisioning.mapping.Decision;
import dev.rollcall.scim.provisioning.mapping.Destination;
import dev.rollcall.scim.provisioning.mapping.Occasion;
import dev.rollcall.scim.provisioning.mapping.Subject;
import dev.rollcall.scim.resource.Resource;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Changes one account, which the unit of work holds, and notes what that has to say. The account is written when all is
 * done. Not thread-safe.
 */
public final class AccountWork {
    private final Work work;
    private final @Nullable Account before;
    private Account account;

    private AccountWork(Work work, @Nullable Account before, Account account) {
        this.work = work;
        this.before = before;
        this.account = account;
    }

    /** Changes of an account that the unit holds. */
    public static AccountWork on(Work work, Account held) {
        return new AccountWork(work, held, held);
    }

    /** A new account beside a user, with what the rules give it. */
    static AccountWork create(
            Work work, Resource user, @Nullable String provider, Standing standing, Set<String> groups) {
        Subject subject = new Subject(user, groups, null);
        Decision decision = decide(work, subject, provider, Occasion.CREATED);
        Rules rules = work.rules(provider);
        Account made = new Account(
                work.act().tenant(),
                work.parts().ids().get(),
                user.id(),
                Users.name(user),
                Users.displayName(user),
                provider,
                standing,
                assignment(decision),
                work.now(),
                work.now());
        AccountWork created = new AccountWork(work, null, made);
        String where = "in organization \"" + rules.nameOf(made.assignment().organization()) + "\"";
        created.done(
                SyncLogEvent.USER_CREATED,
                List.of(),
                standing.state() == AccountState.ACTIVE
                        ? "Made " + where
                        : "Made deactivated " + where + ", since the provider says that it is not active",
                Explanations.of(decision, rules));
        created.warn(decision);
        work.ledger().event(EventType.ACCOUNT_CREATED, made);
        return created;
    }

    /** The account as it is by now. */
    public Account account() {
        return account;
    }

    /** Takes over what the resource says. */
    void beside(Resource user) {
        account = account.withUser(user.id(), Users.name(user), Users.displayName(user));
    }

    /** Makes it local, or a provider's. */
    public void owned(@Nullable String provider) {
        account = account.withProvider(provider);
    }

    /** Notes that attributes of the user changed. */
    void updated(List<AttributeChange> changes, String message) {
        done(SyncLogEvent.USER_UPDATED, changes, message, null);
        work.ledger().event(EventType.ACCOUNT_UPDATED, account);
    }

    /** Lets something happen to it, and says what that came to. */
    public Transition happens(LifecycleEvent event) {
        Transition transition = event.on(account.standing());
        account = account.withStanding(transition.standing());
        for (Effect effect : transition.effects()) {
            done(LifecycleTexts.logged(effect), List.of(), LifecycleTexts.message(effect, account.standing()), null);
            LifecycleTexts.told(effect).ifPresent(type -> work.ledger().event(type, account));
        }
        return transition;
    }

    /** Whether rules are asked about it: not once it has ended, nor while it waits for its end without a resource. */
    boolean isEvaluated() {
        AccountState state = account.standing().state();
        return account.provider() != null
                && !account.standing().resourceGone()
                && (state == AccountState.ACTIVE || state == AccountState.DEACTIVATION_PENDING);
    }

    /**
     * Asks the rules about it.
     *
     * @param groups the ids of all groups that the user is in
     * @return whether it has another organization or other roles now
     */
    boolean evaluate(Resource user, Set<String> groups, Occasion occasion) {
        Subject subject = new Subject(user, groups, account.assignment());
        Decision decision = decide(work, subject, account.provider(), occasion);
        boolean changed = assign(assignment(decision), Explanations.of(decision, work.rules(account.provider())));
        warn(decision);
        return changed;
    }

    /** Gives it an organization and roles, and says what changed; an explanation if rules gave them. */
    public boolean assign(Assignment after, @Nullable String explanation) {
        Assignment present = account.assignment();
        account = account.withAssignment(after);
        boolean moves = !present.organization().equals(after.organization());
        boolean roles = !present.roles().keySet().equals(after.roles().keySet());
        if (moves) {
            Rules rules = work.rules(account.provider());
            String from = rules.nameOf(present.organization());
            String to = rules.nameOf(after.organization());
            done(
                    SyncLogEvent.ORG_CHANGED,
                    List.of(new AttributeChange("organization", from, to)),
                    AssignmentTexts.moved(from, to, present.placedBy(), explanation != null),
                    explanation);
            work.ledger().event(EventType.ACCOUNT_MOVED, account);
        }
        if (roles) {
            done(
                    SyncLogEvent.ROLES_CHANGED,
                    List.of(new AttributeChange("roles", AssignmentTexts.roles(present), AssignmentTexts.roles(after))),
                    AssignmentTexts.changed(present, after),
                    explanation);
            work.ledger().event(EventType.ACCOUNT_ROLES_CHANGED, account);
        }
        return moves || roles;
    }

    /** Writes the account if it is not what it was; to be called last. */
    public Account save() {
        if (before == null) {
            work.state().accounts().insert(account);
        } else if (!account.equals(before)) {
            account = account.changedAt(work.now());
            work.state().accounts().replace(account);
        }
        return account;
    }

    private static Decision decide(Work work, Subject subject, @Nullable String provider, Occasion occasion) {
        Rules rules = work.rules(provider);
        Decision decision = rules.mapping().decide(subject, rules.catalogue(), occasion);
        if (decision.destination() instanceof Destination.New wanted) {
            OrganizationMaker.make(work, wanted);
            Rules again = work.rules(provider);
            decision = again.mapping().decide(subject, again.catalogue(), occasion);
        }
        return decision;
    }

    private static Assignment assignment(Decision decision) {
        if (!(decision.destination() instanceof Destination.Existing existing)) {
            throw new IllegalStateException("The organization was made and is not there: " + decision.destination());
        }
        return new Assignment(existing.organization().id(), decision.placedBy(), decision.roles());
    }

    private void warn(Decision decision) {
        decision.warnings().forEach(warning -> {
            if (warning.isAboutTheUser() || work.isNews(warning)) {
                work.ledger().warning(account.id(), account.userName(), warning.message());
            }
        });
    }

    private void done(SyncLogEvent event, List<AttributeChange> changes, String message, @Nullable String explanation) {
        work.ledger().done(event, account.id(), account.userName(), changes, message, explanation);
    }
}
