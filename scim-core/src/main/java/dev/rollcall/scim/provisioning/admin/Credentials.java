package dev.rollcall.scim.provisioning.admin;

import dev.rollcall.scim.provisioning.engine.Work;
import dev.rollcall.scim.provisioning.provider.Credential;
import dev.rollcall.scim.provisioning.provider.CredentialType;
import dev.rollcall.scim.provisioning.provider.Provider;
import dev.rollcall.scim.provisioning.provider.ProviderAccess;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What one provider logs in with: any number of credentials of either type. A change holds at once on this node, and within
 * {@link ProviderAccess#LONGEST} on all others. Thread-safe.
 *
 * <p>Every method throws {@link AdministrationException} {@code NOT_FOUND} if the tenant, the provider or the credential is
 * not there.
 */
public final class Credentials {
    private final Desk desk;
    private final ProviderAccess access;
    private final String provider;

    Credentials(Desk desk, ProviderAccess access, String provider) {
        this.desk = desk;
        this.access = access;
        this.provider = provider;
    }

    /** The credentials, those that are over too, the oldest first; of secrets there is only the hash. */
    public List<Credential> list() {
        return desk.look(work -> {
            Lookups.provider(work, provider);
            return work.state().credentials().list(desk.tenant(), provider);
        });
    }

    /** Adds a credential that does not end. */
    public CreatedCredential add(CredentialType type) {
        return add(type, null);
    }

    /**
     * Adds a credential.
     *
     * @param expires from when on it is not accepted; null for never
     * @throws AdministrationException {@code INVALID} if it would have ended already
     */
    public CreatedCredential add(CredentialType type, @Nullable Instant expires) {
        return change((work, owner) -> {
            requireFuture(work, expires);
            return CredentialMaker.make(work, owner, type, expires);
        });
    }

    /**
     * Makes another credential of the same type in the place of one, which is accepted for a while longer, so that nothing
     * fails until the identity provider has the new one.
     *
     * @param oldUntil from when on the old one is not accepted, unless it ends before; now or earlier ends it at once
     * @throws AdministrationException {@code REFUSED} if the old one is over already
     */
    public CreatedCredential rotate(String id, Instant oldUntil) {
        return change((work, owner) -> {
            Credential old = valid(work, id);
            boolean endsBefore = old.expires() != null && old.expires().isBefore(oldUntil);
            work.state().credentials().replace(endsBefore ? old : old.withExpires(oldUntil));
            return CredentialMaker.make(work, owner, old.type(), null);
        });
    }

    /**
     * Sets when a credential ends.
     *
     * @param end from when on it is not accepted; null for never
     * @throws AdministrationException {@code REFUSED} if it was revoked, or has ended
     */
    public Credential expire(String id, @Nullable Instant end) {
        return replace(id, credential -> credential.withExpires(end));
    }

    /** Ends a credential for good. Does nothing if it was revoked before. */
    public Credential revoke(String id) {
        return change((work, owner) -> {
            Credential present = Lookups.credential(work, provider, id);
            if (present.revoked() != null) {
                return present;
            }
            Credential revoked = present.revokedAt(work.now());
            work.state().credentials().replace(revoked);
            return revoked;
        });
    }

    /** Removes a credential that is not to be listed any more; it is accepted no longer. */
    public void delete(String id) {
        change((work, owner) -> {
            work.state()
                    .credentials()
                    .delete(
                            desk.tenant(),
                            Lookups.credential(work, provider, id).id());
            return id;
        });
    }

    private Credential replace(String id, UnaryOperator<Credential> how) {
        return change((work, owner) -> {
            Credential changed = how.apply(valid(work, id));
            work.state().credentials().replace(changed);
            return changed;
        });
    }

    private Credential valid(Work work, String id) {
        Credential credential = Lookups.credential(work, provider, id);
        if (!credential.isValidAt(work.now())) {
            throw AdministrationException.refused("Credential \"" + credential.userName() + "\" is over; add another");
        }
        return credential;
    }

    private static void requireFuture(Work work, @Nullable Instant expires) {
        if (expires != null && !expires.isAfter(work.now())) {
            throw AdministrationException.invalid(
                    "expires must be after now, which is " + work.now() + ", not " + expires);
        }
    }

    /** Holds the tenant, so that of two changes of one credential neither is lost. */
    private <T> T change(BiFunction<Work, Provider, T> how) {
        T result = desk.act(work -> {
            Lookups.hold(work);
            return how.apply(work, Lookups.provider(work, provider));
        });
        access.forget(desk.tenant(), provider);
        return result;
    }
}
