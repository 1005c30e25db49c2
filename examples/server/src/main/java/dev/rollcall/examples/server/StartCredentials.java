package dev.rollcall.examples.server;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The credentials with which a server starts.
 *
 * @param hashes those that it accepts; null for none
 * @param fresh the same in plain, if this start made them; null if not
 */
record StartCredentials(@Nullable ApiCredentials hashes, ApiCredentials.@Nullable Fresh fresh) {
    /**
     * Those that are kept, or else new ones.
     *
     * @param place where they are kept; null for nowhere
     * @param make whether to make some if there are none
     */
    static StartCredentials of(@Nullable KeptCredentials place, boolean make) {
        Optional<ApiCredentials> kept = place == null ? Optional.empty() : place.read();
        if (kept.isPresent() || !make) {
            return new StartCredentials(kept.orElse(null), null);
        }
        ApiCredentials.Fresh fresh = ApiCredentials.Fresh.make();
        if (place == null || place.keep(fresh.hashed())) {
            return new StartCredentials(fresh.hashed(), fresh);
        }
        return new StartCredentials(place.read().orElseThrow(), null);
    }
}
