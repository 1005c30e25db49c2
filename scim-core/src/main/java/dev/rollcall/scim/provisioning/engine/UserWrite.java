package dev.rollcall.scim.provisioning.engine;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.patch.ChangeSet;
import dev.rollcall.scim.protocol.GroupGraph;
import dev.rollcall.scim.provisioning.account.Account;
import dev.rollcall.scim.provisioning.lifecycle.Effect;
import dev.rollcall.scim.provisioning.lifecycle.LifecycleEvent;
import dev.rollcall.scim.provisioning.lifecycle.Standing;
import dev.rollcall.scim.provisioning.lifecycle.Transition;
import dev.rollcall.scim.provisioning.mapping.Occasion;
import dev.rollcall.scim.provisioning.provider.ProviderSettings;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.store.Scope;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a write of a User resource means for its account. A provider writes what it owns; without one it is the host, which
 * writes local users, and attributes of provisioned ones until the provider says otherwise.
 */
record UserWrite(Work work, @Nullable String provider) {
    void created(Resource user) {
        Optional<Account> waiting = provider == null
                ? Optional.empty()
                : work.state().accounts().lockWaiting(work.act().tenant(), provider, Users.name(user));
        AccountWork account = waiting.map(held -> returned(held, user)).orElseGet(() -> make(user, provider));
        warn(account, null, user);
        account.save();
    }

    private AccountWork make(Resource user, @Nullable String owner) {
        boolean ended = !Users.active(user) && work.rules(owner).settings().createInactive();
        Standing standing = ended ? Standing.NEW_DEACTIVATED : Standing.NEW;
        return AccountWork.create(work, user, owner, standing, groups(user, owner));
    }

    /** The user was deleted and is there again, under another id, before the account has ended. */
    private AccountWork returned(Account waiting, Resource user) {
        AccountWork account = AccountWork.on(work, waiting);
        account.beside(user);
        account.updated(List.of(), "Made again by the provider while the account was waiting for its end");
        if (Users.active(user)) {
            account.happens(new LifecycleEvent.ResourceReturned());
            account.evaluate(user, groups(user, provider), Occasion.REACTIVATED);
        } else {
            account.happens(new LifecycleEvent.ResourceReturnedInactive());
        }
        return account;
    }

    void updated(Resource before, Resource after, ChangeSet changes) {
        Optional<Account> held = lock(after);
        if (held.isEmpty()) {
            // The user is from before there were accounts; whose it is, only its provider's write tells.
            if (provider != null) {
                created(after);
            }
            return;
        }
        AccountWork account = AccountWork.on(work, held.get());
        account.beside(after);
        account.updated(AttributeTexts.of(changes, after.type()), "Attributes changed");
        boolean was = Users.active(before);
        boolean is = Users.active(after);
        boolean back = is && !was && turnsActive(account);
        if (was && !is) {
            turnsInactive(account);
        }
        if (provider != null && (back || account.isEvaluated())) {
            account.evaluate(after, groups(after, provider), back ? Occasion.REACTIVATED : Occasion.CHANGED);
        }
        warn(account, before, after);
        account.save();
    }

    private void turnsInactive(AccountWork account) {
        if (account.account().provider() == null) {
            refuseIf(account.happens(new LifecycleEvent.AdministratorDeactivates()));
        } else {
            ProviderSettings settings = work.rules(provider).settings();
            account.happens(new LifecycleEvent.ProviderDeactivates(
                    work.now(), settings.deactivationDelay(), settings.blockWhilePending()));
        }
    }

    private boolean turnsActive(AccountWork account) {
        if (account.account().provider() == null) {
            refuseIf(account.happens(new LifecycleEvent.AdministratorReactivates()));
            return false;
        }
        Transition transition = account.happens(new LifecycleEvent.ProviderReactivates());
        return transition.effects().contains(Effect.REACTIVATED);
    }

    private static void refuseIf(Transition transition) {
        if (transition.refusal() != null) {
            throw ScimException.withStatus(409, RefusalTexts.of(transition.refusal()));
        }
    }

    void deleted(Resource user) {
        lock(user).ifPresent(held -> {
            AccountWork account = AccountWork.on(work, held);
            String owner = held.provider();
            ProviderSettings settings = work.rules(owner).settings();
            Duration delay = owner == null ? Duration.ZERO : settings.deactivationDelay();
            Transition transition = account.happens(
                    new LifecycleEvent.ResourceDeleted(work.now(), delay, settings.blockWhilePending()));
            if (transition.effects().isEmpty()) {
                account.updated(List.of(), "The user was deleted; the account was ending already");
            }
            account.save();
        });
    }

    private Optional<Account> lock(Resource user) {
        return work.state().accounts().lockByUsers(work.act().tenant(), List.of(user.id())).stream()
                .findFirst();
    }

    private Set<String> groups(Resource user, @Nullable String owner) {
        if (work.rules(owner).mapping().groups().isEmpty()) {
            return Set.of();
        }
        return GroupGraph.of(
                        work.unit(),
                        new Scope(work.act().tenant(), owner),
                        work.parts().registry())
                .groupsOf(List.of(user.id()))
                .getOrDefault(user.id(), Set.of());
    }

    private void warn(AccountWork account, @Nullable Resource before, Resource after) {
        if (provider != null) {
            UserChecks.warnings(work.rules(provider).settings(), before, after)
                    .forEach(problem -> work.ledger()
                            .warning(account.account().id(), account.account().userName(), problem));
        }
    }
}
