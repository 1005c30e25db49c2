package dev.rollcall.scim.provisioning.lifecycle;

import java.time.Duration;
import java.time.Instant;

/**
 * Something that can move an account from one state to another. What a provider says again, and what comes too late, does
 * nothing. Immutable and thread-safe.
 */
public sealed interface LifecycleEvent {
    /** What the event does to an account that stands there. */
    Transition on(Standing before);

    /**
     * The provider turned {@code active} to false: the delay begins, and until it is over the account is blocked if that
     * is wanted.
     *
     * @param at when
     * @param delay how long access can still be brought back; zero ends it at once
     * @param blocks whether the account may not sign in meanwhile
     */
    record ProviderDeactivates(Instant at, Duration delay, boolean blocks) implements LifecycleEvent {
        @Override
        public Transition on(Standing before) {
            return before.state() == AccountState.ACTIVE
                    ? begin(before, before, at, delay, blocks)
                    : Transition.nothing(before);
        }

        static Transition begin(Standing before, Standing from, Instant at, Duration delay, boolean blocks) {
            Standing pending = from.pending(at.plus(delay));
            if (delay.isZero()) {
                return new FallsDue(at).on(pending);
            }
            Standing after = blocks ? pending.blocked(BlockReason.PENDING_DEACTIVATION) : pending;
            return after.after(before, Effect.DEACTIVATION_SCHEDULED);
        }
    }

    /** The provider turned {@code active} to true. */
    record ProviderReactivates() implements LifecycleEvent {
        @Override
        public Transition on(Standing before) {
            return before.resourceGone() ? Transition.nothing(before) : back(before);
        }

        static Transition back(Standing before) {
            return switch (before.state()) {
                case ACTIVE, DELETED -> Transition.nothing(before);
                case DEACTIVATION_PENDING -> before.active().after(before, Effect.DEACTIVATION_CANCELLED);
                case DEACTIVATED -> before.active().after(before, Effect.REACTIVATED);
            };
        }
    }

    /**
     * The provider deleted the User resource: the account waits out the delay, one that runs already as well, and ends for
     * good.
     *
     * @param at when
     * @param delay as in {@link ProviderDeactivates}
     * @param blocks likewise
     */
    record ResourceDeleted(Instant at, Duration delay, boolean blocks) implements LifecycleEvent {
        @Override
        public Transition on(Standing before) {
            if (before.resourceGone()) {
                return Transition.nothing(before);
            }
            Standing alone = before.withoutResource();
            return switch (before.state()) {
                case ACTIVE -> ProviderDeactivates.begin(before, alone, at, delay, blocks);
                case DEACTIVATION_PENDING, DELETED -> Transition.to(alone);
                case DEACTIVATED -> delay.isZero() ? alone.ended() : Transition.to(alone.withDue(at.plus(delay)));
            };
        }
    }

    /** The provider made the user again while the account was waiting, which is now that of the new resource. */
    record ResourceReturned() implements LifecycleEvent {
        @Override
        public Transition on(Standing before) {
            return before.resourceGone() ? ProviderReactivates.back(before) : Transition.nothing(before);
        }
    }

    /**
     * The provider made the user again while the account was waiting, but not active: the account has a resource again, and
     * its end comes as it would have.
     */
    record ResourceReturnedInactive() implements LifecycleEvent {
        @Override
        public Transition on(Standing before) {
            boolean waits = before.resourceGone() && before.state() != AccountState.DELETED;
            return waits ? Transition.to(before.withResource()) : Transition.nothing(before);
        }
    }

    /**
     * The delay is over.
     *
     * @param now the time; before the account's {@code due} nothing happens
     */
    record FallsDue(Instant now) implements LifecycleEvent {
        @Override
        public Transition on(Standing before) {
            Instant due = before.due();
            if (due == null || now.isBefore(due)) {
                return Transition.nothing(before);
            }
            if (before.state() == AccountState.DEACTIVATION_PENDING && before.onHold()) {
                Standing waiting = before.withDue(null)
                        .unblocked(BlockReason.PENDING_DEACTIVATION)
                        .blocked(BlockReason.LEGAL_HOLD);
                return Transition.to(waiting, Effect.BLOCKED);
            }
            return before.ended();
        }
    }

    /** An administrator ends the account, without a delay. */
    record AdministratorDeactivates() implements LifecycleEvent {
        @Override
        public Transition on(Standing before) {
            if (before.state() == AccountState.DEACTIVATED || before.state() == AccountState.DELETED) {
                return Transition.nothing(before);
            }
            return before.onHold() ? Transition.refused(before, Refusal.ACTIVE_LEGAL_HOLD) : before.ended();
        }
    }

    /** An administrator brings the account back. */
    record AdministratorReactivates() implements LifecycleEvent {
        @Override
        public Transition on(Standing before) {
            return before.resourceGone()
                    ? Transition.refused(before, Refusal.RESOURCE_GONE)
                    : ProviderReactivates.back(before);
        }
    }

    /** An administrator blocks the account. */
    record AdministratorBlocks() implements LifecycleEvent {
        @Override
        public Transition on(Standing before) {
            return before.state() == AccountState.DELETED || before.blocks().contains(BlockReason.ADMIN)
                    ? Transition.nothing(before)
                    : Transition.to(before.blocked(BlockReason.ADMIN), Effect.BLOCKED);
        }
    }

    /** An administrator takes back a block of that kind. */
    record AdministratorUnblocks() implements LifecycleEvent {
        @Override
        public Transition on(Standing before) {
            return before.blocks().contains(BlockReason.ADMIN)
                    ? Transition.to(before.unblocked(BlockReason.ADMIN), Effect.UNBLOCKED)
                    : Transition.nothing(before);
        }
    }

    /** The account comes under its first legal hold. */
    record PutOnHold() implements LifecycleEvent {
        @Override
        public Transition on(Standing before) {
            return before.state() == AccountState.DEACTIVATED || before.state() == AccountState.DELETED
                    ? Transition.refused(before, Refusal.ENDED)
                    : Transition.to(before.withHold(true));
        }
    }

    /** The last legal hold of the account is released; if it has fallen due meanwhile, it ends now. */
    record ReleasedFromHold() implements LifecycleEvent {
        @Override
        public Transition on(Standing before) {
            return before.awaitsRelease() ? before.ended() : Transition.to(before.withHold(false));
        }
    }
}
