package dev.rollcall.scim.provisioning.admin;

import dev.rollcall.scim.provisioning.engine.ProviderRelease;
import dev.rollcall.scim.provisioning.engine.Work;
import dev.rollcall.scim.provisioning.mapping.MappingSettings;
import dev.rollcall.scim.provisioning.provider.Credential;
import dev.rollcall.scim.provisioning.provider.NewProvider;
import dev.rollcall.scim.provisioning.provider.Provider;
import dev.rollcall.scim.provisioning.provider.ProviderAccess;
import dev.rollcall.scim.provisioning.provider.ProviderSettings;
import dev.rollcall.scim.provisioning.tenant.Tenant;
import dev.rollcall.scim.store.DuplicateKeyException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The provisioning providers of one tenant. A change holds at once on this node, and within {@link ProviderAccess#LONGEST} on
 * all others. Thread-safe.
 *
 * <p>Every method throws {@link AdministrationException} {@code NOT_FOUND} if the tenant is not there, and all but {@link
 * #find} also if the provider that they are about is not.
 */
public final class Providers {
    /** Accounts that one unit of work releases. */
    private static final int AT_ONCE = 500;

    private final Desk desk;
    private final ProviderAccess access;
    private final String baseUrl;

    /** Made by {@code Rollcall}. */
    public Providers(Desk desk, ProviderAccess access, String baseUrl) {
        this.desk = desk;
        this.access = access;
        this.baseUrl = baseUrl;
    }

    /** The same as {@code add(settings.apiCredentials())}: a provider that logs in with a user name and a password. */
    public CreatedProvider add(ProviderSettings settings) {
        return add(settings.apiCredentials());
    }

    /**
     * Adds a provider with its first credential. Its users go to the default organization until mappings are set.
     *
     * @throws AdministrationException {@code EXISTS} if the tenant has a provider of that display name, whatever its case
     */
    public CreatedProvider add(NewProvider wanted) {
        return named(
                wanted.settings(),
                () -> desk.act(work -> {
                    Tenant tenant = Lookups.hold(work);
                    Provider provider = new Provider(
                            desk.tenant(), work.newId(), wanted.settings(), MappingSettings.DEFAULT, true, work.now());
                    work.state().providers().insert(provider);
                    CreatedCredential credential = CredentialMaker.make(work, provider, wanted.credentials(), null);
                    work.revise(tenant);
                    return new CreatedProvider(provider, baseUrl, credential);
                }));
    }

    /** The providers, the oldest first. */
    public List<Provider> list() {
        return desk.look(work -> work.state().providers().list(desk.tenant()));
    }

    /** The provider of that id. */
    public Optional<Provider> find(String id) {
        return desk.look(work -> work.state().providers().find(desk.tenant(), id));
    }

    /** What the provider logs in with. Whether it is there is looked up by each operation. */
    public Credentials credentials(String id) {
        return new Credentials(desk, access, id);
    }

    /**
     * Changes settings of a provider: {@code change(id, to -> to.deactivationDelay(Duration.ofHours(1)))}. A deactivation
     * that is pending keeps the delay that it began with.
     *
     * @throws IllegalArgumentException if a value is out of its range; the message names the setting and what is allowed
     * @throws AdministrationException {@code EXISTS} if another provider has the display name
     */
    public Provider change(String id, Consumer<ProviderSettings.Changes> changes) {
        return replaceSettings(id, settings -> settings.with(changes));
    }

    /** Puts other settings in the place of all that were set; otherwise as {@link #change}. */
    public Provider settings(String id, ProviderSettings settings) {
        return replaceSettings(id, before -> settings);
    }

    private Provider replaceSettings(String id, UnaryOperator<ProviderSettings> how) {
        return replace(id, provider -> provider.withSettings(how.apply(provider.settings())));
    }

    /** Accepts the provider's credentials again. */
    public Provider enable(String id) {
        return replace(id, provider -> provider.withEnabled(true));
    }

    /** Accepts none of the provider's credentials until it is enabled again; nothing else changes. */
    public Provider disable(String id) {
        return replace(id, provider -> provider.withEnabled(false));
    }

    private Provider replace(String id, UnaryOperator<Provider> how) {
        Provider changed = act(id, (work, before) -> {
            Provider after = how.apply(before);
            try {
                work.state().providers().replace(after);
            } catch (DuplicateKeyException e) {
                throw taken(after.settings());
            }
            return after;
        });
        access.forget(desk.tenant(), id);
        return changed;
    }

    /**
     * Deletes a provider with its credentials, its mappings and its groups. Its users stay exactly as they are, without a
     * look at any rule, and become local; so do their accounts, whose roles count as given by hand. Pending deactivations still
     * fall due. If it is cut off, the provider is left disabled and part of its accounts is local; call it again.
     */
    public void delete(String id) {
        Provider provider = act(id, (work, before) -> {
            for (Credential credential : work.state().credentials().list(desk.tenant(), id)) {
                work.state().credentials().delete(desk.tenant(), credential.id());
            }
            Provider closed = before.withEnabled(false);
            work.state().providers().replace(closed);
            new ProviderRelease(work, closed).cancelJobs();
            return closed;
        });
        access.forget(desk.tenant(), id);
        int released;
        do {
            released = desk.act(id, work -> new ProviderRelease(work, provider).accounts(AT_ONCE));
        } while (released > 0);
        act(id, (work, closed) -> {
            ProviderRelease release = new ProviderRelease(work, closed);
            // Requests that were let in before can have made some more.
            int late;
            do {
                late = release.accounts(AT_ONCE);
            } while (late > 0);
            release.finish(desk.scim().settings());
            return closed;
        });
        access.forget(desk.tenant(), id);
    }

    @FunctionalInterface
    private interface Change {
        Provider apply(Work work, Provider before);
    }

    /** Changes a provider while the unit of work holds the tenant, whose next revision tells all nodes. */
    private Provider act(String id, Change change) {
        return desk.act(id, work -> {
            Tenant tenant = Lookups.hold(work);
            Provider result = change.apply(work, Lookups.provider(work, id));
            work.revise(tenant);
            return result;
        });
    }

    private static <T> T named(ProviderSettings settings, Supplier<T> add) {
        try {
            return add.get();
        } catch (DuplicateKeyException e) {
            throw e.path().equals("displayName") ? taken(settings) : e;
        }
    }

    private static AdministrationException taken(ProviderSettings settings) {
        return AdministrationException.exists("There is a provider \"" + settings.displayName()
                + "\" already; display names of a tenant differ in more than case");
    }
}
