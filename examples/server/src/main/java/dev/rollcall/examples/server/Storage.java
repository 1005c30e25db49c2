package dev.rollcall.examples.server;

import com.zaxxer.hikari.HikariDataSource;
import dev.rollcall.scim.jdbi.JdbiStore;
import dev.rollcall.scim.store.Store;
import dev.rollcall.scim.store.memory.InMemoryStore;
import org.jspecify.annotations.Nullable;

/**
 * A store, and what goes with it.
 *
 * @param credentials where the credentials are kept; null in memory
 * @param closing what is to be closed at the end
 */
record Storage(Store store, @Nullable KeptCredentials credentials, Runnable closing) implements AutoCloseable {
    /** Storage where the data is. */
    static Storage in(DataPlace place) {
        if (place instanceof DataPlace.Memory) {
            return new Storage(InMemoryStore.create(), null, () -> {});
        }
        HikariDataSource pool = Pools.of(place);
        return new Storage(store(pool, place), KeptCredentials.in(place, pool), pool::close);
    }

    private static Store store(HikariDataSource pool, DataPlace place) {
        try {
            return JdbiStore.builder(pool).migrate(true).build();
        } catch (RuntimeException e) {
            pool.close();
            throw Pools.cannotOpen(place, e);
        }
    }

    @Override
    public void close() {
        closing.run();
    }
}
