package dev.rollcall.scim.protocol;

import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.store.DuplicateKeyException;
import dev.rollcall.scim.store.StoredResource;
import dev.rollcall.scim.store.UnitOfWork;

/** Writes documents with their keys; a refusal says which of them is taken, for whoever hears of refusals. */
final class KeyedWrites {
    private KeyedWrites() {}

    static void insert(Exchange exchange, UnitOfWork unit, Resource document) {
        StoredResource stored = exchange.keys().stored(document);
        try {
            unit.resources().insert(exchange.scope(), stored);
        } catch (DuplicateKeyException e) {
            throw e.of(stored);
        }
    }

    static boolean replace(Exchange exchange, UnitOfWork unit, Resource document, long expectedVersion) {
        StoredResource stored = exchange.keys().stored(document);
        try {
            return unit.resources().replace(exchange.scope(), stored, expectedVersion);
        } catch (DuplicateKeyException e) {
            throw e.of(stored);
        }
    }
}
