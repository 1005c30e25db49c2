package dev.rollcall.scim.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Writers who meet: nothing is lost, and nobody hears of the other. */
@Tag("long")
class ConcurrencyTest {
    private static final String STORES = "dev.rollcall.scim.protocol.Stores#all";
    private static final int THREADS = 2;
    private static final int WRITES = 1_000;

    @ParameterizedTest
    @MethodSource(STORES)
    void two_threads_that_patch_one_user_lose_nothing(Store store) throws Exception {
        Server server = new Server(store);
        String id = server.user("mira");
        List<Integer> statuses = together((thread, i) -> server.patch(
                        "/Users/" + id + "?excludedAttributes=emails",
                        "{'op':'add','path':'emails','value':[{'value':'" + thread + "-" + i + "@x'}]}")
                .status());
        assertThat(statuses).hasSize(THREADS * WRITES).containsOnly(200);
        Server.Answer user = server.get("/Users/" + id);
        assertThat(user.all("emails.value")).hasSize(THREADS * WRITES).doesNotHaveDuplicates();
        assertThat(user.json().path("meta").path("version").asText()).isEqualTo("W/\"" + (THREADS * WRITES + 1) + "\"");
    }

    @ParameterizedTest
    @MethodSource(STORES)
    void two_threads_that_patch_one_group_lose_no_member(Store store) throws Exception {
        Server server = new Server(store);
        List<String> users =
                IntStream.range(0, 20).mapToObj(i -> server.user("u" + i)).toList();
        String group = server.group("G");
        List<Integer> statuses = together((thread, i) -> {
            // Each thread has its own ten users, whom it adds and removes by turns; the last round leaves them in.
            String user = users.get(thread * 10 + i % 10);
            boolean add = (i / 10) % 2 == (WRITES / 10 - 1) % 2;
            return server.patch(
                            "/Groups/" + group + "?attributes=id",
                            add
                                    ? "{'op':'add','path':'members','value':[{'value':'" + user + "'}]}"
                                    : "{'op':'remove','path':'members','value':[{'value':'" + user + "'}]}")
                    .status();
        });
        assertThat(statuses).hasSize(THREADS * WRITES).containsOnly(200);
        assertThat(server.get("/Groups/" + group).all("members.value")).containsExactlyInAnyOrderElementsOf(users);
    }

    @ParameterizedTest
    @MethodSource(STORES)
    void of_two_threads_that_create_one_userName_exactly_one_succeeds_each_time(Store store) throws Exception {
        Server server = new Server(store);
        List<Integer> statuses = together((thread, i) ->
                server.post("/Users", Server.userBody("user" + i, "")).status());
        assertThat(statuses).containsOnly(201, 409);
        assertThat(statuses.stream().filter(status -> status == 201)).hasSize(WRITES);
        assertThat(server.get("/Users?count=0").json().path("totalResults").asInt())
                .isEqualTo(WRITES);
    }

    private static List<Integer> together(BiFunction<Integer, Integer, Integer> write) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            CyclicBarrier start = new CyclicBarrier(THREADS);
            List<Callable<List<Integer>>> tasks = new ArrayList<>();
            for (int t = 0; t < THREADS; t++) {
                int thread = t;
                tasks.add(() -> {
                    start.await();
                    return IntStream.range(0, WRITES)
                            .map(i -> write.apply(thread, i))
                            .boxed()
                            .toList();
                });
            }
            List<Integer> statuses = new ArrayList<>();
            for (Future<List<Integer>> done : threads.invokeAll(tasks)) {
                statuses.addAll(done.get());
            }
            return statuses;
        } finally {
            threads.shutdownNow();
        }
    }
}
