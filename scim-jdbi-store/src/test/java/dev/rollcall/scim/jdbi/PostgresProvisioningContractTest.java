package dev.rollcall.scim.jdbi;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class PostgresProvisioningContractTest extends JdbiProvisioningContract {
    PostgresProvisioningContractTest(@TempDir Path folder) {
        super(Database.POSTGRESQL.in(folder));
    }
}
