package dev.rollcall.scim.jdbi;

import dev.rollcall.scim.store.Store;
import dev.rollcall.scim.testkit.store.DurableContract;
import dev.rollcall.scim.testkit.store.ResourceStoreContract;
import dev.rollcall.scim.testkit.store.SecretContract;
import dev.rollcall.scim.testkit.store.TransactionContract;
import org.junit.jupiter.api.AfterAll;

/** The contract on tables of the host's own. */
abstract class HostPeopleContract extends ResourceStoreContract
        implements TransactionContract, DurableContract, SecretContract {
    private final TestDatabase database;
    private final Store store;

    HostPeopleContract(TestDatabase database) {
        this.database = database;
        HostPeople.create(database);
        this.store = reopened();
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
        return HostPeople.store(database);
    }

    @Override
    public Store unreachable() {
        return TestDatabase.gone();
    }
}
