package dev.rollcall.scim.store;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Those who want to know how a unit of work ends; for stores, which give each of their units one. Belongs to the thread of
 * the unit.
 */
public final class Endings {
    private final Deque<UnitOfWork.Ending> waiting = new ArrayDeque<>();
    private boolean open = true;

    /** Without anybody. */
    public Endings() {}

    /**
     * Adds somebody.
     *
     * @throws IllegalStateException if the unit has ended
     */
    public void add(UnitOfWork.Ending ending) {
        if (!open) {
            throw new IllegalStateException("The unit of work has ended");
        }
        waiting.push(ending);
    }

    /**
     * Does all of a unit's work, its commit included, and tells everybody how it ended: well if this returns. Who fails to
     * take it does not keep it from the others.
     */
    public <T> T around(Supplier<T> work) {
        T result;
        try {
            result = work.get();
        } catch (Throwable failure) {
            RuntimeException trouble = tell(false);
            if (trouble != null) {
                failure.addSuppressed(trouble);
            }
            throw failure;
        }
        RuntimeException trouble = tell(true);
        if (trouble != null) {
            throw trouble;
        }
        return result;
    }

    private @Nullable RuntimeException tell(boolean committed) {
        open = false;
        RuntimeException first = null;
        while (!waiting.isEmpty()) {
            try {
                waiting.pop().ended(committed);
            } catch (RuntimeException e) {
                if (first == null) {
                    first = e;
                } else {
                    first.addSuppressed(e);
                }
            }
        }
        return first;
    }
}
