package dev.rollcall.scim.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ParallelClientsTest {
    private static final int ROUNDS = 100;

    @Test
    void two_clients_get_their_own_answers_and_all_their_members_survive() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(2);
        try (TestServer server = TestServer.start()) {
            String group = "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:Group\"],\"displayName\":\"both\"}";
            String path = "/scim/v2/Groups/"
                    + server.post("POST /scim/v2/Groups", group).attribute("id");
            CyclicBarrier together = new CyclicBarrier(2);
            Future<List<String>> one = clients.submit(() -> client(server, "one", path, together));
            Future<List<String>> two = clients.submit(() -> client(server, "two", path, together));
            List<String> ids = new ArrayList<>(one.get(60, TimeUnit.SECONDS));
            ids.addAll(two.get(60, TimeUnit.SECONDS));
            assertThat(ids).hasSize(2 * ROUNDS).doesNotHaveDuplicates();
            String members = server.as("GET " + path).body();
            assertThat(ids).allSatisfy(id -> assertThat(members).contains("\"value\":\"" + id + '"'));
        } finally {
            clients.shutdownNow();
        }
    }

    /** The ids of the users that the client made and added to the group. */
    private static List<String> client(TestServer server, String name, String group, CyclicBarrier together)
            throws Exception {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            together.await(20, TimeUnit.SECONDS);
            String userName = name + "-" + i;
            Answer created = server.post("POST /scim/v2/Users", TestServer.user(userName));
            assertThat(created.attribute("userName")).isEqualTo(userName);
            String id = created.attribute("id");
            String patch = "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":[{\"op\":"
                    + "\"add\",\"path\":\"members\",\"value\":[{\"value\":\"" + id + "\"}]}]}";
            Answer patched = server.post("PATCH " + group + "?attributes=displayName", patch);
            assertThat(patched.status()).as(patched.body()).isEqualTo(200);
            Answer found = server.as("GET /scim/v2/Users?filter=userName+eq+%22" + userName + "%22");
            assertThat(found.body()).contains("\"totalResults\":1,", id);
            ids.add(id);
        }
        return ids;
    }
}
