package dev.rollcall.scim.provisioning.store;

import dev.rollcall.scim.provisioning.account.Account;
import dev.rollcall.scim.provisioning.account.AccountQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps accounts. Whoever changes one holds it first, so that nobody decides by what is not true any more. One unit of work at a
 * time MUST hold an account. An account that is held MUST come as it was committed last.
 */
public interface AccountStore {
    /** Adds an account. */
    void insert(Account account);

    /** The account of that id. */
    Optional<Account> find(String tenant, String id);

    /** The account beside that User resource, or beside the one that is gone and had the id last. */
    Optional<Account> findByUser(String tenant, String user);

    /** The same for several resources, by the id of each. Without an implementation of its own, one by one. */
    default Map<String, Account> findByUsers(String tenant, Collection<String> users) {
        Map<String, Account> found = new HashMap<>();
        users.forEach(user -> findByUser(tenant, user).ifPresent(account -> found.put(user, account)));
        return found;
    }

    /** The account of that id, held until the unit of work ends. */
    Optional<Account> lock(String tenant, String id);

    /**
     * The accounts beside those User resources, held until the unit of work ends; ids without an account are passed
     * over. Accounts that are held together MUST be held, and come, in the order of their ids. Then nobody waits for
     * ever.
     */
    List<Account> lockByUsers(String tenant, Collection<String> users);

    /**
     * The account of a provider whose User resource is gone and which has not ended for good, held until the unit of work
     * ends. The userName of a waiting account MUST be compared as its key is, without its case.
     */
    Optional<Account> lockWaiting(String tenant, String provider, String userName);

    /** Writes a new state of an account that the unit holds. */
    void replace(Account account);

    /**
     * Accounts that the query describes. A page of accounts MUST hold those behind the id, in the order of ids, up to its
     * limit.
     */
    List<Account> list(String tenant, AccountQuery query, @Nullable String after, int limit);

    /** How many accounts the query describes. */
    long count(String tenant, AccountQuery query);

    /**
     * Accounts of all tenants whose standing has a {@code due} that is not after the time, held until the unit of work ends.
     * Those that another unit holds are passed over, where they can be held one by one. Of those who claim at the same time
     * one alone MUST get an account.
     */
    List<Account> claimDue(Instant now, int limit);
}
