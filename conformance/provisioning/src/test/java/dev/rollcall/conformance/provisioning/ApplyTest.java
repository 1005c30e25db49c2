package dev.rollcall.conformance.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.provisioning.admin.Preview;
import dev.rollcall.scim.provisioning.job.Job;
import dev.rollcall.scim.provisioning.job.JobState;
import dev.rollcall.scim.provisioning.log.Cause;
import dev.rollcall.scim.provisioning.log.SyncLogEntry;
import dev.rollcall.scim.provisioning.log.SyncLogEvent;
import dev.rollcall.scim.provisioning.mapping.MappingSettings;
import dev.rollcall.scim.provisioning.mapping.Organization;
import dev.rollcall.scim.provisioning.mapping.OrganizationMapping;
import dev.rollcall.scim.provisioning.mapping.RoleMapping;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Section 5: settings are applied. */
class ApplyTest extends SentenceTest {
    @Test
    @Tag("P-5.1")
    void changing_rules_changes_nobody_until_they_are_applied() {
        Customer acme = Customer.of(host);
        Organization other = acme.organization("Elsewhere");
        String id = acme.scim.user("a@example.com");
        String before = acme.organizationOf(id);
        acme.rollcall.mappings(acme.tenant, acme.providerId()).organizations(OrganizationMapping.single(other.id()));
        host.runDue();
        assertThat(acme.organizationOf(id)).isEqualTo(before);
        acme.apply();
        assertThat(acme.organizationOf(id)).isEqualTo("Elsewhere");
    }

    @Test
    @Tag("P-5.2")
    void it_runs_in_the_background_with_progress_leaves_local_and_ended_accounts_and_is_idempotent() {
        Customer acme = Customer.of(host);
        Organization other = acme.organization("Elsewhere");
        String moved = acme.scim.user("a@example.com");
        String ended = acme.scim.user("b@example.com");
        String held = acme.scim.user("c@example.com");
        String local = acme.rollcall
                .localUsers(acme.tenant)
                .create(user -> user.set("userName", "local@example.com"))
                .id();
        acme.rollcall.accounts(acme.tenant).deactivate(acme.account(ended).id());
        acme.rollcall
                .holds(acme.tenant)
                .add(
                        acme.rollcall.holds(acme.tenant).create("Case 1").id(),
                        acme.account(held).id());
        acme.rollcall.mappings(acme.tenant, acme.providerId()).organizations(OrganizationMapping.single(other.id()));
        Job job = acme.rollcall.apply(acme.tenant, acme.providerId());
        assertThat(job.state()).isEqualTo(JobState.RUNNING);
        assertThat(job.total()).isEqualTo(3);
        assertThat(acme.organizationOf(moved)).isNotEqualTo("Elsewhere");
        host.runDue();
        Job done = acme.rollcall.jobs(acme.tenant).find(job.id()).orElseThrow();
        assertThat(done.state()).isEqualTo(JobState.DONE);
        assertThat(done.done()).isEqualTo(3);
        assertThat(done.changed()).isEqualTo(2);
        assertThat(acme.organizationOf(moved)).isEqualTo("Elsewhere");
        assertThat(acme.organizationOf(held)).isEqualTo("Elsewhere");
        assertThat(acme.organizationOf(ended)).isNotEqualTo("Elsewhere");
        assertThat(acme.organizationOf(local)).isNotEqualTo("Elsewhere");
        assertThat(acme.log(SyncLogEvent.ORG_CHANGED))
                .extracting(SyncLogEntry::cause)
                .containsOnly(Cause.APPLY);
        acme.apply();
        assertThat(acme.log(SyncLogEvent.ORG_CHANGED)).hasSize(2);
    }

    @Test
    @Tag("P-5.2")
    void it_can_be_cancelled() {
        Customer acme = Customer.of(host);
        Organization other = acme.organization("Elsewhere");
        String id = acme.scim.user("a@example.com");
        acme.rollcall.mappings(acme.tenant, acme.providerId()).organizations(OrganizationMapping.single(other.id()));
        Job job = acme.rollcall.apply(acme.tenant, acme.providerId());
        assertThat(acme.rollcall.jobs(acme.tenant).cancel(job.id()).state()).isEqualTo(JobState.CANCELLED);
        host.runDue();
        assertThat(acme.organizationOf(id)).isNotEqualTo("Elsewhere");
    }

    @Test
    @Tag("P-5.3")
    void a_preview_says_what_unsaved_settings_would_do_and_equals_what_applying_does() {
        Customer acme = Customer.of(host);
        String home = acme.rollcall.organizations(acme.tenant).defaultOrganization();
        String homeName = acme.rollcall
                .organizations(acme.tenant)
                .find(home)
                .orElseThrow()
                .name();
        acme.rollcall.organizations(acme.tenant).defaultRoles(home, Set.of("member"));
        Organization other = acme.organization("Elsewhere");
        String a = acme.scim.user("a@example.com");
        acme.scim.user("b@example.com");
        String group = acme.scim.group("Movers", a);
        String empty = acme.scim.group("Nobody");
        MappingSettings wanted = new MappingSettings(
                new OrganizationMapping.ByGroups(
                        List.of(
                                new OrganizationMapping.ByGroups.Rule(group, other.id()),
                                new OrganizationMapping.ByGroups.Rule(empty, other.id())),
                        home),
                RoleMapping.byGroups(new RoleMapping.ByGroups.Rule(group, Set.of("admin"))));
        Preview preview = acme.rollcall.preview(acme.tenant, acme.providerId(), wanted, false);
        assertThat(preview.accounts()).isEqualTo(2);
        assertThat(preview.changed()).isEqualTo(1);
        assertThat(preview.moves()).containsExactly(new Preview.Move(homeName, "Elsewhere", 1));
        assertThat(preview.gained()).isEqualTo(Map.of("admin", 1L));
        assertThat(preview.lost()).isEqualTo(Map.of("member", 1L));
        assertThat(preview.unmatched()).hasSize(1).first().asString().contains(empty);
        assertThat(acme.organizationOf(a)).isEqualTo(homeName);
        acme.rollcall.mappings(acme.tenant, acme.providerId()).set(wanted);
        assertThat(acme.rollcall.preview(acme.tenant, acme.providerId())).isEqualTo(preview);
        acme.apply();
        assertThat(acme.rollcall.jobs(acme.tenant).list(1).get(0).changed()).isEqualTo(preview.changed());
        assertThat(acme.organizationOf(a)).isEqualTo("Elsewhere");
        assertThat(acme.rollcall.preview(acme.tenant, acme.providerId()).changed())
                .isZero();
    }
}
