package dev.rollcall.scim.jdbi;

import dev.rollcall.scim.provisioning.account.Account;
import dev.rollcall.scim.provisioning.lifecycle.AccountState;
import dev.rollcall.scim.provisioning.lifecycle.Standing;
import dev.rollcall.scim.provisioning.store.ProvisioningCodec;
import dev.rollcall.scim.resource.Collation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The columns of an account. */
record AccountRow(Account account) {
    /** What the column of the provider holds for a local account. */
    static final String LOCAL = "";

    /** Behind the keys, in the order of {@link #values}. */
    static final String COLUMNS = "user_id, provider, organization, state, waiting_name, due, document";

    static final String PARAMETERS = "?, ?, ?, ?, ?, cast(? as bigint), ?";

    static final String ASSIGNMENTS = "user_id = ?, provider = ?, organization = ?, state = ?, waiting_name = ?,"
            + " due = cast(? as bigint), document = ?";

    @Nullable
    Object[] values() {
        Standing standing = account.standing();
        return new Object[] {
            account.user(),
            account.provider() == null ? LOCAL : account.provider(),
            account.assignment().organization(),
            standing.state().name(),
            waitingName(),
            millis(standing.due()),
            ProvisioningCodec.encode(account)
        };
    }

    /** The prepared userName of one that a new user of that name comes back to; null if none can. */
    private @Nullable String waitingName() {
        boolean waits = account.standing().resourceGone() && account.standing().state() != AccountState.DELETED;
        return waits ? waitingName(account.userName()) : null;
    }

    static String waitingName(String userName) {
        return KeyText.of(Collation.key(userName, false));
    }

    private static @Nullable Long millis(@Nullable Instant time) {
        return time == null ? null : time.toEpochMilli();
    }
}
