package dev.rollcall.scim.jdbi;

import dev.rollcall.scim.store.Store;
import dev.rollcall.scim.testkit.store.MembershipFixture;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A test with a database of its own, once on each kind. */
@ParameterizedClass
@EnumSource(Database.class)
abstract class JdbiTest implements MembershipFixture {
    @Parameter
    protected Database kind;

    @TempDir
    protected Path folder;

    private @Nullable String url;
    private @Nullable TestDatabase database;
    private @Nullable Store store;

    @BeforeEach
    void create() {
        url = kind.url(folder, lockTimeout());
        open();
    }

    void open() {
        database = TestDatabase.at(Objects.requireNonNull(url));
        store = database.store();
    }

    @AfterEach
    void close() {
        database().close();
    }

    /** How long a statement waits for a lock, in milliseconds. */
    int lockTimeout() {
        return Database.PATIENCE;
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
