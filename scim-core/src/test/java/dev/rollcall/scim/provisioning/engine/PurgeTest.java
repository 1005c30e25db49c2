package dev.rollcall.scim.provisioning.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.Rollcall;
import dev.rollcall.scim.provisioning.Background;
import dev.rollcall.scim.provisioning.job.Job;
import dev.rollcall.scim.provisioning.job.JobKind;
import dev.rollcall.scim.provisioning.job.JobState;
import dev.rollcall.scim.provisioning.log.Cause;
import dev.rollcall.scim.provisioning.log.Result;
import dev.rollcall.scim.provisioning.log.SyncLogEntry;
import dev.rollcall.scim.provisioning.log.SyncLogEvent;
import dev.rollcall.scim.provisioning.log.SyncLogQuery;
import dev.rollcall.scim.provisioning.memory.MemoryProvisioning;
import dev.rollcall.scim.provisioning.store.ProvisioningUnit;
import dev.rollcall.scim.provisioning.tenant.Tenant;
import dev.rollcall.scim.provisioning.tenant.TenantSettings;
import dev.rollcall.scim.store.memory.InMemoryStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PurgeTest {
    private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final InMemoryStore store = InMemoryStore.create();
    private final MemoryProvisioning state = MemoryProvisioning.create();
    private final Rollcall rollcall = Rollcall.builder()
            .store(store)
            .provisioning(state)
            .background(Background.MANUAL)
            .failureListener((work, failure) -> {
                throw new AssertionError(work, failure);
            })
            .clock(now::get)
            .build();

    private void write(Consumer<ProvisioningUnit> work) {
        store.write(unit -> {
            work.accept(state.in(unit));
            return unit;
        });
    }

    private void tenant(String id, int days) {
        write(unit -> unit.tenants()
                .insert(new Tenant(
                        id, id, TenantSettings.DEFAULT.withLogRetention(Duration.ofDays(days)), "o1", START, 0)));
    }

    private void entries(String tenant, int first, int count, Instant time) {
        write(unit -> unit.log()
                .append(IntStream.range(first, first + count)
                        .mapToObj(number -> new SyncLogEntry(
                                tenant,
                                "%08d".formatted(number),
                                time,
                                null,
                                "host",
                                null,
                                SyncLogEvent.WARNING,
                                null,
                                null,
                                List.of(),
                                Cause.ADMIN,
                                Result.SKIPPED,
                                "",
                                null))
                        .toList()));
    }

    private long count(String tenant) {
        return rollcall.syncLog(tenant).entries(SyncLogQuery.ALL).count();
    }

    @Test
    void each_tenant_keeps_its_entries_as_long_as_it_says() {
        tenant("short", 1);
        tenant("quiet", 1);
        tenant("usual", 90);
        for (String tenant : List.of("short", "usual")) {
            entries(tenant, 0, 2_500, START);
            entries(tenant, 2_500, 10, START.plus(Duration.ofDays(2)));
        }
        now.set(START.plus(Duration.ofDays(2)));

        assertThat(rollcall.runDue()).isEqualTo(2_500);
        assertThat(count("short")).isEqualTo(10);
        assertThat(count("usual")).isEqualTo(2_510);

        now.set(START.plus(Duration.ofDays(91)));
        assertThat(rollcall.runDue()).isEqualTo(2_510);
        assertThat(count("usual")).isEqualTo(10);
    }

    @Test
    void what_is_old_is_looked_for_once_an_hour() {
        tenant("acme", 1);
        rollcall.runDue();
        entries("acme", 0, 1, START.minus(Duration.ofDays(2)));
        now.set(START.plus(Duration.ofMinutes(59)));
        assertThat(rollcall.runDue()).isZero();
        now.set(START.plus(Duration.ofMinutes(60)));
        assertThat(rollcall.runDue()).isEqualTo(1);
    }

    @Test
    void jobs_are_forgotten_a_month_after_they_ended() {
        tenant("acme", 90);
        Job running = new Job(
                "acme",
                "j1",
                JobKind.APPLY,
                "okta",
                false,
                Cause.APPLY,
                "host",
                null,
                JobState.RUNNING,
                0,
                0,
                0,
                null,
                START,
                null);
        write(unit -> {
            unit.jobs().insert(running.ended(JobState.DONE, START));
        });
        now.set(START.plus(Duration.ofDays(30)));
        rollcall.runDue();
        assertThat(rollcall.jobs("acme").list(10)).hasSize(1);

        now.set(START.plus(Duration.ofDays(30)).plus(Duration.ofHours(2)));
        rollcall.runDue();
        assertThat(rollcall.jobs("acme").list(10)).isEmpty();
    }
}
