package dev.rollcall.scim.protocol;

import static dev.rollcall.scim.protocol.BulkRequests.bulk;
import static dev.rollcall.scim.protocol.BulkRequests.delete;
import static dev.rollcall.scim.protocol.BulkRequests.id;
import static dev.rollcall.scim.protocol.BulkRequests.operation;
import static dev.rollcall.scim.protocol.BulkRequests.patch;
import static dev.rollcall.scim.protocol.BulkRequests.postGroup;
import static dev.rollcall.scim.protocol.BulkRequests.postUser;
import static dev.rollcall.scim.protocol.BulkRequests.statuses;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.store.memory.InMemoryStore;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds of every operation of a bulk as of a single request, and of the whole of its answer (RFC 7644 §3.7). */
class BulkRulesTest {
    private final Server server = new Server(InMemoryStore.create());

    @Test
    void bodies_are_sent_to_who_says_what_of_them() {
        String delete = server.user("delete");
        Server.Answer answer = server.post(
                "/Bulk?attributes=userName",
                bulk(
                        postUser("a", "alice", "'title':'T'"),
                        patch("/Users/bulkId:a", "{'op':'replace','path':'userName','value':'al'}"),
                        delete("/Users/" + delete)));
        assertThat(statuses(answer)).containsExactly("201", "200", "204");
        JsonNode made = operation(answer, 0).path("response");
        assertThat(made.path("id").asText()).isEqualTo(id(answer, 0));
        assertThat(made.path("userName").asText()).isEqualTo("alice");
        assertThat(made.has("title")).isFalse();
        assertThat(operation(answer, 1).path("response").path("userName").asText())
                .isEqualTo("al");
        assertThat(operation(answer, 2).has("response")).isFalse();
        Server.Answer without =
                server.post("/Bulk?excludedAttributes=title", bulk(postUser("a", "bob", "'title':'T'")));
        assertThat(operation(without, 0).path("response").path("userName").asText())
                .isEqualTo("bob");
        assertThat(operation(without, 0).path("response").has("title")).isFalse();
        assertThat(server.post("/Bulk?attributes=id&excludedAttributes=title", bulk(postUser("a", "c")))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void bodies_are_left_out_when_they_become_too_many() {
        Server small = new Server(InMemoryStore.create(), b -> b.bulk(BulkLimits.of(10, 900)));
        Server.Answer answer = small.post(
                "/Bulk?excludedAttributes=title",
                bulk(postUser("a", "a"), postUser("b", "b"), postUser("c", "c"), postUser("d", "d")));
        assertThat(statuses(answer)).containsExactly("201", "201", "201", "201");
        assertThat(answer.all("Operations.response.userName")).containsExactly("a", "b");
    }

    @Test
    void a_body_is_kept_if_there_is_room_for_the_last_byte_of_it() {
        String body = bulk(postUser("a", "a"));
        int size = operation(server.post("/Bulk?excludedAttributes=title", body), 0)
                .path("response")
                .toString()
                .length();
        for (int room : List.of(size, size - 1)) {
            Server small = new Server(InMemoryStore.create(), b -> b.bulk(BulkLimits.of(1, room)));
            Server.Answer answer = small.post("/Bulk?excludedAttributes=title", body);
            assertThat(statuses(answer)).containsExactly("201");
            assertThat(operation(answer, 0).has("response")).isEqualTo(room == size);
        }
    }

    @Test
    void the_caller_of_the_request_is_the_caller_of_each_operation() {
        Caller other = Caller.ofProvider("acme", "entra", "rck-entra");
        Caller elsewhere = Caller.ofProvider("umbrella", "okta", "rck-okta");
        String mine = server.user("mira");
        for (Caller caller : List.of(other, elsewhere)) {
            Server.Answer answer = server.as(
                    caller,
                    "POST",
                    "/Bulk",
                    bulk(delete("/Users/" + mine), postGroup("g", "G", mine), postUser("u", "u-" + caller.tenant())));
            assertThat(statuses(answer)).containsExactly("404", "201", "201");
            Server.Answer group = server.as(caller, "GET", "/Groups/" + id(answer, 1), "");
            assertThat(group.all("members.value")).isEmpty();
            assertThat(server.get("/Users/" + id(answer, 2)).status()).isEqualTo(404);
        }
        assertThat(server.get("/Users/" + mine).status()).isEqualTo(200);
    }

    @Test
    void options_and_validation_are_those_of_a_single_request() {
        Server strict = new Server(InMemoryStore.create(), b -> b.options(Options.STRICT));
        Server.Answer answer = strict.post(
                "/Bulk",
                bulk(
                        postUser("a", "a", "'noSuch':1"),
                        postGroup("g", "G", "no-such-member"),
                        postUser("b", "b", "'active':'True'"),
                        postUser("c", " ")));
        assertThat(statuses(answer)).containsExactly("400", "400", "400", "400");
        assertThat(statuses(server.post("/Bulk", bulk(postUser("a", "a", "'noSuch':1,'active':'True'")))))
                .containsExactly("201");
    }

    @Test
    void a_failure_of_the_server_itself_is_a_500_of_its_operation_and_tells_nothing() {
        Server broken = new Server(
                InMemoryStore.create(),
                b -> b.writeListener(write -> {
                    if (write.after() != null
                            && write.after().text("userName").orElse("").equals("b")) {
                        throw new IllegalStateException("s3cret");
                    }
                    return WriteListener.AfterWrite.NOTHING;
                }));
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> broken.post("/Bulk", bulk(postUser("a", "a"), postUser("b", "b"), postUser("c", "c")))))
                .hasCauseInstanceOf(IllegalStateException.class);
        assertThat(broken.get("/Users").all("Resources.userName")).containsExactly("a", "c");
    }

    @Test
    void a_listener_hears_of_each_operation_once() {
        List<String> heard = new ArrayList<>();
        Server listened = new Server(
                InMemoryStore.create(),
                b -> b.writeListener(write -> changes -> {
                    heard.add((write.before() == null ? "create " : "update ")
                            + changes.joined().size());
                    if (write.after() != null
                            && write.after().text("title").orElse("").equals("no")) {
                        throw ScimException.invalidValue("refused");
                    }
                }));
        Server.Answer answer = listened.post(
                "/Bulk",
                bulk(
                        postGroup("a", "A", "bulkId:b", "bulkId:u"),
                        postGroup("b", "B", "bulkId:a"),
                        postUser("u", "u"),
                        patch("/Groups/bulkId:b", "{'op':'add','path':'members','value':[{'value':'bulkId:u'}]}"),
                        postUser("n", "n", "'title':'no'")));
        assertThat(statuses(answer)).containsExactly("201", "201", "201", "200", "400");
        assertThat(heard).containsExactly("create 0", "create 2", "create 1", "update 1", "create 0");
        assertThat(listened.get("/Users").all("Resources.userName")).containsExactly("u");
    }
}
