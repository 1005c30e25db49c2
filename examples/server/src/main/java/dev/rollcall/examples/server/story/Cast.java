package dev.rollcall.examples.server.story;

import dev.rollcall.scim.Rollcall;
import dev.rollcall.scim.provisioning.account.Account;
import dev.rollcall.scim.provisioning.mapping.Organization;
import java.util.TreeSet;

/**
 * What the application knows of the people of the story.
 *
 * @param rollcall what it asks
 * @param tenant the customer
 */
record Cast(Rollcall rollcall, String tenant) {
    Account account(String user) {
        return rollcall.accounts(tenant)
                .ofUser(user)
                .orElseThrow(() -> new StoryException("User " + user + " has no account"));
    }

    /** Organization and roles, in words. */
    String place(String user) {
        Account account = account(user);
        String organization = rollcall.organizations(tenant)
                .find(account.assignment().organization())
                .map(Organization::name)
                .orElse("?");
        return organization + " " + new TreeSet<>(account.assignment().roles().keySet());
    }

    /** State and blocks, in words. */
    String standing(String user) {
        Account account = account(user);
        return account.standing().state() + " " + account.standing().blocks()
                + (account.maySignIn() ? ", may sign in" : ", may not sign in");
    }
}
