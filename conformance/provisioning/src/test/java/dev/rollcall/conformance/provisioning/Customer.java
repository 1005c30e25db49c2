package dev.rollcall.conformance.provisioning;

import dev.rollcall.conformance.server.Scim;
import dev.rollcall.scim.Rollcall;
import dev.rollcall.scim.provisioning.account.Account;
import dev.rollcall.scim.provisioning.admin.CreatedProvider;
import dev.rollcall.scim.provisioning.event.EventType;
import dev.rollcall.scim.provisioning.event.ProvisioningEvent;
import dev.rollcall.scim.provisioning.log.SyncLogEntry;
import dev.rollcall.scim.provisioning.log.SyncLogEvent;
import dev.rollcall.scim.provisioning.log.SyncLogQuery;
import dev.rollcall.scim.provisioning.mapping.Organization;
import dev.rollcall.scim.provisioning.mapping.Provenance;
import dev.rollcall.scim.provisioning.provider.ProviderSettings;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** A tenant with one provider, and what a test asks about it. */
final class Customer {
    final Host host;
    final Rollcall rollcall;
    final String tenant;
    final CreatedProvider provider;
    final Scim scim;

    private Customer(Host host, UnaryOperator<ProviderSettings> settings) {
        this.host = host;
        this.rollcall = host.rollcall;
        this.tenant = "t-" + UUID.randomUUID();
        rollcall.tenants().create(tenant, "Acme");
        this.provider = rollcall.providers(tenant).add(settings.apply(ProviderSettings.named("Okta")));
        this.scim = client(provider);
    }

    static Customer of(Host host) {
        return new Customer(host, settings -> settings);
    }

    static Customer of(Host host, UnaryOperator<ProviderSettings> settings) {
        return new Customer(host, settings);
    }

    /** A client with the API credentials that were shown. */
    Scim client(CreatedProvider shown) {
        return Scim.at(host.baseUrl, basic(shown.userName(), shown.password()));
    }

    static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    String providerId() {
        return provider.id();
    }

    /** An organization with default roles. */
    Organization organization(String name, String... roles) {
        return rollcall.organizations(tenant).add(name, null, Set.of(roles));
    }

    /** The account beside a user. */
    Account account(String user) {
        return rollcall.accounts(tenant).ofUser(user).orElseThrow();
    }

    /** The name of the organization of a user's account. */
    String organizationOf(String user) {
        String id = account(user).assignment().organization();
        return rollcall.organizations(tenant).find(id).orElseThrow().name();
    }

    /** The roles of a user's account. */
    Set<String> rolesOf(String user) {
        return roles(user).keySet();
    }

    Map<String, Provenance> roles(String user) {
        return account(user).assignment().roles();
    }

    /** Applies the rules, and waits until that is done. */
    void apply() {
        rollcall.apply(tenant, providerId());
        host.runDue();
    }

    /** The entries of the log about an event, the oldest first. */
    List<SyncLogEntry> log(SyncLogEvent event) {
        return rollcall.syncLog(tenant).entries(SyncLogQuery.ALL.about(event)).toList();
    }

    /** What was logged about an event last. */
    SyncLogEntry last(SyncLogEvent event) {
        List<SyncLogEntry> entries = log(event);
        if (entries.isEmpty()) {
            throw new AssertionError("Nothing is logged about " + event + " among "
                    + rollcall.syncLog(tenant).entries(SyncLogQuery.ALL).toList());
        }
        return entries.get(entries.size() - 1);
    }

    /** What the host heard of the tenant, delivered up to now. */
    List<EventType> heard() {
        host.runDue();
        return host.events.stream()
                .filter(event -> event.tenant().equals(tenant))
                .map(ProvisioningEvent::type)
                .toList();
    }
}
