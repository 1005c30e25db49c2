package dev.rollcall.scim.provisioning.account;

import dev.rollcall.scim.provisioning.lifecycle.Standing;
import dev.rollcall.scim.provisioning.mapping.Assignment;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the host application knows a person by: the record beside a User resource, which it can outlive. Immutable and
 * thread-safe.
 *
 * @param tenant whose it is
 * @param id its own id, which never changes
 * @param user the id of the User resource; of one that is gone, the last
 * @param userName the userName of the resource, or the last
 * @param displayName what people call the user; null if the resource does not say
 * @param provider the provider that owns it; null for a local one
 * @param standing its state, blocks and end
 * @param assignment its organization and its roles, with where they came from
 * @param created when
 * @param changed when it was changed last
 */
public record Account(
        String tenant,
        String id,
        String user,
        String userName,
        @Nullable String displayName,
        @Nullable String provider,
        Standing standing,
        Assignment assignment,
        Instant created,
        Instant changed) {
    /** Checks that all is there. */
    public Account {
        Objects.requireNonNull(tenant);
        Objects.requireNonNull(id);
        Objects.requireNonNull(user);
        Objects.requireNonNull(userName);
        Objects.requireNonNull(standing);
        Objects.requireNonNull(assignment);
        Objects.requireNonNull(created);
        Objects.requireNonNull(changed);
    }

    /** How it came to be. */
    public Origin origin() {
        return provider == null ? Origin.LOCAL : Origin.PROVISIONED;
    }

    /** Whether somebody may sign in with it now. */
    public boolean maySignIn() {
        return standing.maySignIn();
    }

    /** The same standing elsewhere. */
    public Account withStanding(Standing newStanding) {
        return new Account(
                tenant, id, user, userName, displayName, provider, newStanding, assignment, created, changed);
    }

    /** The same with another organization or other roles. */
    public Account withAssignment(Assignment newAssignment) {
        return new Account(
                tenant, id, user, userName, displayName, provider, standing, newAssignment, created, changed);
    }

    /** The same beside that resource. */
    public Account withUser(String newUser, String newUserName, @Nullable String newDisplayName) {
        return new Account(
                tenant, id, newUser, newUserName, newDisplayName, provider, standing, assignment, created, changed);
    }

    /** The same with another owner; null makes it local. */
    public Account withProvider(@Nullable String newProvider) {
        return new Account(
                tenant, id, user, userName, displayName, newProvider, standing, assignment, created, changed);
    }

    /** The same, changed at that time. */
    public Account changedAt(Instant now) {
        return new Account(tenant, id, user, userName, displayName, provider, standing, assignment, created, now);
    }
}
