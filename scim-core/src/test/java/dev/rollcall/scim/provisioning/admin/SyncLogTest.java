package dev.rollcall.scim.provisioning.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.scim.Rollcall;
import dev.rollcall.scim.provisioning.Background;
import dev.rollcall.scim.provisioning.ProvisioningMeter;
import dev.rollcall.scim.provisioning.account.Account;
import dev.rollcall.scim.provisioning.log.AttributeChange;
import dev.rollcall.scim.provisioning.log.Result;
import dev.rollcall.scim.provisioning.log.SyncLogEntry;
import dev.rollcall.scim.provisioning.log.SyncLogEvent;
import dev.rollcall.scim.provisioning.log.SyncLogQuery;
import dev.rollcall.scim.provisioning.log.SyncReport;
import dev.rollcall.scim.provisioning.mapping.Organization;
import dev.rollcall.scim.provisioning.memory.MemoryProvisioning;
import dev.rollcall.scim.provisioning.store.ProvisioningUnit;
import dev.rollcall.scim.provisioning.tenant.SyncReportSchedule;
import dev.rollcall.scim.provisioning.tenant.Tenant;
import dev.rollcall.scim.provisioning.tenant.TenantSettings;
import dev.rollcall.scim.store.memory.InMemoryStore;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SyncLogTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate DAY = LocalDate.of(2026, 1, 5);

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-07T00:00:00Z"));
    private final InMemoryStore store = InMemoryStore.create();
    private final MemoryProvisioning state = MemoryProvisioning.create();
    private final List<SyncLogEntry> measured = new ArrayList<>();
    private final Rollcall rollcall = Rollcall.builder()
            .store(store)
            .provisioning(state)
            .background(Background.MANUAL)
            .clock(now::get)
            .meter(new ProvisioningMeter() {
                @Override
                public void logged(SyncLogEntry entry) {
                    measured.add(entry);
                }
            })
            .build();
    private final SyncLog log = rollcall.syncLog("acme");

    @BeforeEach
    void there_is_a_tenant() {
        write(unit -> {
            unit.tenants().insert(new Tenant("acme", "Acme", TenantSettings.DEFAULT, "o1", Entries.START, 0));
            unit.organizations().insert("acme", new Organization("o1", "Default", null, Set.of(), true));
        });
    }

    private void write(Consumer<ProvisioningUnit> work) {
        store.write(unit -> {
            work.accept(state.in(unit));
            return unit;
        });
    }

    private void logged(SyncLogEntry... entries) {
        write(unit -> unit.log().append(List.of(entries)));
    }

    private void at(int number, String time, SyncLogEvent event, Result result) {
        logged(Entries.entry(number, Instant.parse(time), event, result, "a1", "jo", "Said"));
    }

    private void schedule(SyncReportSchedule schedule) {
        write(unit -> unit.tenants()
                .replace(unit.tenants()
                        .lock("acme")
                        .orElseThrow()
                        .withSettings(TenantSettings.DEFAULT.withSyncReport(schedule))));
    }

    private String local(String userName) {
        return rollcall.localUsers("acme")
                .create(user -> user.set("userName", userName))
                .id();
    }

    @Test
    void a_tenant_that_is_not_there_has_no_log() {
        assertThatThrownBy(() -> rollcall.syncLog("nobody").page(SyncLogQuery.ALL, null, 10))
                .isInstanceOf(AdministrationException.class)
                .hasMessage("There is no tenant \"nobody\"");
    }

    @Test
    void the_latest_can_come_first_page_by_page() {
        for (int i = 0; i < 5; i++) {
            logged(Entries.entry(i, "a1", "jo", "Said"));
        }
        SyncLogQuery query = SyncLogQuery.ALL.latestFirst();
        SyncLogPage first = log.page(query, null, 2);
        SyncLogPage second = log.page(query, first.cursor(), 2);
        SyncLogPage third = log.page(query, second.cursor(), 2);

        assertThat(first.entries()).extracting(SyncLogEntry::id).containsExactly("00000004", "00000003");
        assertThat(second.entries()).extracting(SyncLogEntry::id).containsExactly("00000002", "00000001");
        assertThat(third.entries()).extracting(SyncLogEntry::id).containsExactly("00000000");
        assertThat(third.next()).isEmpty();
    }

    @Test
    void a_report_is_about_one_day_where_it_is_that_day() {
        at(1, "2026-01-04T22:59:59.999Z", SyncLogEvent.USER_CREATED, Result.DONE);
        at(2, "2026-01-04T23:00:00Z", SyncLogEvent.USER_UPDATED, Result.DONE);
        at(3, "2026-01-05T22:59:59.999Z", SyncLogEvent.REFUSED, Result.REFUSED);
        at(4, "2026-01-05T23:00:00Z", SyncLogEvent.ERROR, Result.FAILED);
        SyncReport report = log.report(DAY, BERLIN);

        assertThat(report.counts()).containsOnlyKeys(SyncLogEvent.USER_UPDATED, SyncLogEvent.REFUSED);
        assertThat(report.errors()).extracting(SyncLogEntry::id).containsExactly("00000003");
    }

    @Test
    void a_report_is_due_once_its_day_is_over() {
        now.set(Instant.parse("2026-01-05T22:59:59Z"));
        assertThat(log.dueReport(DAY, BERLIN)).isEmpty();
        now.set(Instant.parse("2026-01-05T23:00:00Z"));
        assertThat(log.dueReport(DAY, BERLIN)).isPresent();
    }

    @Test
    void a_report_is_due_as_its_tenant_wants_it() {
        at(1, "2026-01-05T12:00:00Z", SyncLogEvent.WARNING, Result.SKIPPED);
        schedule(SyncReportSchedule.ON_ERRORS);
        assertThat(log.dueReport(DAY, BERLIN)).isEmpty();

        at(2, "2026-01-05T12:00:00Z", SyncLogEvent.REFUSED, Result.REFUSED);
        assertThat(log.dueReport(DAY, BERLIN)).isPresent();

        schedule(SyncReportSchedule.NEVER);
        assertThat(log.dueReport(DAY, BERLIN)).isEmpty();
    }

    @Test
    void a_person_who_is_gone_is_named_nowhere_and_what_was_done_stays() {
        SyncLogEntry about = Entries.entry(
                1,
                "a1",
                "ann",
                "Ann Lee's country \"Germanie\" is unknown",
                new AttributeChange("title", null, "Boss"));
        logged(
                about,
                Entries.entry(2, "a1", "Ann.Lee", "Updated"),
                Entries.entry(3, null, "ANN", "POST /Users was refused: ann exists"),
                Entries.entry(4, "g1", "Team", "Joined", new AttributeChange("members", null, "ann, annex, bo")),
                Entries.entry(5, "a2", "bo", "Nothing of the annex"));

        assertThat(log.pseudonymise("a1")).isEqualTo(4);

        List<SyncLogEntry> all = log.entries(SyncLogQuery.ALL).toList();
        assertThat(all.toString())
                .doesNotContainIgnoringCase("ann lee")
                .doesNotContain("Ann.Lee", "ANN", "Boss", "Germanie");
        SyncLogEntry first = all.get(0);
        assertThat(first.subjectName()).isEqualTo("person a1");
        assertThat(first.changes()).containsExactly(new AttributeChange("title", null, AttributeChange.MASKED));
        assertThat(first.time()).isEqualTo(about.time());
        assertThat(first.event()).isEqualTo(about.event());
        assertThat(first.requestId()).isEqualTo(about.requestId());
        assertThat(all.get(2).message()).isEqualTo("POST /Users was refused: person a1 exists");
        assertThat(all.get(3).changes()).containsExactly(new AttributeChange("members", null, "person a1, annex, bo"));
        assertThat(all.get(4).message()).isEqualTo("Nothing of the annex");
        assertThat(log.pseudonymise("a1")).isZero();
    }

    @Test
    void more_entries_than_a_page_are_pseudonymised() {
        for (int i = 0; i < 1_234; i++) {
            logged(Entries.entry(i, "a1", "ann", "Said"));
        }

        assertThat(log.pseudonymise("a1")).isEqualTo(1_234);
        assertThat(log.entries(SyncLogQuery.ALL).map(SyncLogEntry::subjectName)).containsOnly("person a1");
    }

    @Test
    void entries_of_somebody_who_is_still_there_are_left_alone() {
        String user = local("jo@example.com");
        Account account = store.read(
                unit -> state.in(unit).accounts().findByUser("acme", user).orElseThrow());

        assertThatThrownBy(() -> log.pseudonymise(account.id()))
                .isInstanceOf(AdministrationException.class)
                .hasMessageContaining("is ACTIVE")
                .hasMessageContaining("DELETED");
        assertThat(log.entries(SyncLogQuery.ALL).map(SyncLogEntry::subjectName)).contains("jo@example.com");
    }

    @Test
    void a_meter_hears_of_entries_that_were_committed_and_of_no_others() {
        local("jo@example.com");
        assertThat(measured).extracting(SyncLogEntry::event).contains(SyncLogEvent.USER_CREATED);
        int before = measured.size();

        assertThatThrownBy(() -> local("jo@example.com")).isInstanceOf(RuntimeException.class);
        assertThat(measured).hasSize(before);
    }
}
