package dev.rollcall.conformance.provisioning;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.rollcall.scim.RollcallBuilder;
import dev.rollcall.scim.jdbi.JdbiStore;
import dev.rollcall.scim.jdbi.testing.TestPostgres;
import dev.rollcall.scim.store.memory.InMemoryStore;
import java.util.UUID;

/** Where a server keeps everything. */
enum Storage {
    MEMORY {
        @Override
        RollcallBuilder in(RollcallBuilder builder) {
            return builder.store(InMemoryStore.create()).provisioning();
        }
    },
    H2 {
        @Override
        RollcallBuilder in(RollcallBuilder builder) {
            return database(builder, "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000");
        }
    },
    POSTGRESQL {
        @Override
        RollcallBuilder in(RollcallBuilder builder) {
            return database(builder, TestPostgres.newSchema());
        }
    };

    /** The builder with a new, empty store of the kind. */
    abstract RollcallBuilder in(RollcallBuilder builder);

    private static RollcallBuilder database(RollcallBuilder builder, String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(12);
        // Ends with the JVM, as the database does.
        return builder.store(JdbiStore.builder(new HikariDataSource(config))
                        .migrate(true)
                        .build())
                .provisioning();
    }
}
