package dev.rollcall.scim.protocol;

import static dev.rollcall.scim.protocol.BulkRequests.bulk;
import static dev.rollcall.scim.protocol.BulkRequests.id;
import static dev.rollcall.scim.protocol.BulkRequests.manager;
import static dev.rollcall.scim.protocol.BulkRequests.operation;
import static dev.rollcall.scim.protocol.BulkRequests.post;
import static dev.rollcall.scim.protocol.BulkRequests.postGroup;
import static dev.rollcall.scim.protocol.BulkRequests.postUser;
import static dev.rollcall.scim.protocol.BulkRequests.statuses;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.protocol.password.PasswordPolicy;
import dev.rollcall.scim.store.Store;
import dev.rollcall.scim.store.memory.InMemoryStore;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Resources of one bulk that refer to each other (RFC 7644 §3.7.1). */
class BulkCircleTest {
    private static final String STORES = "dev.rollcall.scim.protocol.Stores#all";
    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    private static final PasswordPolicy ANY_PASSWORD =
            PasswordPolicy.builder().minLength(1).build();

    private static String managerOf(Server server, String user) {
        return server.get("/Users/" + user)
                .json()
                .path(ENTERPRISE)
                .path("manager")
                .path("value")
                .asText();
    }

    private static List<String> membersOf(Server server, String group) {
        return server.get("/Groups/" + group).all("members.value");
    }

    @ParameterizedTest
    @MethodSource(STORES)
    void two_groups_can_contain_each_other_and_one_itself(Store store) {
        for (Options options : List.of(Options.STRICT, Options.DEFAULT)) {
            Server server = new Server(store, b -> b.options(options));
            Server.Answer answer = server.post(
                    "/Bulk",
                    bulk(
                            postGroup("qwerty", "Group A", "bulkId:ytrewq"),
                            postGroup("ytrewq", "Group B", "bulkId:qwerty"),
                            postGroup("self", "Self", "bulkId:self")));
            assertThat(statuses(answer)).containsExactly("201", "201", "201");
            assertThat(answer.all("Operations.version")).containsOnly("W/\"1\"");
            assertThat(membersOf(server, id(answer, 0))).containsExactly(id(answer, 1));
            assertThat(membersOf(server, id(answer, 1))).containsExactly(id(answer, 0));
            assertThat(membersOf(server, id(answer, 2))).containsExactly(id(answer, 2));
            assertThat(server.get("/Groups/" + id(answer, 0)).all("members.type"))
                    .containsExactly("Group");
            assertThat(server.get("/Groups/" + id(answer, 0)).all("meta.version"))
                    .containsExactly(operation(answer, 0).path("version").asText());
        }
    }

    @ParameterizedTest
    @MethodSource(STORES)
    void of_resources_in_a_circle_all_are_made_or_none(Store store) {
        Server server = new Server(store);
        server.user("taken");
        Server.Answer answer = server.post(
                "/Bulk",
                bulk(
                        postGroup("a", "A", "bulkId:b"),
                        postUser("b", "taken", manager("bulkId:c")),
                        postUser("c", "c", manager("bulkId:a")),
                        postUser("free", "free"),
                        postGroup("d", "D", "bulkId:a")));
        assertThat(statuses(answer)).containsExactly("409", "409", "409", "201", "409");
        assertThat(answer.all("Operations.response.scimType")).containsExactly("uniqueness");
        assertThat(operation(answer, 0).path("response").path("detail").asText())
                .contains("Operations[1]");
        assertThat(operation(answer, 4).path("response").path("detail").asText())
                .contains("bulkId:a", "Operations[0]");
        assertThat(server.get("/Groups").json().path("totalResults").asInt()).isZero();
        assertThat(server.get("/Users").all("Resources.userName")).containsExactlyInAnyOrder("taken", "free");
    }

    @Test
    void each_failure_within_a_circle_is_told() {
        Server server = new Server(InMemoryStore.create());
        Server.Answer answer = server.post(
                "/Bulk",
                bulk(
                        postUser("a", "", manager("bulkId:b")),
                        postUser("b", "b", manager("bulkId:c"), "'active':'perhaps'"),
                        postUser("c", "c", manager("bulkId:a"))));
        assertThat(statuses(answer)).containsExactly("400", "400", "409");
        assertThat(server.get("/Users").json().path("totalResults").asInt()).isZero();
    }

    @Test
    void users_can_manage_each_other() {
        Server server = new Server(InMemoryStore.create());
        Server.Answer answer = server.post(
                "/Bulk", bulk(postUser("a", "a", manager("bulkId:b")), postUser("b", "b", manager("bulkId:a"))));
        assertThat(managerOf(server, id(answer, 0))).isEqualTo(id(answer, 1));
        assertThat(managerOf(server, id(answer, 1))).isEqualTo(id(answer, 0));
    }

    @Test
    void passwords_are_handed_over_when_all_of_a_circle_is_there() {
        List<String> heard = new ArrayList<>();
        Server server = new Server(
                InMemoryStore.create(),
                b -> b.options(Options.DEFAULT.withStrictMemberReferences(true))
                        .passwords(change -> heard.add(change.password().text()), ANY_PASSWORD));
        String user = "{'schemas':['urn:ietf:params:scim:schemas:core:2.0:User'],'userName':'a','password':'s3cret',"
                + manager("bulkId:g") + "}";
        assertThat(statuses(server.post(
                        "/Bulk", bulk(post("/Users", "a", user), postGroup("g", "G", "bulkId:a", "nobody")))))
                .containsExactly("409", "400");
        assertThat(heard).isEmpty();
        assertThat(statuses(server.post("/Bulk", bulk(post("/Users", "a", user), postGroup("g", "G", "bulkId:a")))))
                .containsExactly("201", "201");
        assertThat(heard).containsExactly("s3cret");
    }

    @Tag("long")
    @Test
    void a_chain_and_a_circle_can_be_as_long_as_a_request() {
        Server server = new Server(InMemoryStore.create(), b -> b.bulk(BulkLimits.of(20_000, 16 << 20)));
        int size = 10_000;
        for (boolean circle : List.of(false, true)) {
            String[] operations = new String[size];
            for (int i = 0; i < size; i++) {
                boolean last = i == size - 1 && !circle;
                operations[i] = postUser("b" + i, circle + "" + i, last ? "" : manager("bulkId:b" + (i + 1) % size));
                operations[i] = operations[i].replace(",}", "}");
            }
            Server.Answer answer = server.post("/Bulk", bulk(operations));
            assertThat(statuses(answer)).hasSize(size).containsOnly("201");
            assertThat(managerOf(server, id(answer, 0))).isEqualTo(id(answer, 1));
            assertThat(managerOf(server, id(answer, size - 1))).isEqualTo(circle ? id(answer, 0) : "");
        }
    }
}
