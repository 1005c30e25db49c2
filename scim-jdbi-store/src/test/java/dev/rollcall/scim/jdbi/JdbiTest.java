package dev.rollcall.scim.jdbi;

import dev.rollcall.scim.store.Store;
import dev.rollcall.scim.testkit.store.MembershipFixture;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A test with a database of its own. */
abstract class JdbiTest implements MembershipFixture {
    @TempDir
    protected Path folder;

    private @Nullable TestDatabase database;
    private @Nullable Store store;

    @BeforeEach
    void open() {
        database = TestDatabase.in(folder, settings());
        store = database.store();
    }

    @AfterEach
    void close() {
        database().close();
    }

    /** What follows the URL. */
    String settings() {
        return "";
    }

    TestDatabase database() {
        return Objects.requireNonNull(database);
    }

    @Override
    public Store store() {
        return Objects.requireNonNull(store);
    }

    @Override
    public String tenant() {
        return "acme";
    }
}
