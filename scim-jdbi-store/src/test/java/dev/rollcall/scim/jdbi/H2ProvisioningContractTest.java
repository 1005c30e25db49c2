package dev.rollcall.scim.jdbi;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class H2ProvisioningContractTest extends JdbiProvisioningContract {
    H2ProvisioningContractTest(@TempDir Path folder) {
        super(Database.H2.in(folder));
    }
}
