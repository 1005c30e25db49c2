package dev.rollcall.scim.testkit.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.provisioning.job.Job;
import dev.rollcall.scim.provisioning.job.JobState;
import dev.rollcall.scim.testkit.store.Race;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Work in the background. */
public interface JobContract extends ProvisioningFixture {
    @Test
    default void the_users_of_a_job_must_be_taken_once_in_the_order_in_which_they_were_added() {
        Job job = job("j1", 0);
        change(unit -> {
            unit.jobs().insert(job);
            unit.jobs().insert(job("j2", 1));
            unit.jobs().addUsers(job, List.of("u2", "u1"));
            unit.jobs().addUsers(job("j2", 1), List.of("u8"));
        });
        change(unit -> unit.jobs().addUsers(job, List.of("u1", "u3")));

        assertThat(taken(unit -> unit.jobs().takeUsers(job))).containsExactlyInAnyOrder("u1", "u2");
        assertThat(taken(unit -> unit.jobs().takeUsers(job))).contains("u3").doesNotContain("u2");
        assertThat(taken(unit -> unit.jobs().takeUsers(job))).isEmpty();
        assertThat(taken(unit -> unit.jobs().takeUsers(job("j2", 1)))).containsExactly("u8");
    }

    @Test
    default void one_unit_of_work_at_a_time_must_hold_a_job() {
        change(unit -> unit.jobs().insert(job("j1", 0)));
        Race.among(4, runner -> {
            for (int i = 0; i < Race.ROUNDS; i++) {
                change(unit -> unit.jobs()
                        .replace(unit.jobs().lock(tenant(), "j1").orElseThrow().advanced(1, 0, "a" + runner)));
            }
            return runner;
        });

        assertThat(found(unit -> unit.jobs().find(tenant(), "j1")).orElseThrow().done())
                .isEqualTo(4L * Race.ROUNDS);
    }

    @Test
    default void a_claim_must_give_the_oldest_running_job() {
        change(unit -> {
            unit.jobs().insert(job("j1", 2));
            unit.jobs().insert(job("j2", 1));
            unit.jobs().insert(job("j3", 0).ended(JobState.CANCELLED, NOW));
        });

        assertThat(write(unit -> unit.jobs().claim()).map(Job::id)).contains("j2");
        change(unit -> unit.jobs().replace(job("j2", 1).ended(JobState.DONE, NOW)));
        assertThat(write(unit -> unit.jobs().claim()).map(Job::id)).contains("j1");
        assertThat(listed(unit -> unit.jobs().list(tenant(), 2)).stream().map(Job::id))
                .containsExactly("j1", "j2");
    }

    @Test
    default void of_those_who_claim_jobs_at_the_same_time_one_alone_does_each_step() {
        change(unit -> IntStream.range(0, 5).forEach(i -> unit.jobs().insert(job("j" + i, i))));
        List<Integer> steps = Race.among(4, runner -> {
            int done = 0;
            while (read(unit -> unit.jobs().list(tenant(), 9)).stream().anyMatch(job -> job.ended() == null)) {
                done += write(unit -> unit.jobs()
                        .claim()
                        .map(job -> {
                            unit.jobs().replace(job.advanced(1, 1, null).ended(JobState.DONE, NOW));
                            return 1;
                        })
                        .orElse(0));
            }
            return done;
        });

        assertThat(steps.stream().mapToInt(i -> i).sum()).isEqualTo(5);
        assertThat(listed(unit -> unit.jobs().list(tenant(), 9))).allMatch(job -> job.done() == 1);
    }

    @Test
    default void purging_jobs_must_remove_those_alone_that_ended_before_the_time() {
        change(unit -> {
            unit.jobs().insert(job("j1", 0));
            unit.jobs().insert(job("j2", 0).ended(JobState.DONE, NOW.plusSeconds(1)));
            unit.jobs().insert(job("j3", 0).ended(JobState.FAILED, NOW.plusSeconds(2)));
            unit.jobs().purge(NOW.plusSeconds(2));
        });

        assertThat(listed(unit -> unit.jobs().list(tenant(), 9)).stream().map(Job::id))
                .containsExactlyInAnyOrder("j1", "j3");
    }
}
