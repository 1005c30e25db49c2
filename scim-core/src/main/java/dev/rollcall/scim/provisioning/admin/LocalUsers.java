package dev.rollcall.scim.provisioning.admin;

import dev.rollcall.scim.provisioning.account.Account;
import dev.rollcall.scim.provisioning.account.AccountQuery;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.resource.ResourceBuilder;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Users that the host application makes itself. No provider sees them or can touch them. What {@link Accounts} does, it does
 * for them too. Immutable and thread-safe.
 *
 * @param desk where it works
 */
public record LocalUsers(Desk desk) {
    /**
     * Makes a local user, with an account in the default organization that has its default roles.
     *
     * @param user sets the attributes, {@code userName} at least
     * @throws dev.rollcall.scim.error.ScimException as a request would get it: {@code uniqueness} if the userName is taken,
     *     by whomever
     */
    public Resource create(Consumer<ResourceBuilder> user) {
        return new UserRequests(desk).create(user);
    }

    /** Changes a local user; setting {@code active} to false ends the account at once. */
    public Resource update(String id, Consumer<ResourceBuilder> edit) {
        requireLocal(id);
        return new UserRequests(desk).replace(id, edit);
    }

    /**
     * Removes a local user, and ends its account for good; one on legal hold is blocked until it is released.
     */
    public void delete(String id) {
        requireLocal(id);
        new UserRequests(desk).delete(id);
    }

    /** The local accounts, page by page as in {@link Accounts#list}. */
    public List<Account> list(@Nullable String after, int limit) {
        return new Accounts(desk).list(AccountQuery.ALL.onlyLocal(), after, limit);
    }

    private void requireLocal(String id) {
        boolean provisioned = new Accounts(desk)
                .ofUser(id)
                .map(account -> account.provider() != null)
                .orElse(false);
        if (provisioned) {
            throw AdministrationException.refused("User " + id + " is provisioned, and no local user");
        }
    }
}
