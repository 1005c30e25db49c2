package dev.rollcall.scim.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.store.Store;
import dev.rollcall.scim.store.StoreQuery;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The capability {@link dev.rollcall.scim.store.Capabilities#durable}: what keeps the resources is not the process. */
public interface DurableContract extends StoreFixture {
    /**
     * Another store on what keeps the resources, as the next process makes it: without anything that {@link #store} has in
     * memory. Both can be used from then on.
     */
    Store reopened();

    /** A store of the kind whose database, or whatever it is, cannot be reached. */
    Store unreachable();

    @EachType
    default void what_a_durable_store_has_committed_must_be_there_after_the_process_has_ended(ResourceType type) {
        Resource anna = resource(type, "u1", "anna");
        insert(owner("okta"), anna);
        insert(host(), resource(type, "u2", "ben"));
        delete(host(), resource(type, "u2", "ben"), 1);
        Store next = reopened();

        // A store that declares schemas has types of its own in each process.
        ResourceType itsType = next.schemas().orElse(registry()).resourceType(type.name());
        Resource found = next.read(unit -> unit.resources().find(owner("okta"), itsType, "u1"))
                .orElseThrow();
        assertThat(found.toString()).isEqualTo(anna.toString());
        assertThat(found.meta()).isEqualTo(anna.meta());
        long counted = next.read(unit -> unit.resources().count(host(), StoreQuery.all(itsType)));
        assertThat(counted).isEqualTo(1);
    }

    @Test
    default void a_secret_outlives_the_process() {
        Optional<byte[]> secret = store().secret(tenant());
        Optional<byte[]> again = reopened().secret(tenant());

        assertThat(again.map(HexFormat.of()::formatHex)).isEqualTo(secret.map(HexFormat.of()::formatHex));
    }

    @Test
    default void a_check_must_throw_any_runtime_exception_if_what_keeps_the_resources_cannot_be_reached() {
        store().check();

        assertThatThrownBy(() -> unreachable().check()).isInstanceOf(RuntimeException.class);
    }
}
