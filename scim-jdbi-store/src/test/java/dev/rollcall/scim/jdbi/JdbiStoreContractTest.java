package dev.rollcall.scim.jdbi;

import dev.rollcall.scim.store.Store;
import dev.rollcall.scim.testkit.store.SecretContract;
import dev.rollcall.scim.testkit.store.StoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class JdbiStoreContractTest extends StoreContract implements SecretContract {
    @TempDir
    private static Path folder;

    private static TestDatabase database;
    private static Store store;

    @BeforeParameterizedClassInvocation
    static void open(Database kind) {
        database = kind.in(folder);
        store = database.store();
    }

    @AfterParameterizedClassInvocation
    static void close() {
        database.close();
    }

    JdbiStoreContractTest(Database kind) {}

    @Override
    public Store store() {
        return store;
    }
}
