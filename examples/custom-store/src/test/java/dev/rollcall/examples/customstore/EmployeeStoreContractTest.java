package dev.rollcall.examples.customstore;

import dev.rollcall.scim.store.Store;
import dev.rollcall.scim.testkit.store.ResourceStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;

class EmployeeStoreContractTest extends ResourceStoreContract {
    private final HostDatabase database;
    private final Store store;

    EmployeeStoreContractTest(@TempDir Path folder) {
        database = HostDatabase.in(folder);
        store = Store.of(new EmployeeStore(database.jdbi()));
    }

    @Override
    public Store store() {
        return store;
    }

    @AfterAll
    void close() {
        database.close();
    }
}
