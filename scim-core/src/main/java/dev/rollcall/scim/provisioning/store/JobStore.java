package dev.rollcall.scim.provisioning.store;

import dev.rollcall.scim.provisioning.job.Job;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps work in the background. */
public interface JobStore {
    /** Adds a job. */
    void insert(Job job);

    /** Adds ids of User resources whose accounts a job is to evaluate, up to 1,000 at a time; the same one may come again. */
    void addUsers(Job job, List<String> users);

    /**
     * Takes ids out that {@link #addUsers} put in, those of one call together; empty if none are left. The users of a job MUST
     * be taken once, in the order in which they were added.
     */
    List<String> takeUsers(Job job);

    /** The job of that id. */
    Optional<Job> find(String tenant, String id);

    /** The same, held until the unit of work ends. One unit of work at a time MUST hold a job. */
    Optional<Job> lock(String tenant, String id);

    /**
     * The oldest running job of any tenant that no other unit of work holds, held until the unit ends: one node at a time
     * does a batch of it, and if that dies, another. A claim MUST give the oldest running job.
     */
    Optional<Job> claim();

    /** Writes a new state of a job that the unit holds. */
    void replace(Job job);

    /** The jobs of a tenant, the latest first, at most so many. */
    List<Job> list(String tenant, int limit);

    /** Removes what is over. Purging jobs MUST remove those alone that ended before the time. */
    void purge(Instant before);
}
