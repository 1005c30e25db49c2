package dev.rollcall.scim.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.store.Store;
import dev.rollcall.scim.store.memory.InMemoryStore;
import org.junit.jupiter.api.Test;

class InMemoryStoreTest extends StoreContract {
    private final Store store = InMemoryStore.create();

    @Override
    public Store store() {
        return store;
    }

    @Test
    void it_does_not_claim_to_outlive_the_process() {
        assertThat(store.capabilities().durable()).isFalse();
    }
}
