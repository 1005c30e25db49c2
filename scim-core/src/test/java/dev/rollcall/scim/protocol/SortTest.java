package dev.rollcall.scim.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.path.ResolvedPath;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.schema.Attribute;
import dev.rollcall.scim.schema.AttributeType;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.ResourceTypeDefinition;
import dev.rollcall.scim.schema.Schema;
import dev.rollcall.scim.store.Store;
import dev.rollcall.scim.store.memory.InMemoryStore;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Order by any attribute that a store has, by its type (RFC 7644 §3.4.2.3). */
class SortTest {
    private static final String STORES = "dev.rollcall.scim.protocol.Stores#all";
    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
    private static final String THING = "urn:example:2.0:Thing";

    private static Attribute of(String name, AttributeType type) {
        return Attribute.named(name, type).build();
    }

    private static Server things(Store store) {
        Schema schema = Schema.of(
                THING,
                "Thing",
                null,
                List.of(
                        of("name", AttributeType.STRING),
                        of("size", AttributeType.INTEGER),
                        of("weight", AttributeType.DECIMAL),
                        of("broken", AttributeType.BOOLEAN),
                        of("bought", AttributeType.DATE_TIME),
                        of("print", AttributeType.BINARY),
                        of("home", AttributeType.REFERENCE),
                        Attribute.named("tags", AttributeType.STRING)
                                .multiValued(true)
                                .build(),
                        // The same name as the text of users, of another type.
                        of("title", AttributeType.INTEGER)));
        Server server = new Server(
                store,
                b -> b.schema(schema)
                        .resourceType(new ResourceTypeDefinition("Thing", null, "/Things", THING, List.of())));
        thing(
                server,
                "a",
                "'size':9,'weight':1e2,'broken':true,'bought':'2026-01-01T00:30:00+01:00','print':'aA==',"
                        + "'home':'https://x/B','tags':['m','z'],'title':2");
        thing(
                server,
                "b",
                "'size':10,'weight':99.5,'broken':false,'bought':'2025-12-31T23:45:00Z','print':'0A==',"
                        + "'home':'https://x/a','tags':['b'],'title':10");
        thing(server, "c", "'size':-10,'weight':-1,'bought':'2025-12-31T23:40:00','print':'+A=='");
        thing(server, "none", "");
        return server;
    }

    private static void thing(Server server, String name, String more) {
        Server.Answer made = server.post(
                "/Things",
                "{'schemas':['" + THING + "'],'name':'" + name + "'" + (more.isEmpty() ? "" : "," + more) + "}");
        assertThat(made.status()).as(made.text()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({
        "size, c a b none, none b a c",
        "weight, c b a none, none a b c",
        "broken, b a c none, c none a b",
        "bought, a c b none, none b c a",
        "print, a b c none, none c b a",
        "home, a b c none, c none b a",
        "tags, b a c none, c none a b",
        "title, a b c none, c none b a",
    })
    void values_are_ordered_by_their_type_and_missing_ones_are_at_the_end_they_belong_to(
            String attribute, String ascending, String descending) {
        Server server = things(InMemoryStore.create());
        for (String page : List.of("", "&cursor")) {
            assertThat(String.join(
                            " ",
                            server.get("/Things?sortBy=" + attribute + page).all("Resources.name")))
                    .isEqualTo(ascending);
            assertThat(String.join(
                            " ",
                            server.get("/Things?sortOrder=descending&sortBy=" + attribute + page)
                                    .all("Resources.name")))
                    .isEqualTo(descending);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "name.familyName, a b c",
        "NAME.GIVENNAME, c a b",
        "emails, c b a",
        "emails.value, c b a",
        "emails.type, a b c",
        "externalId, b c a",
        "id, a b c",
        "meta.created, a b c",
        "meta.lastModified, b c a",
        "meta.version, b c a",
        "meta.resourceType, a b c",
        "schemas, a b c",
        "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department, b a c",
        "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value, c b a",
        "department, b a c",
    })
    void sub_attributes_extensions_metadata_and_identifiers_have_an_order(String attribute, String names) {
        for (Store store : List.of(InMemoryStore.create(), Stores.sixMethods())) {
            Server server = new Server(store);
            String a = server.user(
                    "a",
                    "'externalId':'b','name':{'familyName':'Xa','givenName':'m'},"
                            + "'emails':[{'value':'a@x','type':'home'},{'value':'z@x','type':'other','primary':true}],'"
                            + ENTERPRISE + "':{'department':'m','manager':{'value':'3'}}");
            server.user(
                    "b",
                    "'externalId':'B','name':{'familyName':'xb','givenName':'N'},"
                            + "'emails':[{'value':'m@x','type':'work'},{'value':'b@x','type':'home'}],'"
                            + ENTERPRISE + "':{'department':'L','manager':{'value':'2'}}");
            server.user(
                    "c",
                    "'externalId':'a','name':{'givenName':'l'},'emails':[{'value':'c@x'}],'" + ENTERPRISE
                            + "':{'manager':{'value':'1'}}");
            assertThat(server.patch("/Users/" + a, "{'op':'add','path':'title','value':'T'}")
                            .status())
                    .isEqualTo(200);
            assertThat(String.join(" ", server.get("/Users?sortBy=" + attribute).all("Resources.userName")))
                    .isEqualTo(names);
            assertThat(String.join(
                            " ", server.get("/Users?cursor&sortBy=" + attribute).all("Resources.userName")))
                    .isEqualTo(names);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /Users  | groups                | worked out
            /Users  | groups.value          | worked out
            /Users  | groups.display        | worked out
            /Users  | meta.location         | worked out
            /Users  | urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.displayName | worked out
            /Users  | urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.$ref | worked out
            /Users  | urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager | value
            /Users  | urn:ietf:params:scim:schemas:extension:enterprise:2.0:User | several parts
            /Users  | meta                  | created
            /Users  | password              | never returned
            /Users  | name.noSuch           | familyName
            /Users  | emails[type eq "x"]   | attribute path
            /Groups | members               | worked out
            /Groups | members.value         | worked out
            /Groups | userName              | displayName
            /       | noSuch                | any resource type
            /       | groups                | worked out
            /       | members               | worked out
            /       | password              | never returned
            /       | two words             | attribute path
            """)
    void an_order_that_cannot_be_had_is_refused_and_never_another_one(String endpoint, String sortBy, String hint) {
        for (Store store : List.of(InMemoryStore.create(), Stores.sixMethods())) {
            for (String page : List.of("", "&cursor")) {
                Server.Answer answer = new Server(store).get(endpoint + "?sortBy=" + sortBy + page);
                assertThat(answer.status()).isEqualTo(400);
                assertThat(answer.scimType()).isEqualTo("invalidPath");
                assertThat(answer.detail()).contains(hint);
            }
        }
    }

    @Test
    void what_a_host_derives_has_no_order_if_it_says_so() {
        DerivedAttributes nick = new DerivedAttributes() {
            @Override
            public boolean derives(ResourceType type, ResolvedPath path) {
                return path.top() == type.find("nickName");
            }

            @Override
            public List<Resource> derive(Context context, List<Resource> resources) {
                return resources;
            }
        };
        Server server = new Server(InMemoryStore.create(), b -> b.derivedAttributes(nick));
        assertThat(server.get("/Users?sortBy=nickName").scimType()).isEqualTo("invalidPath");
        assertThat(server.get("/Users?sortBy=title").status()).isEqualTo(200);
        Server silent = new Server(InMemoryStore.create(), b -> b.derivedAttributes((context, all) -> all));
        assertThat(silent.get("/Users?sortBy=nickName").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource(STORES)
    void the_total_of_an_order_is_that_of_its_filter_whatever_is_shown_of_it(Store store) {
        Server server = new Server(store);
        for (int i = 0; i < 5; i++) {
            server.user("u" + i, "'title':'t" + i % 2 + "'");
        }
        for (String page : List.of("count=0", "count=2", "count=2&startIndex=4", "count=0&cursor", "count=2&cursor")) {
            for (String order : List.of("", "&sortBy=userName")) {
                assertThat(server.get("/Users?filter=title eq \"t0\"&" + page + order)
                                .json()
                                .path("totalResults")
                                .asInt())
                        .as(page + order)
                        .isEqualTo(3);
            }
        }
    }

    @ParameterizedTest
    @MethodSource(STORES)
    void equal_values_are_in_the_order_of_ids_both_ways(Store store) {
        Server server = new Server(store);
        for (int i = 0; i < 4; i++) {
            server.user("u" + i, "'title':'" + (i % 2 == 0 ? "same" : "SAME") + "'");
        }
        for (String order : List.of("ascending", "descending")) {
            assertThat(server.get("/Users?sortBy=title&sortOrder=" + order).all("Resources.userName"))
                    .containsExactly("u0", "u1", "u2", "u3");
        }
        assertThat(server.get("/Users?sortOrder=descending").all("Resources.userName"))
                .containsExactly("u0", "u1", "u2", "u3");
    }

    @Test
    void a_query_over_all_types_sorts_values_of_different_types_too() {
        Server server = things(InMemoryStore.create());
        server.user("u", "'title':'1'");
        server.user("v");
        List<String> ascending = server.get("/?sortBy=title").all("Resources.title");
        assertThat(ascending).containsExactly("2", "10", "1");
        assertThat(server.get("/?sortBy=title&count=2&startIndex=3").all("Resources.title"))
                .containsExactly("1");
        List<String> walked =
                server.get("/?sortBy=title&sortOrder=descending&cursor").all("Resources.title");
        assertThat(walked).containsExactly("1", "10", "2");
    }

    @Test
    void a_sorted_query_over_all_types_has_an_end_by_index_and_none_by_cursor() {
        Server server = new Server(InMemoryStore.create());
        server.user("u");
        Server.Answer refused = server.get("/?sortBy=id&startIndex=9992&count=10");
        assertThat(refused.scimType()).isEqualTo("tooMany");
        assertThat(refused.detail()).contains("10000").contains("cursor");
        assertThat(server.get("/?sortBy=id&startIndex=9991&count=10").status()).isEqualTo(200);
        assertThat(server.get("/Users?sortBy=id&startIndex=99999&count=10").status())
                .isEqualTo(200);
        assertThat(server.get("/?sortBy=id&count=10&cursor").status()).isEqualTo(200);
    }

    @Test
    void long_texts_are_ordered_by_their_beginning() {
        Server server = new Server(InMemoryStore.create());
        String front = "x".repeat(499);
        server.user("c", "'title':'" + front + "b1'");
        server.user("b", "'title':'" + front + "b0'");
        server.user("a", "'title':'" + front + "a9'");
        for (String page : List.of("", "&cursor")) {
            assertThat(server.get("/Users?sortBy=title" + page).all("Resources.userName"))
                    .containsExactly("a", "c", "b");
        }
        String cursor = server.get("/Users?sortBy=title&count=1&cursor")
                .json()
                .path("nextCursor")
                .asText();
        assertThat(cursor).hasSizeLessThan(1000);
        assertThat(server.get("/Users?sortBy=title&count=1&cursor=" + cursor).all("Resources.userName"))
                .containsExactly("c");
    }
}
