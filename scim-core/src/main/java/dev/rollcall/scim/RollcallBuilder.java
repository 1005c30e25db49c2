package dev.rollcall.scim;

import dev.rollcall.scim.codec.Limits;
import dev.rollcall.scim.protocol.BulkLimits;
import dev.rollcall.scim.protocol.Caller;
import dev.rollcall.scim.protocol.DerivedAttributes;
import dev.rollcall.scim.protocol.Links;
import dev.rollcall.scim.protocol.Options;
import dev.rollcall.scim.protocol.Paging;
import dev.rollcall.scim.protocol.RefusalListener;
import dev.rollcall.scim.protocol.ServiceDescription;
import dev.rollcall.scim.protocol.Settings;
import dev.rollcall.scim.protocol.WriteListener;
import dev.rollcall.scim.protocol.password.PasswordHandler;
import dev.rollcall.scim.protocol.password.PasswordPolicy;
import dev.rollcall.scim.protocol.password.Passwords;
import dev.rollcall.scim.provisioning.Background;
import dev.rollcall.scim.provisioning.FailureListener;
import dev.rollcall.scim.provisioning.OrganizationCatalogue;
import dev.rollcall.scim.provisioning.ProvisioningMeter;
import dev.rollcall.scim.provisioning.Role;
import dev.rollcall.scim.provisioning.RoleCatalogue;
import dev.rollcall.scim.provisioning.engine.AccountExtension;
import dev.rollcall.scim.provisioning.event.DeliveryPolicy;
import dev.rollcall.scim.provisioning.event.EventListener;
import dev.rollcall.scim.provisioning.store.ProvisioningStore;
import dev.rollcall.scim.query.Cursors;
import dev.rollcall.scim.schema.ResourceTypeBundle;
import dev.rollcall.scim.schema.ResourceTypeDefinition;
import dev.rollcall.scim.schema.Schema;
import dev.rollcall.scim.schema.SchemaRegistry;
import dev.rollcall.scim.store.ResourceStore;
import dev.rollcall.scim.store.Store;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Builds a {@link Rollcall}. Only the store has no default. Not thread-safe. */
public final class RollcallBuilder {
    private static final String CURSOR_SECRET = "cursors";
    private static final String USER = "User";

    private final SchemaRegistry.Builder schemas = SchemaRegistry.builder();
    private final ProvisioningSetup provisioning = new ProvisioningSetup();
    private final List<WriteListener> listeners = new ArrayList<>();
    private final List<RefusalListener> refusals = new ArrayList<>();
    private final List<DerivedAttributes> derived = new ArrayList<>();
    private boolean registered;
    private @Nullable SchemaRegistry wholeRegistry;
    private @Nullable Store store;
    private Function<Caller, Options> options = caller -> Options.DEFAULT;
    private Limits limits = Limits.DEFAULT;
    private BulkLimits bulk = BulkLimits.DEFAULT;
    private Paging paging = Paging.DEFAULT;
    private List<byte[]> cursorKeys = List.of();
    private Duration cursorTimeout = Cursors.DEFAULT_TIMEOUT;
    private InstantSource clock = InstantSource.system();
    private @Nullable Supplier<String> ids;
    private Passwords passwords = Passwords.DROPPED;
    private ServiceDescription about = ServiceDescription.NONE;
    private @Nullable String baseUrl;

    RollcallBuilder() {}

    /**
     * Where resources are kept. If the store declares schemas ({@link Store#schemas}), the server has those, and takes no
     * others.
     */
    public RollcallBuilder store(Store newStore) {
        this.store = Objects.requireNonNull(newStore);
        return this;
    }

    /** Keeps resources in tables of the host's own, through the six methods of the smallest store. */
    public RollcallBuilder store(ResourceStore resources) {
        return store(Store.of(resources));
    }

    /** All schemas and resource types, in the place of the standard ones; nothing else can be registered then. */
    public RollcallBuilder schemas(SchemaRegistry registry) {
        this.wholeRegistry = Objects.requireNonNull(registry);
        return this;
    }

    /** Registers a schema that a resource type is to use. */
    public RollcallBuilder schema(Schema schema) {
        schemas.schema(schema);
        registered = true;
        return this;
    }

    /** Registers a resource type; its schemas are registered too, before or after. */
    public RollcallBuilder resourceType(ResourceTypeDefinition definition) {
        schemas.resourceType(definition);
        registered = true;
        return this;
    }

    /** Registers a resource type with the schemas that it brings along. */
    public RollcallBuilder resourceType(ResourceTypeBundle bundle) {
        schemas.resourceType(bundle);
        registered = true;
        return this;
    }

    /** Registers a schema as an extension that a resource of the type, such as {@code User}, may have. */
    public RollcallBuilder extension(String resourceType, Schema schema) {
        schemas.extension(resourceType, schema);
        registered = true;
        return this;
    }

    /** Registers a schema as an extension that each resource of the type must have (RFC 7643 §6). */
    public RollcallBuilder requiredExtension(String resourceType, Schema schema) {
        schemas.extension(resourceType, schema, true);
        registered = true;
        return this;
    }

    /** How every caller is treated; default {@link Options#DEFAULT}. */
    public RollcallBuilder options(Options newOptions) {
        Objects.requireNonNull(newOptions);
        return options(caller -> newOptions);
    }

    /**
     * How each caller is treated; asked once a request, so it must be fast. With provisioning, a provider is treated as its
     * {@link dev.rollcall.scim.provisioning.provider.ProviderSettings} say, and this is asked about all others.
     */
    public RollcallBuilder options(Function<Caller, Options> newOptions) {
        this.options = Objects.requireNonNull(newOptions);
        return this;
    }

    /** What one request body may cost; default {@link Limits#DEFAULT}. */
    public RollcallBuilder limits(Limits newLimits) {
        this.limits = Objects.requireNonNull(newLimits);
        return this;
    }

    /** How large a bulk request may be; default {@link BulkLimits#DEFAULT}, and {@link BulkLimits#OFF} for none. */
    public RollcallBuilder bulk(BulkLimits newLimits) {
        this.bulk = Objects.requireNonNull(newLimits);
        return this;
    }

    /** How large a page is; default {@link Paging#DEFAULT}. */
    public RollcallBuilder paging(Paging newPaging) {
        this.paging = Objects.requireNonNull(newPaging);
        return this;
    }

    /**
     * The key that seals cursors (RFC 9865); default the one that the store keeps for all its nodes ({@link
     * Store#secret}). If it keeps none, as the one in memory, the default is a random key, which no other node and no
     * later start has, so that cursors end with the process; nodes that answer for one another must then be given the
     * same key.
     *
     * @param key 16 random bytes or more, which nobody else knows
     * @param older keys of before: cursors sealed with them are still taken, so that a key can be changed without ending
     *     walks. Roll a new key out as an older one first, so that every node knows it when the first one uses it
     * @throws IllegalArgumentException if a key is shorter
     */
    public RollcallBuilder cursorKey(byte[] key, byte[]... older) {
        List<byte[]> keys = new ArrayList<>(List.of(key.clone()));
        for (byte[] one : older) {
            keys.add(one.clone());
        }
        this.cursorKeys = keys;
        return this;
    }

    /**
     * How long a cursor is taken after the page that it came with, shown as {@code cursorTimeout} (RFC 9865 §4); default
     * an hour.
     *
     * @param timeout a second at least; parts of a second are not shown
     */
    public RollcallBuilder cursorTimeout(Duration timeout) {
        this.cursorTimeout = Objects.requireNonNull(timeout);
        return this;
    }

    /** The time for metadata; default the system's. */
    public RollcallBuilder clock(InstantSource newClock) {
        this.clock = Objects.requireNonNull(newClock);
        return this;
    }

    /**
     * Makes ids of resources; default time-ordered UUIDs. An id is made once ever, never holds {@code bulkId}, and has no
     * characters above U+D7FF, of which databases have orders of their own.
     */
    public RollcallBuilder ids(Supplier<String> newIds) {
        this.ids = Objects.requireNonNull(newIds);
        return this;
    }

    /**
     * Where people read about the service, shown in {@code /ServiceProviderConfig}; default nowhere.
     *
     * @throws IllegalArgumentException if it is no http or https URL
     */
    public RollcallBuilder documentationUri(String uri) {
        String scheme = URI.create(uri).getScheme();
        if (!"https".equalsIgnoreCase(scheme) && !"http".equalsIgnoreCase(scheme)) {
            throw new IllegalArgumentException("The documentation must be at an http or https URL, not " + uri);
        }
        about = about.withDocumentationUri(uri);
        return this;
    }

    /**
     * The public URL of the SCIM service, such as {@code https://people.example.com/scim/v2}: what a new provider is told, and
     * what the locations of resources begin with unless the servlet is told otherwise. Default: nobody knows, new providers
     * come with an empty base URL, and locations begin with what each request was sent to.
     *
     * @param url http or https, without query and fragment; a slash at its end does not count
     * @throws IllegalArgumentException if it is no such URL
     */
    public RollcallBuilder baseUrl(String url) {
        this.baseUrl = Links.checkedBaseUrl(url);
        return this;
    }

    /** Adds someone who takes part in every write. */
    public RollcallBuilder writeListener(WriteListener listener) {
        listeners.add(Objects.requireNonNull(listener));
        return this;
    }

    /** Adds someone who hears of requests that were not done. */
    public RollcallBuilder refusalListener(RefusalListener listener) {
        refusals.add(Objects.requireNonNull(listener));
        return this;
    }

    /** Adds attributes that are derived when a resource is read. */
    public RollcallBuilder derivedAttributes(DerivedAttributes attributes) {
        derived.add(Objects.requireNonNull(attributes));
        return this;
    }

    /** Takes over the passwords that clients set, once they meet the policy; without a handler they are dropped. */
    public RollcallBuilder passwords(PasswordHandler handler, PasswordPolicy policy) {
        this.passwords = new Passwords(Objects.requireNonNull(handler), Objects.requireNonNull(policy));
        return this;
    }

    /** The same with {@link PasswordPolicy#DEFAULT}. */
    public RollcallBuilder passwords(PasswordHandler handler) {
        return passwords(handler, PasswordPolicy.DEFAULT);
    }

    /**
     * Switches provisioning on: tenants with their providers, accounts with organizations, roles and an end, legal holds, the
     * sync log, events. Without it there is SCIM alone. What provisioning knows is kept where the resources are if the store
     * can ({@link ProvisioningStore}), and otherwise in memory, for as long as the process lives.
     */
    public RollcallBuilder provisioning() {
        provisioning.on = true;
        return this;
    }

    /** Switches provisioning on, and says where it keeps what it knows. */
    public RollcallBuilder provisioning(ProvisioningStore newState) {
        provisioning.state = Objects.requireNonNull(newState);
        return provisioning();
    }

    /** The roles that accounts can have; switches provisioning on. Default none. */
    public RollcallBuilder roles(List<Role> newRoles) {
        return roles(RoleCatalogue.of(newRoles));
    }

    /** The roles that accounts of each tenant can have; switches provisioning on. */
    public RollcallBuilder roles(RoleCatalogue newRoles) {
        provisioning.roles = Objects.requireNonNull(newRoles);
        return provisioning();
    }

    /** Organizations that the host keeps itself; switches provisioning on. Default: Rollcall keeps them. */
    public RollcallBuilder organizations(OrganizationCatalogue newOrganizations) {
        provisioning.organizations = Objects.requireNonNull(newOrganizations);
        return provisioning();
    }

    /** Adds someone who hears of what happens to accounts and groups; switches provisioning on. */
    public RollcallBuilder listener(EventListener listener) {
        provisioning.listeners.add(Objects.requireNonNull(listener));
        return provisioning();
    }

    /** Who does what is due without anybody asking, if provisioning is on; default {@link Background#THREAD}. */
    public RollcallBuilder background(Background newBackground) {
        provisioning.background = Objects.requireNonNull(newBackground);
        return this;
    }

    /** Who hears of what fails in the background; default {@link FailureListener#LOGGED}. */
    public RollcallBuilder failureListener(FailureListener listener) {
        provisioning.failures = Objects.requireNonNull(listener);
        return this;
    }

    /** How hard the server tries to tell listeners of an event; default {@link DeliveryPolicy#DEFAULT}. */
    public RollcallBuilder delivery(DeliveryPolicy policy) {
        provisioning.delivery = Objects.requireNonNull(policy);
        return this;
    }

    /** Who counts and measures what provisioning does; default {@link ProvisioningMeter#NONE}. */
    public RollcallBuilder meter(ProvisioningMeter newMeter) {
        provisioning.meter = Objects.requireNonNull(newMeter);
        return this;
    }

    /**
     * The server. With provisioning, the work in the background begins, unless it is {@link Background#MANUAL}: what fell due
     * while nobody was there does not wait for a request.
     *
     * @throws IllegalStateException if there is no store, or schemas are given both at once and one by one, or
     *     besides those that the store declares
     * @throws dev.rollcall.scim.schema.InvalidSchemaException if a resource type refers to a schema that is missing
     */
    public Rollcall build() {
        if (store == null) {
            throw new IllegalStateException("A store is missing; call store(InMemoryStore.create()) for a start");
        }
        SchemaRegistry registry = registry(store);
        Optional<ProvisioningSetup.Installed> installed =
                provisioning.on ? Optional.of(provisioning.install(store, registry, clock, options)) : Optional.empty();
        Settings settings = new Settings(
                registry,
                store,
                installed
                        .<Function<Caller, Options>>map(on -> on.access()::options)
                        .orElse(options),
                limits,
                bulk,
                paging,
                cursors(store),
                clock,
                ids != null ? ids : new TimeOrderedIds(clock),
                // Before those of the host, which may look at what provisioning has done.
                joined(installed.map(ProvisioningSetup.Installed::writes), listeners),
                joined(installed.map(ProvisioningSetup.Installed::refusals), refusals),
                joined(installed.map(ProvisioningSetup.Installed::derived), derived),
                passwords,
                about);
        return new Rollcall(settings, installed.orElse(null), baseUrl);
    }

    private static <T> List<T> joined(Optional<List<T>> first, List<T> others) {
        List<T> all = new ArrayList<>(first.orElse(List.of()));
        all.addAll(others);
        return all;
    }

    private Cursors cursors(Store from) {
        if (!cursorKeys.isEmpty()) {
            return Cursors.of(cursorKeys, cursorTimeout);
        }
        return from.secret(CURSOR_SECRET)
                .map(key -> Cursors.of(List.of(key), cursorTimeout))
                .orElseGet(() -> Cursors.random(cursorTimeout));
    }

    private SchemaRegistry registry(Store chosen) {
        SchemaRegistry declared = chosen.schemas().orElse(wholeRegistry);
        boolean another = wholeRegistry != null && wholeRegistry != declared;
        if (declared != null && (registered || another)) {
            throw new IllegalStateException("Schemas are given twice: either the store declares them, or schemas(…) is"
                    + " called, or they are registered one by one");
        }
        if (declared != null) {
            return declared;
        }
        SchemaRegistry plain = schemas.build();
        if (!provisioning.on
                || plain.findResourceType(USER) == null
                || plain.findSchema(AccountExtension.URI) != null) {
            return plain;
        }
        return schemas.extension(USER, AccountExtension.schema()).build();
    }
}
