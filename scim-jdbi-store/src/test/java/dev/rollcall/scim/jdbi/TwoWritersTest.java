package dev.rollcall.scim.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.Rollcall;
import dev.rollcall.scim.protocol.Caller;
import dev.rollcall.scim.protocol.ScimRequest;
import dev.rollcall.scim.protocol.ScimResponse;
import dev.rollcall.scim.protocol.ScimService;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntBinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two writers who patch one resource on a database: nothing is lost, and nobody hears of the other. */
class TwoWritersTest extends JdbiTest {
    private static final int WRITES = 1_000;
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");
    private static final Pattern MEMBER = Pattern.compile("\"value\":\"([^\"]+)\"");
    private static final Caller CALLER = Caller.ofProvider("acme", "okta", "okta");

    private @Nullable ScimService scim;

    @BeforeEach
    void serve() {
        scim = Rollcall.builder().store(store()).build().scim();
    }

    private record Answer(int status, String body) {}

    private Answer call(String method, String path, String body) {
        List<String> segments =
                Arrays.stream(path.split("/")).filter(s -> !s.isEmpty()).toList();
        byte[] json = body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        ScimResponse response = Objects.requireNonNull(scim)
                .handle(new ScimRequest(
                        method,
                        segments,
                        method.equals("PATCH") ? Map.of("attributes", List.of("id")) : Map.of(),
                        Map.of(),
                        new ByteArrayInputStream(json),
                        "http://localhost/scim/v2",
                        "r",
                        CALLER));
        assertThat(response.cause()).isNull();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            if (response.content() != null) {
                response.content().writeTo(out);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return new Answer(response.status(), out.toString(StandardCharsets.UTF_8));
    }

    private String create(String endpoint, String type, String members) {
        Answer created = call(
                "POST", endpoint, "{'schemas':['urn:ietf:params:scim:schemas:core:2.0:" + type + "']," + members + "}");
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        Matcher id = ID.matcher(created.body());
        assertThat(id.find()).isTrue();
        return id.group(1);
    }

    private int patch(String path, String operation) {
        return call(
                        "PATCH",
                        path,
                        "{'schemas':['urn:ietf:params:scim:api:messages:2.0:PatchOp'],'Operations':[" + operation
                                + "]}")
                .status();
    }

    @Test
    void who_patch_one_user_a_thousand_times_each_lose_nothing() throws Exception {
        String path = "/Users/" + create("/Users", "User", "'userName':'mira'");
        assertThat(together((writer, i) -> patch(
                        path,
                        "{'op':'add','path':'emails','value':[{'value':'w" + writer + "-" + i + "@example.com'}]}")))
                .containsOnly(200);
        assertThat(Pattern.compile("w\\d-\\d+@")
                        .matcher(call("GET", path, "").body())
                        .results()
                        .map(found -> found.group())
                        .distinct())
                .hasSize(2 * WRITES);
    }

    @Test
    void who_patch_one_group_a_thousand_times_each_lose_no_member() throws Exception {
        List<String> users = IntStream.range(0, 20)
                .mapToObj(i -> create("/Users", "User", "'userName':'u" + i + "'"))
                .toList();
        String path = "/Groups/" + create("/Groups", "Group", "'displayName':'G'");
        assertThat(together((writer, i) -> {
                    // Each adds and removes ten of its own by turns, and ends with all of them in.
                    String user = users.get(writer * 10 + i % 10);
                    String element = "[{'value':'" + user + "'}]";
                    boolean add = i / 10 % 2 == (WRITES / 10 - 1) % 2;
                    return patch(
                            path, "{'op':'" + (add ? "add" : "remove") + "','path':'members','value':" + element + "}");
                }))
                .containsOnly(200);
        assertThat(MEMBER.matcher(call("GET", path, "").body()).results().map(found -> found.group(1)))
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
