package dev.rollcall.examples.server;

import com.zaxxer.hikari.HikariDataSource;
import dev.rollcall.scim.jdbi.JdbiStore;
import dev.rollcall.scim.store.Store;
import dev.rollcall.scim.store.memory.InMemoryStore;

/**
 * A store, and what goes with it.
 *
 * @param closing what is to be closed at the end
 */
record Storage(Store store, Runnable closing) implements AutoCloseable {
    /** Storage where the data is. */
    static Storage in(DataPlace place) {
        if (place instanceof DataPlace.Memory) {
            return new Storage(InMemoryStore.create(), () -> {});
        }
        HikariDataSource pool = Pools.of(place);
        return new Storage(store(pool, place), pool::close);
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
