package dev.rollcall.scim.jdbi;

/**
 * How a database is read from end to end, and kept from others.
 *
 * @param snapshot the isolation in which a transaction sees all tables as they were at its beginning
 * @param streaming switches on for a connection that results are not gathered first; empty if a fetch size will do
 * @param gathering switches it off again
 * @param lock keeps others from writing to some tables; empty if nobody else can be there
 */
record CopyRules(int snapshot, String streaming, String gathering, String lock) {}
