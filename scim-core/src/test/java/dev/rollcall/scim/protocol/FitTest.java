package dev.rollcall.scim.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.scim.Rollcall;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.protocol.Server.Answer;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.schema.AttributeType;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.Schema;
import dev.rollcall.scim.schema.SchemaRegistry;
import dev.rollcall.scim.store.ResourceStore;
import dev.rollcall.scim.store.Scope;
import dev.rollcall.scim.store.Store;
import dev.rollcall.scim.store.StoreQuery;
import dev.rollcall.scim.store.StoredResource;
import dev.rollcall.scim.store.memory.InMemoryStore;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A store that has fewer places than the schema says so, and clients are shown what is kept. */
class FitTest {
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.builder()
            .without("Group")
            .keeping("User", "userName", "displayName", "title", "nickName")
            .build();

    private final Server server = new Server(Store.of(new NarrowStore(InMemoryStore.create())));

    @Test
    void what_is_created_is_shown_and_kept_as_it_was_fitted() {
        Answer made = server.post("/Users", Server.userBody("anna", "'nickName':'An'"));

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().has("nickName")).isFalse();
        assertThat(made.json().path("displayName").asText()).isEqualTo("anna");
        assertThat(server.get("/Users/" + made.id()).json()).isEqualTo(made.json());
    }

    @Test
    void a_change_of_which_nothing_is_kept_is_none() {
        String id = server.user("anna");
        Answer patched = server.patch("/Users/" + id, "{'op':'add','path':'nickName','value':'An'}");
        Answer replaced = server.put("/Users/" + id, Server.userBody("anna", "'nickName':'Annie'"));

        assertThat(patched.json().path("meta").path("version").asText()).isEqualTo("W/\"1\"");
        assertThat(replaced.json().path("meta").path("version").asText()).isEqualTo("W/\"1\"");
    }

    @Test
    void what_cannot_be_kept_is_refused_in_every_write() {
        String id = server.user("anna");

        for (Answer refused : new Answer[] {
            server.post("/Users", Server.userBody("ben", "'title':'CEO'")),
            server.put("/Users/" + id, Server.userBody("anna", "'title':'CEO'")),
            server.patch("/Users/" + id, "{'op':'add','path':'title','value':'CEO'}")
        }) {
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.scimType()).isEqualTo("invalidValue");
            assertThat(refused.detail()).isEqualTo("There is no place for a CEO");
        }
        assertThat(server.get("/Users").json().path("totalResults").asInt()).isEqualTo(1);
    }

    @Test
    void a_server_has_the_types_and_attributes_that_its_store_declares() {
        assertThat(server.get("/ResourceTypes").all("Resources.name")).containsExactly("User");
        assertThat(server.get("/Schemas").all("Resources.attributes.name"))
                .contains("userName", "displayName", "title")
                .doesNotContain("emails", "groups", "members");
        assertThat(server.get("/Groups").status()).isEqualTo(404);
        String id = server.user("anna", "'emails':[{'value':'a@example.com'}]");
        assertThat(server.get("/Users/" + id).json().has("emails")).isFalse();
        assertThat(server.get("/Users?filter=emails.value pr").scimType()).isEqualTo("invalidFilter");
    }

    @Test
    void schemas_are_given_once() {
        Store declaring = Store.of(new NarrowStore(InMemoryStore.create()));
        Schema extension = Schema.builder("urn:example:2.0:Shoes")
                .attribute("size", AttributeType.INTEGER)
                .build();

        assertThatThrownBy(() -> Rollcall.builder()
                        .store(declaring)
                        .extension("User", extension)
                        .build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("twice");
        assertThatThrownBy(() -> Rollcall.builder()
                        .store(declaring)
                        .schemas(SchemaRegistry.standard())
                        .build())
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Rollcall.builder()
                        .store(InMemoryStore.create())
                        .schemas(SCHEMAS)
                        .extension("User", extension)
                        .build())
                .isInstanceOf(IllegalStateException.class);
        Rollcall.builder().store(declaring).schemas(SCHEMAS).build();
        Server whole = new Server(InMemoryStore.create(), builder -> builder.schemas(SCHEMAS));
        assertThat(whole.get("/ResourceTypes").all("Resources.name")).containsExactly("User");
    }

    /** Has no column for nicknames, always one for a name to show, and employs nobody above a manager. */
    private record NarrowStore(Store kept) implements ResourceStore {
        @Override
        public Optional<SchemaRegistry> schemas() {
            return Optional.of(SCHEMAS);
        }

        @Override
        public Resource fit(Resource user) {
            if (user.text("title").orElse("").equals("CEO")) {
                throw ScimException.invalidValue("There is no place for a CEO");
            }
            return user.toBuilder()
                    .set("nickName", null)
                    .set(
                            "displayName",
                            user.text("displayName")
                                    .orElse(user.text("userName").orElse(null)))
                    .build();
        }

        @Override
        public void insert(Scope scope, StoredResource resource) {
            kept.write(unit -> {
                unit.resources().insert(scope, resource);
                return true;
            });
        }

        @Override
        public Optional<Resource> find(Scope scope, ResourceType type, String id) {
            return kept.read(unit -> unit.resources().find(scope, type, id));
        }

        @Override
        public boolean replace(Scope scope, StoredResource resource, long expectedVersion) {
            return kept.write(unit -> unit.resources().replace(scope, resource, expectedVersion));
        }

        @Override
        public boolean delete(Scope scope, ResourceType type, String id, long expectedVersion) {
            return kept.write(unit -> unit.resources().delete(scope, type, id, expectedVersion));
        }

        @Override
        public Stream<Resource> query(Scope scope, StoreQuery query) {
            return kept.read(unit -> unit.resources().query(scope, query).toList()).stream();
        }

        @Override
        public long count(Scope scope, StoreQuery query) {
            return kept.read(unit -> unit.resources().count(scope, query));
        }
    }
}
