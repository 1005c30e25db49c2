package dev.rollcall.scim.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.scim.schema.Attribute;
import dev.rollcall.scim.schema.AttributeType;
import dev.rollcall.scim.schema.Schema;
import dev.rollcall.scim.schema.Uniqueness;
import dev.rollcall.scim.store.ConflictException;
import dev.rollcall.scim.store.DuplicateKeyException;
import dev.rollcall.scim.store.Store;
import dev.rollcall.scim.store.StoreQuery;
import dev.rollcall.scim.store.StoredResource;
import dev.rollcall.scim.store.memory.InMemoryStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked of a store, and what becomes of its refusals. */
class StoreUseTest {
    private static final Schema BADGE = Schema.of(
            "urn:example:Badge",
            "Badge",
            null,
            List.of(
                    Attribute.named("number", AttributeType.INTEGER)
                            .uniqueness(Uniqueness.SERVER)
                            .build(),
                    Attribute.named("page", AttributeType.REFERENCE)
                            .uniqueness(Uniqueness.SERVER)
                            .build()));

    private final List<String> calls = new ArrayList<>();
    private final List<StoreQuery> asked = new ArrayList<>();
    private int losing;
    private String loser = "";

    private Server on(Store store) {
        Store watched = new Watched(store, (method, arguments, proceed) -> {
            calls.add(method);
            arguments.stream()
                    .filter(StoreQuery.class::isInstance)
                    .map(StoreQuery.class::cast)
                    .forEach(asked::add);
            if (method.equals(loser) && losing > 0) {
                losing--;
                return false;
            }
            return proceed.get();
        });
        return new Server(watched, b -> b.extension("User", BADGE));
    }

    private final Server server = on(InMemoryStore.create());

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            userName eq "U1"                            | userName=u1
            userName eq "u1" and title pr               | userName=u1
            externalId eq "x" and (title pr and userName eq "u1") | externalId=x userName=u1
            userName eq "u1" and active eq true         | userName=u1
            urn:example:Badge:number eq 7.0             | urn:example:Badge:number=7
            urn:example:Badge:page eq "https://x/7"     | urn:example:Badge:page=https://x/7
            userName eq "u1" or title pr                | ``
            not (userName eq "u2")                      | ``
            userName ne "u2"                            | ``
            userName sw "u1"                            | ``
            title eq "t"                                | ``
            active eq true                              | ``
            urn:example:Badge:number eq "7"             | ``
            """)
    void it_is_told_the_keys_that_every_match_has(String filter, String keys) {
        server.user("u1", "'externalId':'x','title':'t','urn:example:Badge':{'number':7,'page':'https://x/7'}");
        asked.clear();
        assertThat(server.get("/Users?filter=" + filter).all("Resources.userName"))
                .containsExactly("u1");
        assertThat(asked.get(0).equalities().stream()
                        .map(key -> key.path() + "=" + key.value())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(keys);
    }

    @Test
    void a_filter_that_names_an_id_is_a_look_up() {
        String id = server.user("u1", "'title':'t'");
        server.user("u2", "'title':'t'");
        calls.clear();
        assertThat(server.get("/Users?filter=title eq \"t\" and id eq \"" + id + "\"")
                        .all("Resources.userName"))
                .containsExactly("u1");
        assertThat(server.get("/Users?filter=title eq \"other\" and id eq \"" + id + "\"")
                        .all("Resources"))
                .isEmpty();
        assertThat(calls).contains("find").doesNotContain("query", "count");
    }

    @Test
    void a_filter_over_all_types_narrows_those_that_have_the_attribute() {
        server.user("u1");
        server.group("u1");
        assertThat(server.get("/?filter=userName eq \"u1\"").all("Resources.userName"))
                .containsExactly("u1");
        assertThat(asked.stream().map(query -> query.equalities().size()))
                .as("users, groups")
                .containsExactly(1, 0);
    }

    @Test
    void groups_and_members_that_nobody_asks_for_are_not_looked_up() {
        String user = server.user("u1");
        String group = server.group("G", user);
        assertThat(server.get("/Users/" + user).all("groups.value")).containsExactly(group);
        calls.clear();
        server.get("/Users/" + user + "?excludedAttributes=groups");
        server.get("/Users?attributes=userName");
        assertThat(calls).isNotEmpty().doesNotContain("groupsOf");
        server.group("Empty");
        assertThat(calls).contains("insert").doesNotContain("apply");
    }

    @Test
    void an_id_that_none_can_have_is_not_asked_for() {
        assertThat(server.get("/Users/a\u0000b").status()).isEqualTo(404);
        assertThat(server.get("/Users/a\u001fb").status()).isEqualTo(404);
        assertThat(calls).isEmpty();
        Server spaced = new Server(InMemoryStore.create(), b -> b.ids(() -> "a b"));
        spaced.user("mira");
        assertThat(spaced.get("/Users/a b").status()).isEqualTo(200);
    }

    @Test
    void what_is_refused_is_never_written_not_even_for_a_moment() {
        Store watched = new Watched(Stores.sixMethods(), (method, arguments, proceed) -> {
            calls.add(method);
            return proceed.get();
        });
        Server strict = new Server(watched, b -> b.options(Options.STRICT).passwords(change -> {}));
        assertThat(strict.post("/Groups", Server.groupBody("G", "nobody")).status())
                .isEqualTo(400);
        assertThat(strict.post("/Users", Server.userBody("mira", "'password':'short'"))
                        .status())
                .isEqualTo(400);
        assertThat(calls).doesNotContain("insert", "delete");
    }

    @ParameterizedTest
    @CsvSource({"PATCH, replace", "PUT, replace", "DELETE, delete"})
    void a_write_of_a_version_that_has_moved_on_is_tried_again(String method, String call) {
        String user = "/Users/" + server.user("mira");
        calls.clear();
        loser = call;
        losing = 2;
        Server.Answer answer = switch (method) {
            case "PATCH" -> server.patch(user, "{'op':'add','path':'title','value':'T'}");
            case "PUT" -> server.put(user, Server.userBody("mira", "'title':'T'"));
            default -> server.delete(user);
        };
        assertThat(answer.status()).isEqualTo(method.equals("DELETE") ? 204 : 200);
        assertThat(Collections.frequency(calls, call)).isEqualTo(3);
        Server.Answer after = server.get(user);
        assertThat(after.status()).isEqualTo(method.equals("DELETE") ? 404 : 200);
        assertThat(after.json().path("title").asText()).isEqualTo(method.equals("DELETE") ? "" : "T");
    }

    @Test
    void a_group_that_moved_on_while_its_member_goes_is_tried_again() {
        Server documents = on(Stores.sixMethods());
        String mira = documents.user("mira");
        String group = "/Groups/" + documents.group("G", mira);
        loser = "replace";
        losing = 1;
        assertThat(documents.delete("/Users/" + mira).status()).isEqualTo(204);
        assertThat(documents.get(group).headers()).containsEntry("ETag", "W/\"2\"");
        assertThat(documents.get("/Users/" + mira).status()).isEqualTo(404);
    }

    @Test
    void a_race_that_is_lost_again_and_again_has_an_end() {
        String user = "/Users/" + server.user("mira");
        loser = "replace";
        losing = Integer.MAX_VALUE;
        assertThatThrownBy(() -> server.patch(user, "{'op':'add','path':'title','value':'T'}"))
                .hasCauseInstanceOf(ConflictException.class);
        assertThat(Collections.frequency(calls, "replace")).isGreaterThan(1);
    }

    @Test
    void a_store_that_finds_a_duplicate_when_it_commits_fails_the_operation_alone() {
        Server late = new Server(new Watched(InMemoryStore.create(), (method, arguments, proceed) -> {
            Object result = proceed.get();
            if (method.equals("write") && calls.isEmpty()) {
                calls.add(method);
                throw new DuplicateKeyException("userName");
            }
            return result;
        }));
        Server.Answer answer =
                late.post("/Bulk", BulkRequests.bulk(BulkRequests.postUser("a", "a"), BulkRequests.postUser("b", "b")));
        assertThat(BulkRequests.statuses(answer)).containsExactly("409", "201");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void without_transactions_what_was_made_before_a_failure_is_taken_back_last_first(boolean undone) {
        List<String> made = new ArrayList<>();
        List<String> deleted = new ArrayList<>();
        Server simple = new Server(new Watched(Stores.sixMethods(), (method, arguments, proceed) -> {
            if (method.equals("insert")) {
                if (made.size() == 2) {
                    throw new IllegalStateException("disk full");
                }
                made.add(((StoredResource) arguments.get(1)).resource().id());
            } else if (method.equals("delete")) {
                deleted.add((String) arguments.get(2));
                if (!undone) {
                    throw new IllegalStateException("still full");
                }
            }
            return proceed.get();
        }));
        assertThatThrownBy(() -> simple.post(
                        "/Bulk",
                        BulkRequests.bulk(
                                BulkRequests.postGroup("a", "A", "bulkId:b"),
                                BulkRequests.postGroup("b", "B", "bulkId:c"),
                                BulkRequests.postGroup("c", "C", "bulkId:a"))))
                .cause()
                .hasMessage("disk full")
                .satisfies(cause -> assertThat(cause.getSuppressed())
                        .extracting(Throwable::getMessage)
                        .isEqualTo(undone ? List.of() : List.of("still full", "still full")));
        Collections.reverse(made);
        assertThat(deleted).isEqualTo(made).hasSize(2);
        assertThat(simple.get("/Groups").json().path("totalResults").asInt()).isEqualTo(undone ? 0 : 2);
    }
}
