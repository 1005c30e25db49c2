package dev.rollcall.scim.jdbi;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Inner keys of tenants, which never change once they are committed. Thread-safe. */
final class TenantCache {
    private static final int LIMIT = 10_000;

    private final Map<String, Long> keys = new ConcurrentHashMap<>();

    Optional<Long> get(String tenant) {
        return Optional.ofNullable(keys.get(tenant));
    }

    void put(String tenant, long key) {
        if (keys.size() >= LIMIT) {
            keys.clear();
        }
        keys.put(tenant, key);
    }
}
