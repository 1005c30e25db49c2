package dev.rollcall.scim.protocol;

import dev.rollcall.scim.patch.ChangeSet;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.store.UnitOfWork;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes part in every write, inside of its unit of work: what it writes commits or rolls back with the resource. It can
 * be called again for the same request if a race was lost, so it has no effect outside of the unit of work.
 * Implementations MUST be thread-safe.
 */
@FunctionalInterface
public interface WriteListener {
    /**
     * A write that is under way.
     *
     * @param caller who writes
     * @param requestId names the request
     * @param unit the unit of work of the write
     * @param before the resource as it is stored; null for a new one
     * @param after the resource as it will be; null for one that goes
     */
    record Write(
            Caller caller,
            String requestId,
            UnitOfWork unit,
            @Nullable Resource before,
            @Nullable Resource after) {}

    /**
     * Before the resource is written. Not called for a write that changes nothing.
     *
     * @return what is to be done once everything is written
     * @throws dev.rollcall.scim.error.ScimException to refuse the write; the client gets it as it is
     */
    AfterWrite beforeWrite(Write write);

    /**
     * Members were passed over, since their ids name no resource that the caller sees; also where nothing else is written.
     *
     * @param write the write of the group; its {@code after} is the group as it will be
     * @param unknown the ids
     */
    default void membersSkipped(Write write, List<String> unknown) {}

    /** What a listener does about one write after everything was written, and before the commit. */
    @FunctionalInterface
    interface AfterWrite {
        /** Does nothing. */
        AfterWrite NOTHING = changes -> {};

        /**
         * Called with what the write really changed.
         *
         * @throws dev.rollcall.scim.error.ScimException to undo the write; the client gets it as it is
         */
        void afterWrite(ChangeSet changes);
    }
}
