package dev.rollcall.scim.jdbi;

import dev.rollcall.scim.store.ConflictException;
import dev.rollcall.scim.store.Store;
import java.security.SecureRandom;
import java.util.Optional;

/** Random bytes that the nodes of a database share, made by whichever asks first. Thread-safe. */
final class Secrets {
    private static final String SELECT = "select secret from scim_secret where name = :name";

    private static final String INSERT = """
            insert into scim_secret (name, secret)
            select cast(:name as varchar), cast(:secret as %s)
            where not exists (select 1 from scim_secret where name = :name)""";

    private final Connections connections;

    Secrets(Connections connections) {
        this.connections = connections;
    }

    byte[] get(String name) {
        return find(name).orElseGet(() -> {
            make(name);
            return find(name).orElseThrow(() -> new IllegalStateException("The secret is gone again: " + name));
        });
    }

    private Optional<byte[]> find(String name) {
        return connections.inAutoCommit(statements -> statements.run(h ->
                h.createQuery(SELECT).bind("name", name).mapTo(byte[].class).findOne()));
    }

    private void make(String name) {
        byte[] secret = new byte[Store.SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        try {
            connections.inTransaction(statements -> statements.run(
                    h -> h.createUpdate(INSERT.formatted(statements.dialect().binary()))
                            .bind("name", name)
                            .bind("secret", secret)
                            .execute()));
        } catch (ConflictException e) {
            // Another node was faster: its secret is the one.
        }
    }
}
