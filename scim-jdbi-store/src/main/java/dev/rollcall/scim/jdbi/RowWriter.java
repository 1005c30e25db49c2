package dev.rollcall.scim.jdbi;

import dev.rollcall.scim.store.StoredResource;

/** Writes the row of a resource and, if that was written, its keys in the table of keys. */
interface RowWriter {
    /**
     * Adds a resource that has no keys yet.
     *
     * @param insert adds one row to {@code scim_resource}, or none
     * @return whether it added it
     */
    boolean insert(Sql insert, long tenant, StoredResource stored);

    /**
     * Puts the keys in the place of those that the resource had.
     *
     * @param update changes one row of {@code scim_resource}, or none
     * @return whether it changed it
     */
    boolean replace(Sql update, long tenant, StoredResource stored);
}
