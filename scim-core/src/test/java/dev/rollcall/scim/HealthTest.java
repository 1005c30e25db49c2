package dev.rollcall.scim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.store.ResourceStore;
import dev.rollcall.scim.store.Scope;
import dev.rollcall.scim.store.StoreQuery;
import dev.rollcall.scim.store.StoredResource;
import dev.rollcall.scim.store.memory.InMemoryStore;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HealthTest {
    private static final IllegalStateException DOWN = new IllegalStateException("no connection");

    /** The six methods, none of which is to be called. */
    private static class NoStore implements ResourceStore {
        @Override
        public void insert(Scope scope, StoredResource resource) {
            throw new AssertionError();
        }

        @Override
        public Optional<Resource> find(Scope scope, ResourceType type, String id) {
            throw new AssertionError();
        }

        @Override
        public boolean replace(Scope scope, StoredResource resource, long expectedVersion) {
            throw new AssertionError();
        }

        @Override
        public boolean delete(Scope scope, ResourceType type, String id, long expectedVersion) {
            throw new AssertionError();
        }

        @Override
        public Stream<Resource> query(Scope scope, StoreQuery query) {
            throw new AssertionError();
        }

        @Override
        public long count(Scope scope, StoreQuery query) {
            throw new AssertionError();
        }
    }

    @Test
    void a_server_is_up_if_its_store_answers() {
        Health health = Rollcall.builder().store(InMemoryStore.create()).build().health();
        assertThat(health).isEqualTo(new Health(true, null));
    }

    @Test
    void a_store_of_six_methods_is_up_unless_it_says_otherwise() {
        assertThat(Rollcall.builder().store(new NoStore()).build().health().up())
                .isTrue();
    }

    @Test
    void a_store_that_cannot_be_reached_is_told_with_the_reason() {
        Health health = Rollcall.builder()
                .store(new NoStore() {
                    @Override
                    public void check() {
                        throw DOWN;
                    }
                })
                .build()
                .health();
        assertThat(health).isEqualTo(new Health(false, DOWN));
    }
}
