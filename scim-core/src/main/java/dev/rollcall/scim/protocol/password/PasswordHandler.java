package dev.rollcall.scim.protocol.password;

import dev.rollcall.scim.protocol.Caller;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.store.UnitOfWork;

/**
 * Takes over the passwords that clients set (RFC 7643 §4.1.1 {@code password}); without one they are dropped. The handler
 * hashes the password and keeps the hash. The host compares at log-in with what
 * {@link dev.rollcall.scim.resource.precis.Precis#opaqueString} makes of the text that a person types.
 *
 * <p>It is called last before the commit. What it writes through the unit of work commits or rolls back with the
 * resource; it MUST have no other effect, because it is called again for the same request if a race was lost. A store
 * without transactions does not undo what a PUT or PATCH wrote before a refusal. Implementations MUST be thread-safe, and MUST NOT
 * log the password.
 */
@FunctionalInterface
public interface PasswordHandler {
    /**
     * A password that is about to be set.
     *
     * @param caller who sets it
     * @param requestId names the request
     * @param unit the unit of work of the write
     * @param user the user as it will be stored, with its id
     * @param password the new password; wiped after the call
     */
    record Change(Caller caller, String requestId, UnitOfWork unit, Resource user, Password password) {}

    /**
     * Sets the password.
     *
     * @throws PasswordRefusedException if the host does not take it
     */
    void set(Change change);
}
