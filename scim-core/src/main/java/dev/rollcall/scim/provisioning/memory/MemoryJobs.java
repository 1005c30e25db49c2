package dev.rollcall.scim.provisioning.memory;

import dev.rollcall.scim.provisioning.job.Job;
import dev.rollcall.scim.provisioning.job.JobState;
import dev.rollcall.scim.provisioning.store.JobStore;
import dev.rollcall.scim.resource.Collation;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Work in the background; whoever writes holds all of it. */
record MemoryJobs(MemoryProvisioningUnit unit) implements JobStore {
    private static final Comparator<Job> BY_AGE =
            Comparator.comparing(Job::created).thenComparing(Job::id, Collation::compare);

    private static RowKey key(Job job) {
        return RowKey.of(job.tenant(), job.id());
    }

    @Override
    public void insert(Job job) {
        unit.writing().jobs.put(key(job), job);
    }

    @Override
    public void addUsers(Job job, List<String> users) {
        Tables tables = unit.writing();
        long last = tables.jobUsers
                .keysUnder(key(job))
                .reduce((first, second) -> second)
                .map(batch -> Long.parseLong(batch.last()))
                .orElse(0L);
        tables.jobUsers.put(key(job).and("%020d".formatted(last + 1)), List.copyOf(users));
    }

    @Override
    public List<String> takeUsers(Job job) {
        Tables tables = unit.writing();
        return tables.jobUsers
                .keysUnder(key(job))
                .findFirst()
                .flatMap(tables.jobUsers::remove)
                .orElse(List.of());
    }

    @Override
    public Optional<Job> find(String tenant, String id) {
        return unit.reading().jobs.find(RowKey.of(tenant, id));
    }

    @Override
    public Optional<Job> lock(String tenant, String id) {
        return unit.writing().jobs.find(RowKey.of(tenant, id));
    }

    @Override
    public Optional<Job> claim() {
        return unit.writing()
                .jobs
                .all()
                .filter(job -> job.state() == JobState.RUNNING)
                .min(BY_AGE);
    }

    @Override
    public void replace(Job job) {
        Tables tables = unit.writing();
        if (tables.jobs.has(key(job))) {
            tables.jobs.put(key(job), job);
        }
    }

    @Override
    public List<Job> list(String tenant, int limit) {
        return unit.reading()
                .jobs
                .under(RowKey.of(tenant))
                .sorted(BY_AGE.reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public void purge(Instant before) {
        Tables tables = unit.writing();
        tables.jobs.all().filter(job -> endedBefore(job, before)).toList().forEach(job -> {
            tables.jobs.remove(key(job));
            tables.jobUsers.removeUnder(key(job));
        });
    }

    private static boolean endedBefore(Job job, Instant before) {
        Instant ended = job.ended();
        return ended != null && ended.isBefore(before);
    }
}
