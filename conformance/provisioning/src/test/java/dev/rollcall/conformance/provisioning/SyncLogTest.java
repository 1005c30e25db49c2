package dev.rollcall.conformance.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.conformance.server.Scim;
import dev.rollcall.scim.provisioning.log.AttributeChange;
import dev.rollcall.scim.provisioning.log.Cause;
import dev.rollcall.scim.provisioning.log.Result;
import dev.rollcall.scim.provisioning.log.SyncLogEntry;
import dev.rollcall.scim.provisioning.log.SyncLogEvent;
import dev.rollcall.scim.provisioning.log.SyncLogQuery;
import dev.rollcall.scim.provisioning.mapping.OrganizationMapping;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Section 10: the sync log. */
class SyncLogTest extends SentenceTest {
    @Test
    @Tag("P-10.1")
    void an_entry_says_who_did_what_to_whom_when_and_why() {
        Customer acme = Customer.of(host);
        String home = acme.rollcall.organizations(acme.tenant).defaultOrganization();
        acme.rollcall
                .mappings(acme.tenant, acme.providerId())
                .organizations(OrganizationMapping.byAttribute("title").fallback(home));
        String id = acme.scim.user("a@example.com", "'title':'Research'");
        acme.scim.patch("/Users/" + id, "{'op':'replace','path':'title','value':'Sales'}");
        SyncLogEntry entry = acme.last(SyncLogEvent.USER_UPDATED);
        assertThat(entry.time()).isEqualTo(host.clock.instant());
        assertThat(entry.provider()).isEqualTo(acme.providerId());
        assertThat(entry.actor()).isEqualTo(acme.provider.userName());
        assertThat(entry.requestId()).isNotBlank();
        assertThat(entry.subject()).isEqualTo(acme.account(id).id());
        assertThat(entry.subjectName()).isEqualTo("a@example.com");
        assertThat(entry.changes()).containsExactly(new AttributeChange("title", "Research", "Sales"));
        assertThat(entry.cause()).isEqualTo(Cause.REQUEST);
        assertThat(entry.result()).isEqualTo(Result.DONE);
        SyncLogEntry moved = acme.last(SyncLogEvent.ORG_CHANGED);
        assertThat(moved.requestId()).isEqualTo(entry.requestId());
        assertThat(moved.explanation()).contains("title").contains("Sales");
    }

    @Test
    @Tag("P-10.2")
    void groups_and_their_members_are_logged_too() {
        Customer acme = Customer.of(host);
        String id = acme.scim.user("a@example.com");
        String group = acme.scim.group("Some", id);
        acme.scim.patch("/Groups/" + group, "{'op':'replace','path':'displayName','value':'Others'}");
        acme.scim.delete("/Groups/" + group);
        assertThat(acme.rollcall.syncLog(acme.tenant).entries(SyncLogQuery.ALL.ofSubject(group)))
                .extracting(SyncLogEntry::event)
                .containsExactly(
                        SyncLogEvent.GROUP_CREATED,
                        SyncLogEvent.MEMBERS_CHANGED,
                        SyncLogEvent.GROUP_UPDATED,
                        SyncLogEvent.GROUP_DELETED);
    }

    @Test
    @Tag("P-10.3")
    void a_refusal_is_logged_although_nothing_was_done() {
        Customer acme = Customer.of(host);
        assertThat(acme.scim.post("/Users", "{'schemas':['" + Scim.USER + "']}").status())
                .isEqualTo(400);
        SyncLogEntry entry = acme.last(SyncLogEvent.REFUSED);
        assertThat(entry.result()).isEqualTo(Result.REFUSED);
        assertThat(entry.message()).contains("userName");
        assertThat(acme.log(SyncLogEvent.USER_CREATED)).isEmpty();
        long before =
                acme.rollcall.syncLog(acme.tenant).entries(SyncLogQuery.ALL).count();
        acme.scim.as("Bearer nonsense").post("/Users", Scim.userBody("a@example.com", ""));
        assertThat(acme.rollcall.syncLog(acme.tenant).entries(SyncLogQuery.ALL)).hasSize((int) before);
    }

    @Test
    @Tag("P-10.4")
    void it_is_read_by_a_half_open_range_of_time_and_exported_as_csv_and_json() throws IOException {
        Customer acme = Customer.of(host);
        acme.scim.user("a@example.com");
        Instant second = host.clock.advance(Duration.ofMinutes(1));
        acme.scim.user("=cmd@example.com");
        Instant third = host.clock.advance(Duration.ofMinutes(1));
        acme.scim.user("c@example.com");
        SyncLogQuery range = SyncLogQuery.ALL.about(SyncLogEvent.USER_CREATED).between(second, third);
        assertThat(acme.rollcall.syncLog(acme.tenant).entries(range))
                .extracting(SyncLogEntry::subjectName)
                .containsExactly("=cmd@example.com");
        ByteArrayOutputStream csv = new ByteArrayOutputStream();
        acme.rollcall.syncLog(acme.tenant).exportCsv(range, csv);
        assertThat(csv.toString(StandardCharsets.UTF_8).lines()).hasSize(2);
        // A spreadsheet must not take a name for a formula.
        assertThat(csv.toString(StandardCharsets.UTF_8)).doesNotContain(",=cmd").contains("=cmd@example.com");
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        acme.rollcall.syncLog(acme.tenant).exportJson(range, json);
        assertThat(json.toString(StandardCharsets.UTF_8)).startsWith("[").contains("=cmd@example.com");
    }

    @Test
    @Tag("P-10.4")
    void entries_are_kept_for_90_days_unless_that_is_set() {
        Customer acme = Customer.of(host);
        acme.scim.user("a@example.com");
        host.passes(Duration.ofDays(90).minusSeconds(1));
        assertThat(acme.log(SyncLogEvent.USER_CREATED)).hasSize(1);
        host.passes(Duration.ofDays(1));
        assertThat(acme.log(SyncLogEvent.USER_CREATED)).isEmpty();
    }

    @Test
    @Tag("P-10.5")
    void a_report_sums_a_day_up() {
        Customer acme = Customer.of(host);
        acme.scim.user("a@example.com");
        acme.scim.user("b@example.com");
        acme.scim.post("/Users", Scim.userBody("b@example.com", ""));
        var report = acme.rollcall
                .syncLog(acme.tenant)
                .report(LocalDate.ofInstant(host.clock.instant(), ZoneOffset.UTC), ZoneOffset.UTC);
        assertThat(report.toString()).contains("USER_CREATED").contains("REFUSED");
    }
}
