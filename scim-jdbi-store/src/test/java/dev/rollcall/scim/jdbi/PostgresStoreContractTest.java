package dev.rollcall.scim.jdbi;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class PostgresStoreContractTest extends JdbiStoreContract {
    PostgresStoreContractTest(@TempDir Path folder) {
        super(Database.POSTGRESQL.in(folder));
    }
}
