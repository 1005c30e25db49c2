package dev.rollcall.scim.jdbi;

import dev.rollcall.scim.provisioning.log.SyncLogQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A query of the sync log in SQL. A page is read in the order of ids; where a range of time is asked for, the ids that it
 * begins and ends at are looked up first, so that no page reads what is outside.
 */
record LogSelection(ProvisioningRows rows, long tenant, SyncLogQuery query) {
    /** How far the order of ids may be from that of times, as the clocks of nodes differ and a request takes its time. */
    private static final Duration SLACK = Duration.ofHours(1);

    /** Empty if there is nothing in the range of time. */
    Optional<Sql> page(@Nullable String after, int limit) {
        Sql sql = Sql.of("select l.document from scim_sync_log l where l.tenant_key = ?", tenant);
        Instant from = query.from();
        if (from != null) {
            Optional<String> first = firstSince(from.minus(SLACK));
            if (first.isEmpty()) {
                return Optional.empty();
            }
            sql.add(" and l.logged >= ? and l.id >= ?", ceiling(from), first.get());
        }
        Instant until = query.until();
        if (until != null) {
            sql.add(" and l.logged < ?", ceiling(until));
            firstSince(until.plus(SLACK)).ifPresent(end -> sql.add(" and l.id < ?", end));
        }
        conditions(sql);
        if (after != null) {
            sql.add(" and l.id " + (query.newestFirst() ? "<" : ">") + " ?", after);
        }
        return Optional.of(
                sql.add(" order by l.id" + (query.newestFirst() ? " desc" : "") + " fetch first ? rows only", limit));
    }

    private void conditions(Sql sql) {
        if (query.provider() != null) {
            sql.add(" and l.provider = ?", query.provider());
        }
        if (query.event() != null) {
            sql.add(" and l.event = ?", query.event().name());
        }
        if (query.subject() != null) {
            sql.add(" and l.subject = ?", query.subject());
        }
        if (query.result() != null) {
            sql.add(" and l.result = ?", query.result().name());
        }
    }

    private Optional<String> firstSince(Instant time) {
        Sql sql = Sql.of(
                "select id from scim_sync_log where tenant_key = ? and logged >= ?"
                        + " order by logged, id fetch first 1 rows only",
                tenant,
                time.toEpochMilli());
        List<String> found = rows.rows(sql, row -> row.getString(1));
        return found.stream().findFirst();
    }

    /** The first whole millisecond that is not before the time, since entries have whole ones. */
    private static long ceiling(Instant time) {
        long millis = time.toEpochMilli();
        return Instant.ofEpochMilli(millis).isBefore(time) ? millis + 1 : millis;
    }
}
