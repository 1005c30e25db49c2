package dev.rollcall.scim;

import dev.rollcall.scim.protocol.ScimService;
import dev.rollcall.scim.protocol.Settings;

/**
 * A provisioning server for one host application. Immutable and thread-safe; made once, when the application starts.
 *
 * <pre>{@code
 * var rollcall = Rollcall.builder().store(InMemoryStore.create()).build();
 * }</pre>
 */
public final class Rollcall {
    private final ScimService scim;

    Rollcall(Settings settings) {
        this.scim = new ScimService(settings);
    }

    /** Starts with every part on its default, but for the store. */
    public static RollcallBuilder builder() {
        return new RollcallBuilder();
    }

    /**
     * Asks the store for a sign of life, which takes as long as the store does; never throws. To be asked by whoever
     * decides whether this node gets requests.
     */
    public Health health() {
        return Health.of(() -> scim.settings().store().check());
    }

    /** The SCIM protocol, to be mounted by an adapter such as the servlet of {@code scim-servlet}. */
    public ScimService scim() {
        return scim;
    }
}
