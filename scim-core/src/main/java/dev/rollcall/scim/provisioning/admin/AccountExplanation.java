package dev.rollcall.scim.provisioning.admin;

import dev.rollcall.scim.provisioning.account.Account;
import dev.rollcall.scim.provisioning.engine.Rules;
import dev.rollcall.scim.provisioning.mapping.Decision;
import dev.rollcall.scim.provisioning.mapping.Organization;
import dev.rollcall.scim.provisioning.mapping.Provenance;
import java.util.Map;
import java.util.Optional;

/**
 * What the rules say about one account. Immutable and thread-safe.
 *
 * @param account the account as it is
 * @param organization the name of the organization that the rules give it
 * @param roles the ids of the roles that it would have, with where each comes from
 * @param text the rule that decided, the value that it saw, and the alternatives, in a sentence
 * @param decision the same for programs; empty if no rule is asked about the account
 */
public record AccountExplanation(
        Account account, String organization, Map<String, Provenance> roles, String text, Optional<Decision> decision) {
    /** Copies the map. */
    public AccountExplanation {
        roles = Map.copyOf(roles);
    }

    static AccountExplanation unasked(Account account, Rules rules) {
        String organization = account.assignment().organization();
        String name = rules.catalogue()
                .organization(organization)
                .map(Organization::name)
                .orElse(organization);
        String why = account.provider() == null
                ? "No rule is asked about a local account"
                : "No rule is asked about an account that has ended, or waits for its end without a user";
        return new AccountExplanation(account, name, account.assignment().roles(), why, Optional.empty());
    }
}
