package dev.rollcall.scim.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.patch.Change;
import dev.rollcall.scim.patch.ChangeSet;
import dev.rollcall.scim.resource.Value;
import dev.rollcall.scim.store.memory.InMemoryStore;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where other parts join: listeners inside of the unit of work, and attributes that are derived when they are read. */
class JointsTest {
    private static final String PATCH_TITLE = "{'op':'replace','path':'title','value':'T'}";

    /** Notes what it hears; refuses what it is told to. */
    private static final class Recorder implements WriteListener {
        private final List<String> heard = new ArrayList<>();
        private final List<ChangeSet> changes = new ArrayList<>();
        private String refusing = "";

        private void hear(String when, Write write) {
            String kind = write.before() == null ? "create" : write.after() == null ? "delete" : "update";
            heard.add(when + " " + kind);
            if (refusing.equals(when + " " + kind)) {
                throw ScimException.invalidValue("refused");
            }
        }

        @Override
        public AfterWrite beforeWrite(Write write) {
            hear("before", write);
            return changeSet -> {
                assertThat(write.caller().provider()).isEqualTo("okta");
                assertThat(write.requestId()).isEqualTo("request-1");
                changes.add(changeSet);
                hear("after", write);
            };
        }

        private ChangeSet last() {
            return changes.get(changes.size() - 1);
        }
    }

    private final Recorder recorder = new Recorder();
    private final Server server = new Server(InMemoryStore.create(), b -> b.writeListener(recorder));

    @Test
    void a_listener_hears_each_write_before_and_after_it_with_what_really_changed() {
        String id = server.user("mira", "'name':{'givenName':'M'}");
        assertThat(recorder.last().touches("userName")).isTrue();
        server.patch(
                "/Users/" + id,
                "{'op':'add','value':{'name':{'familyName':'S'},'userName':'mira'}},{'op':'remove','path':'nickName'}");
        assertThat(recorder.last().changes()).containsExactly(new Change("name.familyName", null, Value.of("S")));
        assertThat(recorder.last().touches("name")).isTrue();
        assertThat(recorder.last().touches("nam")).isFalse();
        server.put("/Users/" + id, Server.userBody("mira", ""));
        assertThat(recorder.last().changes())
                .extracting(Change::path)
                .containsExactly("name.familyName", "name.givenName");
        server.delete("/Users/" + id);
        assertThat(recorder.heard)
                .containsExactly(
                        "before create",
                        "after create",
                        "before update",
                        "after update",
                        "before update",
                        "after update",
                        "before delete",
                        "after delete");
    }

    @Test
    void a_listener_hears_who_joined_and_left() {
        String a = server.user("a");
        String b = server.user("b");
        String group = server.group("G", a);
        assertThat(recorder.last().joined()).containsExactly(a);
        server.patch("/Groups/" + group, "{'op':'replace','path':'members','value':[{'value':'" + b + "'}]}");
        assertThat(recorder.last()).isEqualTo(new ChangeSet(List.of(), List.of(b), List.of(a)));
    }

    @Test
    void a_write_that_changes_nothing_is_heard_by_nobody() {
        String id = server.user("mira", "'title':'T'");
        recorder.heard.clear();
        server.patch("/Users/" + id, PATCH_TITLE);
        server.put("/Users/" + id, Server.userBody("mira", "'title':'T','password':'s3cret'"));
        assertThat(recorder.heard).isEmpty();
    }

    @Test
    void a_refusal_before_or_after_the_write_undoes_all_of_it() {
        String a = server.user("a");
        String group = server.group("G");
        Server.Answer before = server.get("/Groups/" + group);
        String operations = "{'op':'replace','path':'displayName','value':'H'},"
                + "{'op':'add','path':'members','value':[{'value':'" + a + "'}]}";
        for (String when : List.of("before", "after")) {
            recorder.refusing = when + " update";
            assertThat(server.patch("/Groups/" + group, operations).detail()).isEqualTo("refused");
            assertThat(server.get("/Groups/" + group).json()).isEqualTo(before.json());
            recorder.refusing = when + " create";
            assertThat(server.post("/Users", Server.userBody("new", "")).status())
                    .isEqualTo(400);
            recorder.refusing = when + " delete";
            assertThat(server.delete("/Groups/" + group).status()).isEqualTo(400);
        }
        assertThat(server.get("/Groups/" + group).json()).isEqualTo(before.json());
        assertThat(server.get("/Users").all("Resources.userName")).containsExactly("a");
    }

    @Test
    void a_derived_attribute_is_shown_and_leaves_the_version_alone() {
        List<String> nick = new ArrayList<>(List.of("one"));
        Server deriving = new Server(
                InMemoryStore.create(),
                b -> b.derivedAttributes((context, resources) -> resources.stream()
                        .map(r -> r.with(r.type().attributes().get("nickName"), Value.of(nick.get(0))))
                        .toList()));
        Server.Answer created = deriving.post("/Users", Server.userBody("mira", ""));
        assertThat(created.json().path("nickName").asText()).isEqualTo("one");
        nick.set(0, "two");
        Server.Answer read = deriving.get("/Users/" + created.id());
        assertThat(read.json().path("nickName").asText()).isEqualTo("two");
        assertThat(read.headers().get("ETag")).isEqualTo(created.headers().get("ETag"));
        assertThat(deriving.get("/Users?attributes=nickName").all("Resources.nickName"))
                .containsExactly("two");
    }
}
