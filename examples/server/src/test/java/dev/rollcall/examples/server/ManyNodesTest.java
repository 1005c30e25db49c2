package dev.rollcall.examples.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.scim.jdbi.testing.TestPostgres;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes that share nothing but a database, started at once on an empty one. {@code -Drollcall.nodes.rounds=50} kills
 * as many of them.
 */
class ManyNodesTest {
    private static final int ROUNDS = Integer.getInteger("rollcall.nodes.rounds", 1);
    private static final int GROUPS = 4;

    @TempDir
    private static Path folder;

    private static Nodes nodes;
    private static NodeClient client;

    @BeforeAll
    static void start() throws Exception {
        nodes = Nodes.start(folder, TestPostgres.newSchema(), 3);
        client = new NodeClient(nodes.token());
    }

    @AfterAll
    static void stop() {
        nodes.close();
    }

    @Test
    void nodes_that_start_at_once_migrate_once_and_make_one_provider_with_one_set_of_credentials() {
        assertThat(nodes.column("select name from scim_migration order by version"))
                .isNotEmpty()
                .doesNotHaveDuplicates();
        assertThat(nodes.column("select id from scim_provider")).hasSize(1);
        assertThat(nodes.column("select id from scim_credential")).hasSize(2);
        assertThat(nodes.column("select id from scim_organization")).hasSize(3);
        assertThat(nodes.column("select name from scim_secret")).containsExactly("cursors");
        for (int i = 0; i < nodes.size(); i++) {
            client.get(nodes.baseUrl(i), "/Users?count=0");
        }
    }

    @Test
    void a_user_name_is_taken_once_whichever_nodes_are_asked_at_once() throws Exception {
        for (int round = 0; round < 10; round++) {
            String user = NodeWriter.user("contested-" + round, "one of many");
            List<Integer> statuses =
                    atOnce(IntStream.range(0, 2 * nodes.size()).mapToObj(i -> (Callable<Integer>)
                            () -> client.ask(nodes.baseUrl(i % nodes.size()), "POST", "/Users", user)
                                    .orElseThrow()
                                    .status()));
            assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 409);
        }
    }

    @Test
    void a_killed_node_loses_nothing_that_was_acknowledged_and_leaves_no_half_and_no_lock() throws Exception {
        long unknown = 0;
        for (int round = 0; round < ROUNDS; round++) {
            while (nodes.size() < 3) {
                nodes.add();
            }
            NodeLoad load = NodeLoad.start(nodes, client, groups("killed-" + round), "k" + round + "-");
            load.awaitMore(100);
            String dead = nodes.kill(round % nodes.size());
            load.awaitMore(100);
            Aftermath aftermath = load.stop();
            // Its connections end with it, and their transactions with them.
            nodes.awaitNoConnectionOf(dead);
            aftermath.check();
            unknown += aftermath.unknown();
            noTransactionIsLeft();
            everythingCanBeWritten("k" + round + "-", load.groups());
        }
        assertThat(unknown).as("writes that a node took to its end").isPositive();
    }

    @Test
    void nodes_are_replaced_one_by_one_while_others_serve() throws Exception {
        NodeLoad load = NodeLoad.start(nodes, client, groups("rolling"), "r-");
        for (int i = nodes.size(); i > 0; i--) {
            load.awaitMore(30);
            nodes.add();
            nodes.stopOldest();
        }
        load.awaitMore(30);
        Aftermath aftermath = load.stop();
        aftermath.check();
        assertThat(aftermath.unknown()).as("requests without an answer").isZero();
        noTransactionIsLeft();
    }

    private static List<String> groups(String name) {
        return IntStream.range(0, GROUPS)
                .mapToObj(i -> client.must(
                                201,
                                nodes.baseUrl(0),
                                "POST",
                                "/Groups",
                                "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:Group\"],\"displayName\":\""
                                        + name + "-" + i + "\"}")
                        .path("id")
                        .asText())
                .toList();
    }

    private static void noTransactionIsLeft() {
        String activity = "from pg_stat_activity a where a.application_name like 'node-%'";
        assertThat(nodes.column("select a.application_name || ' ' || a.query " + activity
                        + " and a.state like 'idle in transaction%'"))
                .isEmpty();
        assertThat(nodes.column("select l.locktype || ' ' || l.mode from pg_locks l where l.pid in (select a.pid "
                        + activity + " and a.state = 'idle')"))
                .isEmpty();
    }

    /** Whoever still held a row would be noticed. */
    private static void everythingCanBeWritten(String name, List<String> groups) {
        String patch = "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":["
                + "{\"op\":\"replace\",\"path\":\"displayName\",\"value\":\"afterwards\"}]}";
        long begun = System.nanoTime();
        String page = "/Users?attributes=userName&count=500&" + NodeClient.filter("userName sw \"" + name + "\"");
        List<JsonNode> users = client.all(List.of(nodes.baseUrl(0)), page);
        for (JsonNode user : users) {
            client.must(
                    200, nodes.baseUrl(1), "PATCH", "/Users/" + user.path("id").asText(), patch);
        }
        for (String group : groups) {
            client.must(200, nodes.baseUrl(1), "PATCH", "/Groups/" + group + "?attributes=displayName", patch);
        }
        assertThat(System.nanoTime() - begun)
                .as(users.size() + " writes")
                .isLessThan(TimeUnit.SECONDS.toNanos(15 + users.size() / 20));
    }

    static <T> List<T> atOnce(Stream<Callable<T>> tasks) throws Exception {
        List<Callable<T>> all = tasks.toList();
        ExecutorService threads = Executors.newFixedThreadPool(all.size());
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> done : threads.invokeAll(all)) {
                results.add(done.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
