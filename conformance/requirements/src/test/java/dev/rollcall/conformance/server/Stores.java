package dev.rollcall.conformance.server;

import dev.rollcall.scim.jdbi.JdbiStore;
import dev.rollcall.scim.store.Store;
import dev.rollcall.scim.store.memory.InMemoryStore;
import java.util.UUID;
import org.h2.jdbcx.JdbcConnectionPool;

/** Where the servers of the tests keep resources: in memory, or in H2 with {@code -Drollcall.requirements.store=h2}. */
final class Stores {
    private Stores() {}

    static Store fresh() {
        String kind = System.getProperty("rollcall.requirements.store", "memory");
        return switch (kind) {
            case "memory" -> InMemoryStore.create();
            case "h2" -> {
                String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
                yield JdbiStore.builder(JdbcConnectionPool.create(url, "sa", ""))
                        .migrate(true)
                        .build();
            }
            default -> throw new IllegalArgumentException("The store is memory or h2, not " + kind);
        };
    }
}
