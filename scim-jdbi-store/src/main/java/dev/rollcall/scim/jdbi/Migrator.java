package dev.rollcall.scim.jdbi;

import dev.rollcall.scim.store.ConflictException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Applies the migrations that a database has not seen. Several may run at once, in this process or another. */
final class Migrator {
    private static final String INSERT_LOCK = """
            insert into scim_migration_lock (id)
            select 1 where not exists (select 1 from scim_migration_lock)""";

    private static final String CREATE_HISTORY = """
            create table if not exists scim_migration (
                version int primary key,
                name varchar not null,
                checksum varchar not null,
                applied_at timestamp with time zone default current_timestamp not null
            )""";

    private static final Logger LOG = LoggerFactory.getLogger(Migrator.class);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Connections connections;
    private final List<Migration> migrations;

    Migrator(Connections connections) {
        this(connections, Migration.of(connections.dialect()));
    }

    Migrator(Connections connections, List<Migration> migrations) {
        this.connections = connections;
        this.migrations = migrations;
    }

    void run() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                connections.inAutoCommit(Migrator::prepare);
                // The lock has a connection of its own, since H2 commits, and lets go of it, with each statement that
                // changes a table.
                connections.inTransaction(lock -> {
                    lock.run(h -> h.createQuery("select id from scim_migration_lock where id = 1 for update")
                            .mapTo(Integer.class)
                            .one());
                    return connections.inAutoCommit(this::applyAll);
                });
                return;
            } catch (ConflictException e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
                LOG.debug("Another node is migrating: trying again", e);
            }
        }
    }

    private static boolean prepare(Statements statements) {
        statements.run(h -> h.execute("create table if not exists scim_migration_lock (id int primary key)"));
        statements.run(h -> h.execute(INSERT_LOCK));
        statements.run(h -> h.execute(CREATE_HISTORY));
        return true;
    }

    private boolean applyAll(Statements statements) {
        Map<Integer, String> applied = checksums(statements);
        for (Migration migration : migrations) {
            String checksum = applied.get(migration.version());
            if (checksum == null) {
                apply(statements, migration);
            } else if (!checksum.equals(migration.checksum())) {
                throw new IllegalStateException("Migration " + migration.name() + " was applied with the checksum "
                        + checksum + ", but the file now has " + migration.checksum()
                        + ": a file that was applied must not change");
            }
        }
        return true;
    }

    private static Map<Integer, String> checksums(Statements statements) {
        Map<Integer, String> checksums = new HashMap<>();
        statements
                .run(h -> h.createQuery("select version, checksum from scim_migration")
                        .map((row, context) -> Map.entry(row.getInt(1), row.getString(2)))
                        .list())
                .forEach(entry -> checksums.put(entry.getKey(), entry.getValue()));
        return checksums;
    }

    /** Without Jdbi, which looks for parameters in comments too. */
    private static void execute(Statements statements, String sql) {
        statements.jdbc(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute(sql);
            }
        });
    }

    private static void apply(Statements statements, Migration migration) {
        for (String sql : migration.statements()) {
            try {
                execute(statements, sql);
            } catch (IllegalStateException e) {
                throw new IllegalStateException("Migration " + migration.name() + " failed: " + e.getMessage(), e);
            }
        }
        statements.run(h -> h.createUpdate(
                        "insert into scim_migration (version, name, checksum) values (:version, :name, :checksum)")
                .bind("version", migration.version())
                .bind("name", migration.name())
                .bind("checksum", migration.checksum())
                .execute());
        LOG.info("Applied migration {}", migration.name());
    }
}
