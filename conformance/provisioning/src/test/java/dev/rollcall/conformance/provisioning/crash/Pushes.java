package dev.rollcall.conformance.provisioning.crash;

import dev.rollcall.conformance.server.Answer;
import dev.rollcall.conformance.server.Scim;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** A provider that pushes on several connections until the server is gone, and remembers what was acknowledged. */
final class Pushes {
    private static final int CONNECTIONS = 4;

    /** Whether a user that was made is there, as far as that is acknowledged; users of whom nothing is sure are left out. */
    private final Map<String, Boolean> acknowledged = new ConcurrentHashMap<>();

    private final CountDownLatch first = new CountDownLatch(1);
    private final AtomicBoolean over = new AtomicBoolean();
    private final ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);

    private Pushes() {}

    static Pushes begin(HostProcess host, long seed) {
        Pushes pushes = new Pushes();
        for (int i = 0; i < CONNECTIONS; i++) {
            Random random = new Random(seed + i);
            pushes.threads.execute(() -> pushes.push(host.client(), random));
        }
        return pushes;
    }

    /** Waits until something was acknowledged. */
    void awaitFirst() throws InterruptedException {
        if (!first.await(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The server acknowledges nothing");
        }
    }

    /** Waits until nobody pushes any more, which needs the server to be gone. */
    Map<String, Boolean> end() throws InterruptedException {
        over.set(true);
        threads.shutdown();
        if (!threads.awaitTermination(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The provider still pushes");
        }
        return acknowledged;
    }

    private void push(Scim scim, Random random) {
        List<String> users = new ArrayList<>();
        String[] unsure = {null};
        try {
            String group = scim.group("Group " + UUID.randomUUID());
            while (!over.get()) {
                one(scim, group, users, random, unsure);
            }
        } catch (UncheckedIOException | AssertionError e) {
            // The server is gone; what it was asked last may have been done or not.
            if (unsure[0] != null) {
                acknowledged.remove(unsure[0]);
            }
        }
    }

    private void one(Scim scim, String group, List<String> users, Random random, String[] unsure) {
        if (users.isEmpty() || random.nextInt(3) == 0) {
            String id = scim.user(UUID.randomUUID() + "@example.com", "'title':'Department " + random.nextInt(5) + "'");
            acknowledged.put(id, true);
            first.countDown();
            users.add(id);
            return;
        }
        String id = users.get(random.nextInt(users.size()));
        switch (random.nextInt(5)) {
            case 0 ->
                patch(scim, "/Users/" + id, "{'op':'replace','path':'active','value':" + random.nextBoolean() + "}");
            case 1 ->
                patch(
                        scim,
                        "/Users/" + id,
                        "{'op':'replace','path':'title','value':'Department " + random.nextInt(5) + "'}");
            case 2 -> patch(scim, "/Groups/" + group, "{'op':'add','path':'members','value':[{'value':'" + id + "'}]}");
            case 3 -> {
                unsure[0] = id;
                require(scim.delete("/Users/" + id), 204);
                unsure[0] = null;
                acknowledged.put(id, false);
                users.remove(id);
            }
            default -> require(scim.get("/Users/" + id), 200);
        }
    }

    private static void patch(Scim scim, String target, String operation) {
        require(scim.patch(target, operation), 200);
    }

    private static void require(Answer answer, int status) {
        if (answer.status() != status) {
            throw new IllegalStateException("Not " + status + ": " + answer);
        }
    }
}
