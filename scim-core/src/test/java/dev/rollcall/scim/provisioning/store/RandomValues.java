package dev.rollcall.scim.provisioning.store;

import dev.rollcall.scim.codec.Quirk;
import dev.rollcall.scim.codec.Restriction;
import dev.rollcall.scim.codec.Tolerance;
import dev.rollcall.scim.protocol.Options;
import dev.rollcall.scim.provisioning.account.Account;
import dev.rollcall.scim.provisioning.event.Delivery;
import dev.rollcall.scim.provisioning.event.EventType;
import dev.rollcall.scim.provisioning.event.ProvisioningEvent;
import dev.rollcall.scim.provisioning.hold.LegalHold;
import dev.rollcall.scim.provisioning.job.Job;
import dev.rollcall.scim.provisioning.job.JobKind;
import dev.rollcall.scim.provisioning.job.JobState;
import dev.rollcall.scim.provisioning.lifecycle.AccountState;
import dev.rollcall.scim.provisioning.lifecycle.BlockReason;
import dev.rollcall.scim.provisioning.lifecycle.Standing;
import dev.rollcall.scim.provisioning.log.AttributeChange;
import dev.rollcall.scim.provisioning.log.Cause;
import dev.rollcall.scim.provisioning.log.Result;
import dev.rollcall.scim.provisioning.log.SyncLogEntry;
import dev.rollcall.scim.provisioning.log.SyncLogEvent;
import dev.rollcall.scim.provisioning.mapping.Assignment;
import dev.rollcall.scim.provisioning.mapping.MappingSettings;
import dev.rollcall.scim.provisioning.mapping.Organization;
import dev.rollcall.scim.provisioning.mapping.OrganizationMapping;
import dev.rollcall.scim.provisioning.mapping.PlacedBy;
import dev.rollcall.scim.provisioning.mapping.Provenance;
import dev.rollcall.scim.provisioning.mapping.RoleMapping;
import dev.rollcall.scim.provisioning.provider.Credential;
import dev.rollcall.scim.provisioning.provider.CredentialType;
import dev.rollcall.scim.provisioning.provider.ManagerLookup;
import dev.rollcall.scim.provisioning.provider.Provider;
import dev.rollcall.scim.provisioning.provider.ProviderSettings;
import dev.rollcall.scim.provisioning.provider.RequestRate;
import dev.rollcall.scim.provisioning.provider.SecretHash;
import dev.rollcall.scim.provisioning.tenant.SyncReportSchedule;
import dev.rollcall.scim.provisioning.tenant.Tenant;
import dev.rollcall.scim.provisioning.tenant.TenantSettings;
import dev.rollcall.scim.testing.Generator;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Random values of everything that provisioning keeps. */
final class RandomValues {
    private final Generator g;

    RandomValues(Generator g) {
        this.g = g;
    }

    private @Nullable String maybeText() {
        return g.bool() ? null : g.text();
    }

    private Instant time() {
        return Instant.ofEpochMilli(g.below(Integer.MAX_VALUE) * 1000L + g.below(1000));
    }

    private @Nullable Instant maybeTime() {
        return g.bool() ? null : time();
    }

    private <E extends Enum<E>> E choice(Class<E> kind) {
        return g.pick(kind.getEnumConstants());
    }

    private Set<String> words() {
        return new HashSet<>(g.list(0, 3, g::text));
    }

    Tenant tenant() {
        TenantSettings settings =
                new TenantSettings(Duration.ofHours(g.between(24, 3653 * 24)), choice(SyncReportSchedule.class));
        return new Tenant("t" + g.text(), g.text(), settings, g.text(), time(), g.anyLong());
    }

    Provider provider() {
        return new Provider(g.text(), g.text(), settings(), mapping(), g.bool(), time());
    }

    private ProviderSettings settings() {
        return new ProviderSettings(
                "p" + g.text(),
                Duration.ofMillis(g.below(Math.toIntExact(Duration.ofDays(20).toMillis()))),
                g.bool(),
                g.bool(),
                g.bool(),
                g.bool(),
                choice(ManagerLookup.class),
                new RequestRate(g.between(1, 1_000_000), g.between(1, 1_000_000)),
                protocol());
    }

    private Options protocol() {
        Tolerance tolerance = g.pick(Tolerance.DEFAULT, Tolerance.STRICT, Tolerance.INTEROP);
        for (Quirk quirk : g.list(0, 5, () -> choice(Quirk.class))) {
            tolerance = g.bool() ? tolerance.with(quirk) : tolerance.without(quirk);
        }
        for (Restriction restriction : g.list(0, 2, () -> choice(Restriction.class))) {
            tolerance = tolerance.with(restriction);
        }
        return new Options(tolerance, g.bool(), g.bool(), words());
    }

    private MappingSettings mapping() {
        return new MappingSettings(
                g.<OrganizationMapping>either(
                        () -> new OrganizationMapping.Single(maybeText()),
                        () -> new OrganizationMapping.ByAttribute(g.text(), maybeText(), g.text()),
                        () -> new OrganizationMapping.ByGroups(
                                g.list(0, 4, () -> new OrganizationMapping.ByGroups.Rule(g.text(), g.text())),
                                g.text())),
                g.<RoleMapping>either(RoleMapping.Manually::new, this::rolesByGroups));
    }

    private RoleMapping.ByGroups rolesByGroups() {
        Map<String, RoleMapping.ByGroups.Rule> rules = new LinkedHashMap<>();
        g.list(0, 4, g::text)
                .forEach(group ->
                        rules.put(group, new RoleMapping.ByGroups.Rule(group, new HashSet<>(g.list(1, 3, g::text)))));
        return new RoleMapping.ByGroups(List.copyOf(rules.values()), g.bool());
    }

    Credential credential() {
        return new Credential(
                g.text(),
                g.text(),
                g.text(),
                choice(CredentialType.class),
                g.text(),
                SecretHash.of(g.text()),
                time(),
                maybeTime(),
                maybeTime());
    }

    Organization organization() {
        return new Organization(g.text(), g.text(), maybeText(), words(), g.bool());
    }

    Account account() {
        Map<String, Provenance> roles = new HashMap<>();
        g.list(0, 4, g::text).forEach(role -> roles.put(role, choice(Provenance.class)));
        return new Account(
                g.text(),
                g.text(),
                g.text(),
                g.text(),
                maybeText(),
                maybeText(),
                new Standing(
                        choice(AccountState.class),
                        maybeTime(),
                        new HashSet<>(g.list(0, 3, () -> choice(BlockReason.class))),
                        g.bool(),
                        g.bool()),
                new Assignment(g.text(), choice(PlacedBy.class), roles),
                time(),
                time());
    }

    LegalHold hold() {
        return new LegalHold(g.text(), g.text(), "h" + g.text(), time(), maybeTime());
    }

    SyncLogEntry entry() {
        return new SyncLogEntry(
                g.text(),
                g.text(),
                time(),
                maybeText(),
                g.text(),
                maybeText(),
                choice(SyncLogEvent.class),
                maybeText(),
                maybeText(),
                g.list(0, 3, () -> new AttributeChange(g.text(), maybeText(), maybeText())),
                choice(Cause.class),
                choice(Result.class),
                g.text(),
                maybeText());
    }

    Delivery delivery() {
        EventType type = choice(EventType.class);
        ProvisioningEvent event = new ProvisioningEvent(
                g.text(),
                g.text(),
                time(),
                type,
                g.text(),
                g.text(),
                type == EventType.GROUP_CHANGED ? null : account(),
                choice(Cause.class),
                maybeText());
        return new Delivery(event, g.below(100), time(), g.bool(), maybeText());
    }

    Job job() {
        return new Job(
                g.text(),
                g.text(),
                choice(JobKind.class),
                g.text(),
                g.bool(),
                choice(Cause.class),
                g.text(),
                maybeText(),
                choice(JobState.class),
                g.anyLong(),
                g.anyLong(),
                g.anyLong(),
                maybeText(),
                time(),
                maybeTime());
    }
}
