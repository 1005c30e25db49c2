package dev.rollcall.scim.provisioning.account;

import dev.rollcall.scim.provisioning.lifecycle.AccountState;
import org.jspecify.annotations.Nullable;

/**
 * Which accounts of a tenant; what is null does not matter. Immutable and thread-safe.
 *
 * @param provider the id of the provider that owns them
 * @param local whether only local ones are meant; not together with a provider
 * @param organization the id of their organization
 * @param role the id of a role that they have
 * @param state what they are in
 */
public record AccountQuery(
        @Nullable String provider,
        boolean local,
        @Nullable String organization,
        @Nullable String role,
        @Nullable AccountState state) {
    /** All of them. */
    public static final AccountQuery ALL = new AccountQuery(null, false, null, null, null);

    /** Checks that it can be asked. */
    public AccountQuery {
        if (local && provider != null) {
            throw new IllegalArgumentException("A local account has no provider; ask for either");
        }
    }

    /** Those of a provider. */
    public static AccountQuery ofProvider(String id) {
        return new AccountQuery(id, false, null, null, null);
    }

    /** The same, local ones only. */
    public AccountQuery onlyLocal() {
        return new AccountQuery(null, true, organization, role, state);
    }

    /** The same in an organization. */
    public AccountQuery inOrganization(String id) {
        return new AccountQuery(provider, local, id, role, state);
    }

    /** The same with a role. */
    public AccountQuery withRole(String id) {
        return new AccountQuery(provider, local, organization, id, state);
    }

    /** The same in a state. */
    public AccountQuery inState(AccountState newState) {
        return new AccountQuery(provider, local, organization, role, newState);
    }

    /** Whether an account is among them. */
    public boolean matches(Account account) {
        return (provider == null || provider.equals(account.provider()))
                && (!local || account.provider() == null)
                && (organization == null
                        || organization.equals(account.assignment().organization()))
                && (role == null || account.assignment().roles().containsKey(role))
                && (state == null || state == account.standing().state());
    }
}
