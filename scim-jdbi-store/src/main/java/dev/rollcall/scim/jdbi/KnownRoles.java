package dev.rollcall.scim.jdbi;

import dev.rollcall.scim.provisioning.account.Account;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which roles accounts have in the database, as a unit of work knows that holds them or has made them: so that a new state
 * writes what is different and need not ask first.
 */
final class KnownRoles {
    private record Place(String tenant, String account) {}

    private final Map<Place, Set<String>> known = new HashMap<>();

    Optional<Set<String>> get(Account account) {
        return Optional.ofNullable(known.get(place(account)));
    }

    /** Notes how an account is now. */
    Account put(Account account) {
        known.put(place(account), account.assignment().roles().keySet());
        return account;
    }

    private static Place place(Account account) {
        return new Place(account.tenant(), account.id());
    }
}
