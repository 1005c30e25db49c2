package dev.rollcall.scim.provisioning.store;

import dev.rollcall.scim.provisioning.hold.LegalHold;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps legal holds, and who is in them. Whoever changes that holds the account. */
public interface HoldStore {
    /** Adds a hold. */
    void insert(LegalHold hold);

    /** The hold of that id. */
    Optional<LegalHold> find(String tenant, String id);

    /** Writes a new state of a hold that is there. */
    void replace(LegalHold hold);

    /** The holds of a tenant, in the order of their ids. */
    List<LegalHold> list(String tenant);

    /** Puts an account into a hold; returns whether it was not in it. An account MUST be in a hold at most once. */
    boolean add(String tenant, String hold, String account);

    /** Takes an account out of a hold; returns whether it was in it. */
    boolean remove(String tenant, String hold, String account);

    /** The ids of the holds that an account is in, in their order. */
    List<String> holdsOf(String tenant, String account);

    /**
     * The ids of the accounts in a hold. A page of the accounts in a hold MUST hold those behind the id, in the order of ids,
     * up to its limit.
     */
    List<String> accountsOf(String tenant, String hold, @Nullable String after, int limit);
}
