package dev.rollcall.benchmarks.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rollcall.benchmarks.http.ScimClient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** Loads a tenant as a client would: users and groups by Bulk, members by PATCH, over several connections at once. */
public final class Loader {
    private static final int WORKERS = 4;
    /** As many as a server admits by default. */
    private static final int MOST_OPERATIONS = 1_000;

    private static final int MOST_MEMBERS = 5_000;
    /** So many requests at least, since a rate needs some. */
    private static final int REQUESTS = 200;

    private static final int LEAST = 10;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Connecting connecting;
    private final String fsync;

    /** A loader that sends over connections of its own, to a server whose database has the setting of fsync. */
    public Loader(Connecting connecting, String fsync) {
        this.connecting = connecting;
        this.fsync = fsync;
    }

    /** Makes connections. */
    @FunctionalInterface
    public interface Connecting {
        /** A new connection for the tenant, which the caller closes. */
        ScimClient connect(String tenant) throws IOException;
    }

    /** Loads a tenant that is empty yet. */
    public TenantData load(TenantPlan plan, long seed) throws Exception {
        Progress users = new Progress();
        List<String> ids =
                create(plan, "/Users", plan.users(), i -> plan.person(i).json(), users);
        Grouping grouping = Grouping.of(plan.users(), plan.memberships());
        List<String> groups =
                create(plan, "/Groups", grouping.sizes().size(), i -> Bodies.group("Group " + i), new Progress());
        List<Grouping.Chunk> chunks = grouping.chunks(size(plan.memberships(), MOST_MEMBERS), seed);
        Progress memberships = new Progress();
        parallel(plan, chunks.size(), (client, i) -> {
            Grouping.Chunk chunk = chunks.get(i);
            List<String> members =
                    Arrays.stream(grouping.members(chunk)).mapToObj(ids::get).toList();
            // What the answer shows is asked for, so that it does not depend on the size of the group.
            client.send(
                    "PATCH",
                    "/Groups/" + groups.get(chunk.group()) + "?attributes=id",
                    Bodies.patch(List.of(Bodies.add(members))));
            memberships.done(members.size());
        });
        return new TenantData(plan, ids, groups.get(0), fsync, users.rates(), memberships.rates());
    }

    private List<String> create(
            TenantPlan plan, String endpoint, int count, IntFunction<String> resource, Progress progress)
            throws Exception {
        int size = size(count, MOST_OPERATIONS);
        String[] ids = new String[count];
        parallel(plan, (count + size - 1) / size, (client, i) -> {
            int from = i * size;
            int to = Math.min(count, from + size);
            List<String> made = createAll(client, endpoint, from, to, resource);
            for (int n = from; n < to; n++) {
                ids[n] = made.get(n - from);
            }
            progress.done(to - from);
        });
        return List.of(ids);
    }

    /**
     * Makes some resources in one Bulk request.
     *
     * @return their ids in order
     * @throws IOException if one of them could not be made
     */
    public static List<String> createAll(
            ScimClient client, String endpoint, int from, int to, IntFunction<String> resource) throws IOException {
        List<String> resources = new ArrayList<>();
        for (int i = from; i < to; i++) {
            resources.add(resource.apply(i));
        }
        ScimClient.Reply reply = client.send("POST", "/Bulk", Bodies.bulk(endpoint, resources));
        String[] ids = new String[to - from];
        for (JsonNode operation : JSON.readTree(reply.body()).path("Operations")) {
            if (operation.path("status").asInt() != 201) {
                throw new IOException("A resource could not be made: " + operation);
            }
            String location = operation.path("location").asText();
            ids[operation.path("bulkId").asInt()] = location.substring(location.lastIndexOf('/') + 1);
        }
        return List.of(ids);
    }

    private static int size(long count, int most) {
        return (int) Math.max(LEAST, Math.min(most, count / REQUESTS));
    }

    private interface Step {
        void run(ScimClient client, int i) throws IOException;
    }

    private void parallel(TenantPlan plan, int steps, Step step) throws Exception {
        AtomicInteger next = new AtomicInteger();
        ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
        try {
            List<Callable<Boolean>> tasks = new ArrayList<>();
            for (int worker = 0; worker < WORKERS; worker++) {
                tasks.add(() -> {
                    try (ScimClient client = connecting.connect(plan.tenant())) {
                        for (int i = next.getAndIncrement(); i < steps; i = next.getAndIncrement()) {
                            step.run(client, i);
                        }
                    }
                    return true;
                });
            }
            for (Future<Boolean> done : workers.invokeAll(tasks)) {
                done.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        } finally {
            workers.shutdownNow();
        }
    }
}
