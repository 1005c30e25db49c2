package dev.rollcall.scim.jdbi;

import dev.rollcall.scim.provisioning.store.ProvisioningStore;
import dev.rollcall.scim.store.Store;
import dev.rollcall.scim.testkit.provisioning.ProvisioningContract;
import org.junit.jupiter.api.AfterAll;

/** The contract of provisioning on a database. */
abstract class JdbiProvisioningContract extends ProvisioningContract {
    private final TestDatabase database;
    private final JdbiStore store;

    JdbiProvisioningContract(TestDatabase database) {
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
    public ProvisioningStore provisioning() {
        return store;
    }
}
