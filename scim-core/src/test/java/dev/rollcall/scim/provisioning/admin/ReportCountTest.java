package dev.rollcall.scim.provisioning.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.provisioning.log.Result;
import dev.rollcall.scim.provisioning.log.SyncLogEvent;
import dev.rollcall.scim.provisioning.log.SyncReport;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class ReportCountTest {
    private final ReportCount count = new ReportCount();

    private void add(SyncLogEvent event, Result result, String name, String message) {
        count.add(Entries.entry(1, Entries.START, event, result, "a1", name, message));
    }

    private SyncReport report() {
        return count.report("acme", LocalDate.of(2026, 1, 5), ZoneId.of("Europe/Berlin"));
    }

    @Test
    void entries_are_counted_by_event_and_result() {
        add(SyncLogEvent.USER_CREATED, Result.DONE, "jo", "Created");
        add(SyncLogEvent.USER_CREATED, Result.DONE, "al", "Created");
        add(SyncLogEvent.WARNING, Result.SKIPPED, "al", "Hm");

        assertThat(report().count(SyncLogEvent.USER_CREATED, Result.DONE)).isEqualTo(2);
        assertThat(report().count(SyncLogEvent.USER_CREATED, Result.REFUSED)).isZero();
        assertThat(report().count(SyncLogEvent.ERROR, Result.FAILED)).isZero();
        assertThat(report().total()).isEqualTo(3);
        assertThat(report().errorCount()).isZero();
    }

    @Test
    void the_text_is_for_people() {
        add(SyncLogEvent.USER_CREATED, Result.DONE, "jo", "Created");
        add(SyncLogEvent.REFUSED, Result.REFUSED, "sam", "Not\nthis");
        add(SyncLogEvent.ERROR, Result.FAILED, null, "Failed");

        assertThat(report().toText()).isEqualTo("""
                        Sync report of acme for 2026-01-05 (Europe/Berlin)

                        user created             1 done
                        refused                  1 refused
                        error                    1 failed

                        Errors: 2
                          11:00:00 rck-okta sam: Not this
                          11:00:00 rck-okta: Failed
                        """);
    }

    @Test
    void only_the_first_errors_are_listed_and_all_are_counted() {
        for (int i = 0; i < 103; i++) {
            add(SyncLogEvent.REFUSED, Result.REFUSED, "jo", "No");
        }

        assertThat(report().errors()).hasSize(100);
        assertThat(report().errorCount()).isEqualTo(103);
        assertThat(report().toText()).endsWith("  … and 3 more\n");
    }

    @Test
    void a_quiet_day_says_so() {
        assertThat(report().toText()).endsWith("\n\nNothing happened.\n");
    }
}
