package dev.rollcall.scim.jdbi;

import dev.rollcall.scim.store.Store;
import dev.rollcall.scim.testkit.store.DurableContract;
import dev.rollcall.scim.testkit.store.PushDownContract;
import dev.rollcall.scim.testkit.store.SecretContract;
import dev.rollcall.scim.testkit.store.StoreContract;
import org.junit.jupiter.api.AfterAll;

/** The contract on a database. */
abstract class JdbiStoreContract extends StoreContract implements DurableContract, SecretContract, PushDownContract {
    private final TestDatabase database;
    private final Store store;

    JdbiStoreContract(TestDatabase database) {
        this.database = database;
        this.store = database.store();
    }

    @AfterAll
    void close() {
        database.close();
    }

    @Override
    public Store store() {
        return store;
    }

    @Override
    public Store reopened() {
        return database.store();
    }

    @Override
    public Store unreachable() {
        return TestDatabase.gone();
    }
}
