package dev.rollcall.scim.testkit.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.provisioning.log.Cause;
import dev.rollcall.scim.provisioning.log.Result;
import dev.rollcall.scim.provisioning.log.SyncLogEntry;
import dev.rollcall.scim.provisioning.log.SyncLogEvent;
import dev.rollcall.scim.provisioning.log.SyncLogQuery;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The sync log. */
public interface SyncLogContract extends ProvisioningFixture {
    private List<Integer> seconds(SyncLogQuery query, @Nullable String after, int limit) {
        return read(unit -> unit.log().list(tenant(), query, after, limit)).stream()
                .map(entry -> (int) (entry.time().getEpochSecond() - NOW.getEpochSecond()))
                .toList();
    }

    private void append(int number) {
        change(unit -> unit.log()
                .append(IntStream.range(0, number).mapToObj(this::entry).toList()));
    }

    @Test
    default void
            a_page_of_entries_must_hold_those_behind_the_entry_of_the_given_id_in_that_direction_up_to_its_limit() {
        append(6);

        assertThat(seconds(SyncLogQuery.ALL, null, 2)).containsExactly(0, 1);
        assertThat(seconds(SyncLogQuery.ALL, entry(1).id(), 3)).containsExactly(2, 3, 4);
        assertThat(seconds(SyncLogQuery.ALL.latestFirst(), null, 2)).containsExactly(5, 4);
        assertThat(seconds(SyncLogQuery.ALL.latestFirst(), entry(4).id(), 9)).containsExactly(3, 2, 1, 0);
    }

    @Test
    default void a_query_of_the_log_gives_what_matches_it() {
        append(6);
        SyncLogEntry other = new SyncLogEntry(
                tenant(),
                "entry-9",
                NOW.plusSeconds(9),
                null,
                "root",
                "r1",
                SyncLogEvent.REFUSED,
                null,
                null,
                List.of(),
                Cause.ADMIN,
                Result.REFUSED,
                "No",
                "Why");
        change(unit -> unit.log().append(List.of(other)));

        assertThat(seconds(SyncLogQuery.ALL.between(NOW.plusSeconds(2), NOW.plusSeconds(4)), null, 9))
                .containsExactly(2, 3);
        assertThat(seconds(SyncLogQuery.ALL.ofSubject("a1"), entry(1).id(), 1)).containsExactly(3);
        assertThat(seconds(SyncLogQuery.ALL.with(Result.REFUSED), null, 9)).containsExactly(9);
        assertThat(seconds(SyncLogQuery.ALL.about(SyncLogEvent.REFUSED), null, 9))
                .containsExactly(9);
        assertThat(seconds(SyncLogQuery.ALL.ofProvider("p1").latestFirst(), null, 1))
                .containsExactly(5);
        assertThat(listed(unit -> unit.log().list(tenant(), SyncLogQuery.ALL.with(Result.REFUSED), null, 9)))
                .containsExactly(other);
    }

    @Test
    default void purging_the_log_must_remove_entries_from_before_the_time_alone_and_at_most_as_many_as_its_limit() {
        append(6);

        assertThat((int) write(unit -> unit.log().purge(tenant(), NOW.plusSeconds(4), 3)))
                .isEqualTo(3);
        assertThat((int) write(unit -> unit.log().purge(tenant(), NOW.plusSeconds(4), 3)))
                .isEqualTo(1);
        assertThat((int) write(unit -> unit.log().purge(tenant(), NOW.plusSeconds(4), 3)))
                .isZero();
        assertThat(seconds(SyncLogQuery.ALL, null, 9)).containsExactly(4, 5);
    }
}
