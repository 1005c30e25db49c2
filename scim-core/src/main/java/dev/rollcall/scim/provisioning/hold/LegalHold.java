package dev.rollcall.scim.provisioning.hold;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A matter that preserves the data of accounts: while one is in any, it is not deactivated. Immutable and thread-safe.
 *
 * @param tenant whose it is
 * @param id its id
 * @param name what people call the matter
 * @param created when
 * @param released when it was over, and nobody is in it any more; null while it is in force
 */
public record LegalHold(
        String tenant,
        String id,
        String name,
        Instant created,
        @Nullable Instant released) {
    /** Checks that all is there. */
    public LegalHold {
        Objects.requireNonNull(tenant);
        Objects.requireNonNull(id);
        Objects.requireNonNull(created);
        if (name.isBlank()) {
            throw new IllegalArgumentException("A legal hold needs a name");
        }
    }

    /** The same, over. */
    public LegalHold releasedAt(Instant now) {
        return new LegalHold(tenant, id, name, created, now);
    }
}
