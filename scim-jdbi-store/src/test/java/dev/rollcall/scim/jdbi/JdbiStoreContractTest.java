package dev.rollcall.scim.jdbi;

import dev.rollcall.scim.store.Store;
import dev.rollcall.scim.testkit.store.StoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class JdbiStoreContractTest extends StoreContract {
    @TempDir
    private static Path folder;

    private static TestDatabase database;
    private static Store store;

    @BeforeAll
    static void open() {
        database = TestDatabase.in(folder);
        store = database.store();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Override
    public Store store() {
        return store;
    }
}
