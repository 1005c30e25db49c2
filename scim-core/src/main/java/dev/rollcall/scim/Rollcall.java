package dev.rollcall.scim;

import dev.rollcall.scim.filter.Filter;
import dev.rollcall.scim.protocol.Explanation;
import dev.rollcall.scim.protocol.ScimService;
import dev.rollcall.scim.protocol.Settings;
import dev.rollcall.scim.provisioning.RoleCatalogue;
import dev.rollcall.scim.provisioning.admin.AccountExplanation;
import dev.rollcall.scim.provisioning.admin.Accounts;
import dev.rollcall.scim.provisioning.admin.Desk;
import dev.rollcall.scim.provisioning.admin.Events;
import dev.rollcall.scim.provisioning.admin.Groups;
import dev.rollcall.scim.provisioning.admin.Holds;
import dev.rollcall.scim.provisioning.admin.Jobs;
import dev.rollcall.scim.provisioning.admin.LocalUsers;
import dev.rollcall.scim.provisioning.admin.Mappings;
import dev.rollcall.scim.provisioning.admin.Organizations;
import dev.rollcall.scim.provisioning.admin.Preview;
import dev.rollcall.scim.provisioning.admin.Previews;
import dev.rollcall.scim.provisioning.admin.Providers;
import dev.rollcall.scim.provisioning.admin.SyncLog;
import dev.rollcall.scim.provisioning.admin.Tenants;
import dev.rollcall.scim.provisioning.job.Job;
import dev.rollcall.scim.provisioning.mapping.MappingSettings;
import dev.rollcall.scim.provisioning.provider.ProviderAccess;
import dev.rollcall.scim.schema.ResourceType;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A provisioning server for one host application. Immutable and thread-safe; made once, when the application starts, and
 * closed when it stops.
 *
 * <pre>{@code
 * var rollcall = Rollcall.builder().store(InMemoryStore.create()).build();
 * }</pre>
 */
public final class Rollcall implements AutoCloseable {
    private static final String HOST = "host";

    private final ScimService scim;
    private final ProvisioningSetup.@Nullable Installed provisioning;
    private final @Nullable String baseUrl;
    private final String actor;

    Rollcall(Settings settings, ProvisioningSetup.@Nullable Installed provisioning, @Nullable String baseUrl) {
        this(new ScimService(settings), provisioning, baseUrl, HOST);
    }

    private Rollcall(
            ScimService scim,
            ProvisioningSetup.@Nullable Installed provisioning,
            @Nullable String baseUrl,
            String actor) {
        this.scim = scim;
        this.provisioning = provisioning;
        this.baseUrl = baseUrl;
        this.actor = actor;
    }

    /** Starts with every part on its default, but for the store. */
    public static RollcallBuilder builder() {
        return new RollcallBuilder();
    }

    /**
     * Asks the store for a sign of life, which takes as long as the store does; never throws. To be asked by whoever
     * decides whether this node gets requests.
     */
    public Health health() {
        return Health.of(() -> scim.settings().store().check());
    }

    /**
     * Who answers which part of a filter on one type: what the store does itself, what narrows the resources that it gives,
     * and what is left to core. To be asked by a developer who wonders what a filter costs.
     *
     * @param resourceType the name, such as {@code User}
     * @param filter the filter as a client sends it
     * @throws IllegalArgumentException if there is no such type
     * @throws dev.rollcall.scim.error.ScimException {@code invalidFilter} if the filter is malformed or does not fit the type
     */
    public Explanation explainFilter(String resourceType, String filter) {
        ResourceType type = scim.settings().registry().resourceType(resourceType);
        return Explanation.of(scim.settings().store(), type, Filter.parse(filter));
    }

    /**
     * The same server for what one administrator does: the name stands in the sync log. Otherwise it is {@value #HOST}.
     */
    public Rollcall actingAs(String administrator) {
        return new Rollcall(scim, provisioning, baseUrl, Objects.requireNonNull(administrator));
    }

    /**
     * Does all that is due in the background now, on this thread: for a host that has a scheduler of its own, with {@link
     * dev.rollcall.scim.provisioning.Background#MANUAL}, and for tests. What fails is told to the {@link
     * dev.rollcall.scim.provisioning.FailureListener} and tried again with the next call. Not to be called within a unit of
     * work.
     *
     * @return how much was done; 0 if nothing was due, or provisioning is not switched on
     */
    public int runDue() {
        return provisioning == null ? 0 : provisioning.worker().runDue();
    }

    /**
     * Ends the work in the background, after what is under way; what is left is done by another node, or after the next
     * start. Requests are still answered. Does nothing if it was called before.
     */
    @Override
    public void close() {
        if (provisioning != null) {
            provisioning.worker().close();
        }
    }

    /** What provisioning did, skipped and refused in a tenant. */
    public SyncLog syncLog(String tenant) {
        return new SyncLog(desk(tenant));
    }

    /** The events that are on their way to the listeners. */
    public Events events() {
        return new Events(installed().engine().parts());
    }

    /** The customers of the host application. */
    public Tenants tenants() {
        return new Tenants(installed().engine(), scim, installed().access(), actor);
    }

    /** The provisioning providers of a tenant. */
    public Providers providers(String tenant) {
        return new Providers(desk(tenant), installed().access(), baseUrl == null ? "" : baseUrl);
    }

    /** The rules of a provider. */
    public Mappings mappings(String tenant, String provider) {
        return new Mappings(desk(tenant), provider);
    }

    /** The accounts of a tenant, and what can be done about each. */
    public Accounts accounts(String tenant) {
        return new Accounts(desk(tenant));
    }

    /** The users that the host makes itself. */
    public LocalUsers localUsers(String tenant) {
        return new LocalUsers(desk(tenant));
    }

    /** The organizations of a tenant. */
    public Organizations organizations(String tenant) {
        return new Organizations(desk(tenant));
    }

    /** The roles that accounts can have. */
    public RoleCatalogue roles() {
        return installed().engine().parts().roles();
    }

    /** The groups that providers have pushed. */
    public Groups groups(String tenant) {
        return new Groups(desk(tenant));
    }

    /** The legal holds of a tenant. */
    public Holds holds(String tenant) {
        return new Holds(desk(tenant));
    }

    /** What goes on in the background for a tenant. */
    public Jobs jobs(String tenant) {
        return new Jobs(desk(tenant));
    }

    /**
     * Applies the rules of a provider to all of its active accounts, in the background; {@link #jobs} tells how far it has
     * come. Accounts that an administrator has moved stay; {@link Jobs#apply} can bring them back.
     */
    public Job apply(String tenant, String provider) {
        return jobs(tenant).apply(provider, false);
    }

    /** What {@link #apply} would do now, without doing it. */
    public Preview preview(String tenant, String provider) {
        return new Previews(desk(tenant)).of(provider, settings -> settings, false);
    }

    /**
     * What applying settings would do that are not set yet.
     *
     * @param includeMoved whether accounts that an administrator has moved would be brought back
     */
    public Preview preview(String tenant, String provider, MappingSettings settings, boolean includeMoved) {
        return new Previews(desk(tenant)).of(provider, present -> settings, includeMoved);
    }

    /**
     * Why an account has its organization and its roles.
     *
     * @param user the id of the User resource
     */
    public AccountExplanation explain(String tenant, String user) {
        return new Previews(desk(tenant)).explain(user);
    }

    private ProvisioningSetup.Installed installed() {
        if (provisioning == null) {
            throw new IllegalStateException(
                    "Provisioning is not switched on; call provisioning() on the builder of Rollcall");
        }
        return provisioning;
    }

    /** What an administrator of a tenant works with. */
    private Desk desk(String tenant) {
        return new Desk(installed().engine(), scim, tenant, actor);
    }

    /** Whose the credentials of providers are, for an adapter; empty if provisioning is not switched on. */
    public Optional<ProviderAccess> access() {
        return Optional.ofNullable(provisioning).map(ProvisioningSetup.Installed::access);
    }

    /** The public URL of the SCIM service, without a slash at its end; empty if the builder was not told. */
    public Optional<String> baseUrl() {
        return Optional.ofNullable(baseUrl);
    }

    /** The SCIM protocol, to be mounted by an adapter such as the servlet of {@code scim-servlet}. */
    public ScimService scim() {
        return scim;
    }
}
