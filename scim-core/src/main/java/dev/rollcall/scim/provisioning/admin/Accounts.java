package dev.rollcall.scim.provisioning.admin;

import dev.rollcall.scim.provisioning.account.Account;
import dev.rollcall.scim.provisioning.account.AccountQuery;
import dev.rollcall.scim.provisioning.engine.AccountWork;
import dev.rollcall.scim.provisioning.engine.Evaluation;
import dev.rollcall.scim.provisioning.engine.RefusalTexts;
import dev.rollcall.scim.provisioning.engine.Work;
import dev.rollcall.scim.provisioning.lifecycle.Effect;
import dev.rollcall.scim.provisioning.lifecycle.LifecycleEvent;
import dev.rollcall.scim.provisioning.lifecycle.Transition;
import dev.rollcall.scim.provisioning.mapping.Assignment;
import dev.rollcall.scim.provisioning.mapping.Occasion;
import dev.rollcall.scim.provisioning.mapping.PlacedBy;
import dev.rollcall.scim.provisioning.mapping.Provenance;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.resource.ResourceBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The accounts of a tenant. Every change is in the sync log, and the host hears of it. Immutable and thread-safe.
 *
 * @param desk where it works
 */
public record Accounts(Desk desk) {
    /** The account of that id. */
    public Optional<Account> find(String id) {
        return desk.look(work -> work.state().accounts().find(desk.tenant(), id));
    }

    /** The account beside a User resource, or beside the one that is gone and had that id last. */
    public Optional<Account> ofUser(String user) {
        return desk.look(work -> work.state().accounts().findByUser(desk.tenant(), user));
    }

    /** The account beside the user of that userName, whatever its case. */
    public Optional<Account> ofUserName(String userName) {
        return desk.look(work -> UserLookUp.byName(work, desk.tenant(), userName)
                .flatMap(user -> work.state().accounts().findByUser(desk.tenant(), user.id())));
    }

    /**
     * Whether somebody may sign in now, to be asked at each sign-in: the account is active or waits for its end, and nothing
     * blocks it. Nobody may sign in without an account.
     *
     * @param user the id of the User resource
     */
    public boolean maySignIn(String user) {
        return ofUser(user)
                .filter(account -> !account.standing().resourceGone())
                .map(Account::maySignIn)
                .orElse(false);
    }

    /**
     * Accounts in the order of their ids.
     *
     * @param after the id of the last one of the page before; null for the first page
     * @param limit at most how many, 1 to 1,000
     */
    public List<Account> list(AccountQuery query, @Nullable String after, int limit) {
        return desk.look(work -> work.state().accounts().list(desk.tenant(), query, after, Limits.page(limit)));
    }

    /** How many accounts there are. */
    public long count(AccountQuery query) {
        return desk.look(work -> work.state().accounts().count(desk.tenant(), query));
    }

    /**
     * Puts an account into an organization by hand. With the method single organization it stays there; the other methods
     * move it again when the provider changes the user next.
     */
    public Account move(String id, String organization) {
        return change(id, (work, account) -> {
            if (work.rules(null).catalogue().usable(organization).isEmpty()) {
                throw AdministrationException.invalid(
                        "There is no active organization \"" + organization + "\" to move the account into");
            }
            account.assign(
                    new Assignment(
                            organization,
                            PlacedBy.ADMIN,
                            account.account().assignment().roles()),
                    null);
        });
    }

    /** Gives an account a role by hand, which no rule takes away. */
    public Account giveRole(String id, String role) {
        return roles(id, role, roles -> {
            roles.put(role, Provenance.MANUAL);
            return roles;
        });
    }

    /** Takes a role away; one that a rule gives comes back when the rule is asked next. */
    public Account takeRole(String id, String role) {
        return change(id, (work, account) -> {
            Map<String, Provenance> roles =
                    new HashMap<>(account.account().assignment().roles());
            roles.remove(role);
            assign(account, roles);
        });
    }

    private Account roles(String id, String role, UnaryOperator<Map<String, Provenance>> change) {
        return change(id, (work, account) -> {
            Organizations.checkRoles(work, desk.tenant(), Set.of(role), "role");
            assign(
                    account,
                    change.apply(new HashMap<>(account.account().assignment().roles())));
        });
    }

    private static void assign(AccountWork account, Map<String, Provenance> roles) {
        Assignment before = account.account().assignment();
        account.assign(new Assignment(before.organization(), before.placedBy(), roles), null);
    }

    /**
     * Ends an account at once, and with it a delay that runs. What the provider last said of the user stays what it said.
     *
     * @throws AdministrationException if it is on legal hold ({@code ACTIVE_LEGAL_HOLD})
     */
    public Account deactivate(String id) {
        return happens(id, new LifecycleEvent.AdministratorDeactivates());
    }

    /**
     * Brings an account back; if it had ended, the rules are asked about it anew.
     *
     * @throws AdministrationException if its user is gone ({@code RESOURCE_GONE})
     */
    public Account reactivate(String id) {
        return desk.act(work -> {
            Account held = work.state().accounts().lock(desk.tenant(), id).orElseThrow(() -> noAccount(id));
            AccountWork account = AccountWork.on(work, held);
            Transition transition = happens(account, new LifecycleEvent.AdministratorReactivates());
            Account back = account.save();
            if (back.provider() != null && transition.effects().contains(Effect.REACTIVATED)) {
                new Evaluation(work, back.provider()).evaluate(List.of(back), Occasion.REACTIVATED);
            }
            return work.state().accounts().find(desk.tenant(), id).orElseThrow();
        });
    }

    /** Lets nobody sign in with it; provisioning never lifts that. */
    public Account block(String id) {
        return happens(id, new LifecycleEvent.AdministratorBlocks());
    }

    /** Takes back {@link #block}. */
    public Account unblock(String id) {
        return happens(id, new LifecycleEvent.AdministratorUnblocks());
    }

    private Account happens(String id, LifecycleEvent event) {
        return change(id, (work, account) -> happens(account, event));
    }

    private static Transition happens(AccountWork account, LifecycleEvent event) {
        Transition transition = account.happens(event);
        if (transition.refusal() != null) {
            throw AdministrationException.refused(RefusalTexts.of(transition.refusal()));
        }
        return transition;
    }

    /**
     * Edits the user beside an account. What a provider sends next overwrites it; {@code active} of a provisioned user is the
     * provider's.
     */
    public Resource editUser(String id, Consumer<ResourceBuilder> edit) {
        Account account = find(id).orElseThrow(() -> noAccount(id));
        return new UserRequests(desk).replace(account.user(), edit);
    }

    private interface Change {
        void on(Work work, AccountWork account);
    }

    private Account change(String id, Change change) {
        return desk.act(work -> {
            Account held = work.state().accounts().lock(desk.tenant(), id).orElseThrow(() -> noAccount(id));
            AccountWork account = AccountWork.on(work, held);
            change.on(work, account);
            return account.save();
        });
    }

    static AdministrationException noAccount(String id) {
        return AdministrationException.notFound("There is no account \"" + id + "\"");
    }
}
