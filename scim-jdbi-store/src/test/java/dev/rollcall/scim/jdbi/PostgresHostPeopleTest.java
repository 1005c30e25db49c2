package dev.rollcall.scim.jdbi;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class PostgresHostPeopleTest extends HostPeopleContract {
    PostgresHostPeopleTest(@TempDir Path folder) {
        super(Database.POSTGRESQL.in(folder));
    }
}
