package dev.rollcall.scim.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.protocol.Options;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntBinaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two writers who patch one resource on a database: nothing is lost, and nobody hears of the other. */
class TwoWritersTest extends JdbiTest {
    private static final int WRITES = 1_000;
    private static final Pattern MEMBER = Pattern.compile("\"value\":\"([^\"]+)\"");

    private ScimClient client;

    @BeforeEach
    void serve() {
        client = ScimClient.of(store(), Options.DEFAULT);
    }

    @Test
    void who_patch_one_user_a_thousand_times_each_lose_nothing() throws Exception {
        String path = "/Users/" + client.create("/Users", "User", "'userName':'mira'");
        assertThat(together((writer, i) -> client.patch(
                        path,
                        "{'op':'add','path':'emails','value':[{'value':'w" + writer + "-" + i + "@example.com'}]}")))
                .containsOnly(200);
        assertThat(Pattern.compile("w\\d-\\d+@")
                        .matcher(client.get(path, Map.of()).body())
                        .results()
                        .map(found -> found.group())
                        .distinct())
                .hasSize(2 * WRITES);
    }

    @Test
    void who_patch_one_group_a_thousand_times_each_lose_no_member() throws Exception {
        List<String> users = IntStream.range(0, 20)
                .mapToObj(i -> client.create("/Users", "User", "'userName':'u" + i + "'"))
                .toList();
        String path = "/Groups/" + client.create("/Groups", "Group", "'displayName':'G'");
        assertThat(together((writer, i) -> {
                    // Each adds and removes ten of its own by turns, and ends with all of them in.
                    String user = users.get(writer * 10 + i % 10);
                    String element = "[{'value':'" + user + "'}]";
                    boolean add = i / 10 % 2 == (WRITES / 10 - 1) % 2;
                    return client.patch(
                            path, "{'op':'" + (add ? "add" : "remove") + "','path':'members','value':" + element + "}");
                }))
                .containsOnly(200);
        assertThat(MEMBER.matcher(client.get(path, Map.of()).body()).results().map(found -> found.group(1)))
                .containsExactlyInAnyOrderElementsOf(users);
    }

    private static List<Integer> together(IntBinaryOperator write) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Callable<List<Integer>>> writers = new ArrayList<>();
            for (int w = 0; w < 2; w++) {
                int writer = w;
                writers.add(() -> IntStream.range(0, WRITES)
                        .map(i -> write.applyAsInt(writer, i))
                        .boxed()
                        .toList());
            }
            List<Integer> statuses = new ArrayList<>();
            for (Future<List<Integer>> done : threads.invokeAll(writers)) {
                statuses.addAll(done.get());
            }
            assertThat(statuses).hasSize(2 * WRITES);
            return statuses;
        } finally {
            threads.shutdownNow();
        }
    }
}
