package dev.rollcall.scim.jdbi;

import dev.rollcall.scim.jdbi.testing.TestPostgres;
import java.nio.file.Path;

/** The databases that every test of the store runs on. */
enum Database {
    H2 {
        @Override
        String url(Path folder, int lockTimeout) {
            return "jdbc:h2:file:" + folder.resolve("rollcall") + ";LOCK_TIMEOUT=" + lockTimeout;
        }
    },
    POSTGRESQL {
        @Override
        String url(Path folder, int lockTimeout) {
            return TestPostgres.newSchema() + "&options=-c%20lock_timeout=" + lockTimeout;
        }
    };

    /** How long a statement waits for a lock, in milliseconds, unless a test wants it otherwise. */
    static final int PATIENCE = 10_000;

    /** The URL of a new, empty database. */
    abstract String url(Path folder, int lockTimeout);

    /** A new, empty database. */
    TestDatabase in(Path folder) {
        return TestDatabase.at(url(folder, PATIENCE));
    }
}
