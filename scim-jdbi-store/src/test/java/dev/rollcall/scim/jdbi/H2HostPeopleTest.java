package dev.rollcall.scim.jdbi;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class H2HostPeopleTest extends HostPeopleContract {
    H2HostPeopleTest(@TempDir Path folder) {
        super(Database.H2.in(folder));
    }
}
