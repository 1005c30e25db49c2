package dev.rollcall.scim.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.store.Capabilities;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * What every store must do, whatever it declares. Extend it for a store made of {@link
 * dev.rollcall.scim.store.ResourceStore} alone, and {@link StoreContract} for one with transactions, locks and
 * memberships. Each test has a tenant of its own, so that all can share one store.
 */
public abstract class ResourceStoreContract
        implements ResourceContract,
                ScopeContract,
                UniqueKeyContract,
                QueryContract,
                RangeContract,
                PagingContract,
                ResourceRaceContract {
    private final String tenant = "tenant-" + UUID.randomUUID();

    /** For subclasses. */
    protected ResourceStoreContract() {}

    @Override
    public final String tenant() {
        return tenant;
    }

    @Test
    void what_the_store_declares_is_what_is_tested() {
        Capabilities declared = store().capabilities();

        assertThat(declared.transactions()).isEqualTo(this instanceof TransactionContract);
        assertThat(declared.locks()).isEqualTo(this instanceof LockContract);
        assertThat(declared.memberships()).isEqualTo(this instanceof MembershipContract);
        boolean offered = read(unit -> unit.memberships().isPresent());
        assertThat(offered).isEqualTo(declared.memberships());
    }
}
