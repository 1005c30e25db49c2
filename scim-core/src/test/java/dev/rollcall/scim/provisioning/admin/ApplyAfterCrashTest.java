package dev.rollcall.scim.provisioning.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.protocol.Caller;
import dev.rollcall.scim.provisioning.account.Account;
import dev.rollcall.scim.provisioning.account.AccountQuery;
import dev.rollcall.scim.provisioning.engine.JobWork;
import dev.rollcall.scim.provisioning.job.Job;
import dev.rollcall.scim.provisioning.job.JobState;
import dev.rollcall.scim.provisioning.log.SyncLogEntry;
import dev.rollcall.scim.provisioning.log.SyncLogEvent;
import dev.rollcall.scim.provisioning.log.SyncLogQuery;
import dev.rollcall.scim.provisioning.mapping.OrganizationMapping;
import dev.rollcall.scim.provisioning.memory.MemoryProvisioning;
import dev.rollcall.scim.store.memory.InMemoryStore;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Settings are applied batch by batch; what one server has begun, another one ends. */
class ApplyAfterCrashTest {
    private static final int PEOPLE = 500;

    private final InMemoryStore store = InMemoryStore.create();
    private final MemoryProvisioning state = MemoryProvisioning.create();
    private final World world = World.on(store, builder -> builder.provisioning(state));
    private final CreatedProvider created = world.okta();
    private final Caller okta = World.caller(created);

    private Set<String> organizations() {
        return world.rollcall.accounts(World.TENANT).list(AccountQuery.ALL, null, 1_000).stream()
                .map(Account::assignment)
                .map(assignment -> assignment.organization())
                .collect(Collectors.toSet());
    }

    private long moves() {
        return world.rollcall
                .syncLog(World.TENANT)
                .entries(SyncLogQuery.ALL.about(SyncLogEvent.ORG_CHANGED))
                .map(SyncLogEntry::subject)
                .count();
    }

    @Test
    void another_server_goes_on_where_the_one_that_died_was_and_moves_nobody_twice() {
        for (int i = 0; i < PEOPLE; i++) {
            world.user(okta, "u" + i + "@example.com");
        }
        String other =
                world.rollcall.organizations(World.TENANT).add("Elsewhere").id();
        world.rollcall.mappings(World.TENANT, created.id()).organizations(OrganizationMapping.single(other));
        Job job = world.rollcall.apply(World.TENANT, created.id());
        // One batch, and then nothing is heard of this server any more.
        JobWork dying = new JobWork(world.rollcall.accounts(World.TENANT).desk().engine());
        assertThat(dying.runBatch()).isPositive();
        Job half = world.rollcall.jobs(World.TENANT).find(job.id()).orElseThrow();
        assertThat(half.state()).isEqualTo(JobState.RUNNING);
        assertThat(half.done()).isBetween(1L, PEOPLE - 1L);
        assertThat(moves()).isEqualTo(half.done());

        World next = new World(world.now, World.rollcall(store, world.now, builder -> builder.provisioning(state)));
        while (next.rollcall.runDue() > 0) {
            // Until it is done.
        }

        Job done = next.rollcall.jobs(World.TENANT).find(job.id()).orElseThrow();
        assertThat(done.state()).isEqualTo(JobState.DONE);
        assertThat(done.done()).isEqualTo(PEOPLE);
        assertThat(done.changed()).isEqualTo(PEOPLE);
        assertThat(organizations()).isEqualTo(Set.of(other));
        assertThat(next.rollcall
                        .syncLog(World.TENANT)
                        .entries(SyncLogQuery.ALL.about(SyncLogEvent.ORG_CHANGED))
                        .map(SyncLogEntry::subject)
                        .toList())
                .hasSize(PEOPLE)
                .doesNotHaveDuplicates();
    }
}
