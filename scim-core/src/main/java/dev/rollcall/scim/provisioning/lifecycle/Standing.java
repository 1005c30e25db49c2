package dev.rollcall.scim.provisioning.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where an account stands. Immutable and thread-safe.
 *
 * @param state what it is in
 * @param due when it ends; null if no delay runs. Without one a pending account waits for the release of its legal hold
 * @param blocks why it may not sign in
 * @param onHold whether any legal hold preserves it
 * @param resourceGone whether its User resource has been deleted
 */
public record Standing(
        AccountState state, @Nullable Instant due, Set<BlockReason> blocks, boolean onHold, boolean resourceGone) {
    /** That of a new account. */
    public static final Standing NEW = new Standing(AccountState.ACTIVE, null, Set.of(), false, false);

    /** That of an account that is made deactivated. */
    public static final Standing NEW_DEACTIVATED = new Standing(AccountState.DEACTIVATED, null, Set.of(), false, false);

    /** Copies the set. */
    public Standing {
        blocks = blocks.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(blocks));
    }

    /** Whether somebody may sign in with it now. */
    public boolean maySignIn() {
        return blocks.isEmpty() && (state == AccountState.ACTIVE || state == AccountState.DEACTIVATION_PENDING);
    }

    /** Whether it is kept from ending by a legal hold alone. */
    public boolean awaitsRelease() {
        return state == AccountState.DEACTIVATION_PENDING && due == null;
    }

    Standing pending(Instant newDue) {
        return new Standing(AccountState.DEACTIVATION_PENDING, newDue, blocks, onHold, resourceGone);
    }

    Standing withHold(boolean held) {
        return new Standing(state, due, blocks, held, resourceGone);
    }

    Standing withoutResource() {
        return new Standing(state, due, blocks, onHold, true);
    }

    /** With a resource again; what had ended already needs no other end. */
    Standing withResource() {
        return new Standing(state, state == AccountState.DEACTIVATED ? null : due, blocks, onHold, false);
    }

    Standing withDue(@Nullable Instant newDue) {
        return new Standing(state, newDue, blocks, onHold, resourceGone);
    }

    Standing blocked(BlockReason reason) {
        Set<BlockReason> more = EnumSet.of(reason);
        more.addAll(blocks);
        return new Standing(state, due, more, onHold, resourceGone);
    }

    Standing unblocked(BlockReason... reasons) {
        Set<BlockReason> fewer = new HashSet<>(blocks);
        List.of(reasons).forEach(fewer::remove);
        return new Standing(state, due, fewer, onHold, resourceGone);
    }

    /** In use again, with its resource, without what the pending end had brought. */
    Standing active() {
        Standing free = unblocked(BlockReason.PENDING_DEACTIVATION, BlockReason.LEGAL_HOLD);
        return new Standing(AccountState.ACTIVE, null, free.blocks, onHold, false);
    }

    /** The transition to the end: for good if the resource is gone. */
    Transition ended() {
        AccountState end = resourceGone ? AccountState.DELETED : AccountState.DEACTIVATED;
        Standing free = unblocked(BlockReason.PENDING_DEACTIVATION, BlockReason.LEGAL_HOLD);
        return Transition.to(
                new Standing(end, null, free.blocks, false, resourceGone),
                resourceGone ? Effect.DELETED : Effect.DEACTIVATED);
    }

    /** The transition to this from another, with what became of the blocks said behind the first effect. */
    Transition after(Standing before, Effect first) {
        List<Effect> effects = new ArrayList<>(List.of(first));
        if (!before.blocks.containsAll(blocks)) {
            effects.add(Effect.BLOCKED);
        }
        if (!blocks.containsAll(before.blocks)) {
            effects.add(Effect.UNBLOCKED);
        }
        return new Transition(this, effects, null);
    }
}
