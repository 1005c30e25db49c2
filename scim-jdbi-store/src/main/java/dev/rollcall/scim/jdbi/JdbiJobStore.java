package dev.rollcall.scim.jdbi;

import dev.rollcall.scim.provisioning.job.Job;
import dev.rollcall.scim.provisioning.job.JobState;
import dev.rollcall.scim.provisioning.store.JobStore;
import dev.rollcall.scim.provisioning.store.ProvisioningCodec;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The work in the background, within a unit of work. */
record JdbiJobStore(ProvisioningRows rows) implements JobStore {
    private static final String FIND = "select document from scim_job where tenant_key = ? and id = ?";

    private record Chunk(List<String> users, long sequence) {}

    @Override
    public void insert(Job job) {
        rows.write(Sql.of(
                "insert into scim_job (tenant_key, id, running, created, ended, document)"
                        + " values (?, ?, ?, ?, cast(? as bigint), ?)",
                rows.make(job.tenant()),
                job.id(),
                isRunning(job),
                job.created().toEpochMilli(),
                ended(job),
                ProvisioningCodec.encode(job)));
    }

    private static boolean isRunning(Job job) {
        return job.state() == JobState.RUNNING;
    }

    private static @Nullable Long ended(Job job) {
        Instant ended = job.ended();
        return ended == null ? null : ended.toEpochMilli();
    }

    @Override
    public void addUsers(Job job, List<String> users) {
        rows.requireWritable();
        if (!users.isEmpty()) {
            rows.write(Sql.of(
                    "insert into scim_job_users (tenant_key, job, document) values (?, ?, ?)",
                    rows.make(job.tenant()),
                    job.id(),
                    UserIds.encode(users)));
        }
    }

    @Override
    public List<String> takeUsers(Job job) {
        rows.requireWritable();
        return rows.find(job.tenant()).map(key -> takeUsers(key, job.id())).orElse(List.of());
    }

    private List<String> takeUsers(long tenant, String job) {
        Sql first = Sql.of(
                "select document, sequence_number from scim_job_users where tenant_key = ? and job = ?"
                        + " order by sequence_number fetch first 1 rows only",
                tenant,
                job);
        List<Chunk> chunks = rows.rows(first, row -> new Chunk(UserIds.decode(row.getBytes(1)), row.getLong(2)));
        if (chunks.isEmpty()) {
            return List.of();
        }
        Chunk chunk = chunks.get(0);
        rows.write(Sql.of(
                "delete from scim_job_users where tenant_key = ? and job = ? and sequence_number = ?",
                tenant,
                job,
                chunk.sequence()));
        return chunk.users();
    }

    @Override
    public Optional<Job> find(String tenant, String id) {
        return rows.first(tenant, key -> Sql.of(FIND, key, id), ProvisioningCodec::decodeJob);
    }

    @Override
    public Optional<Job> lock(String tenant, String id) {
        return rows.lock(tenant, key -> Sql.of(FIND, key, id), ProvisioningCodec::decodeJob);
    }

    @Override
    public Optional<Job> claim() {
        return new Claim("scim_job", "id", "c.document", Sql.of("c.running = true"), "c.created, c.id")
                .take(rows, 1, row -> ProvisioningCodec.decodeJob(row.getBytes(1))).stream()
                        .findFirst();
    }

    @Override
    public void replace(Job job) {
        rows.write(
                job.tenant(),
                key -> Sql.of(
                        "update scim_job set running = ?, created = ?, ended = cast(? as bigint), document = ?"
                                + " where tenant_key = ? and id = ?",
                        isRunning(job),
                        job.created().toEpochMilli(),
                        ended(job),
                        ProvisioningCodec.encode(job),
                        key,
                        job.id()));
    }

    @Override
    public List<Job> list(String tenant, int limit) {
        return rows.list(
                tenant,
                key -> Sql.of(
                        "select document from scim_job where tenant_key = ? order by created desc, id desc"
                                + " fetch first ? rows only",
                        key,
                        limit),
                ProvisioningCodec::decodeJob);
    }

    @Override
    public void purge(Instant before) {
        rows.write(Sql.of("delete from scim_job where ended < ?", before.toEpochMilli()));
    }
}
