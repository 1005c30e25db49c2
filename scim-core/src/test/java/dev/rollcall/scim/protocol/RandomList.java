package dev.rollcall.scim.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.SchemaRegistry;
import dev.rollcall.scim.store.DuplicateKeyException;
import dev.rollcall.scim.store.KeyFactory;
import dev.rollcall.scim.store.Scope;
import dev.rollcall.scim.store.Store;
import dev.rollcall.scim.testing.Generator;
import dev.rollcall.scim.testing.RandomFilters;
import dev.rollcall.scim.testing.RandomResources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A server with random resources, and a query. */
final class RandomList {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:";
    static final List<String> USER_ORDERS = List.of(
            "userName",
            "title",
            "active",
            "name.familyName",
            "emails",
            "emails.type",
            "emails.primary",
            "photos",
            "x509Certificates",
            "profileUrl",
            "roles.value",
            "externalId",
            "id",
            "meta.created",
            "meta.lastModified",
            "meta.version",
            "schemas",
            ENTERPRISE + "department",
            ENTERPRISE + "manager.value");
    private static final List<String> ROOT_ORDERS =
            List.of("displayName", "userName", "externalId", "meta.created", "meta.resourceType", "id", "schemas");

    private final Generator g;
    final Store store;
    final Caller caller;
    final Server server;
    private final SchemaRegistry registry;
    private final List<Resource> residents = new ArrayList<>();
    private final Set<String> visitors = new HashSet<>();
    private final String endpoint;
    private final ObjectNode query = JSON.createObjectNode();
    private int made;

    RandomList(Generator g, Store memory, Server inMemory) {
        this.g = g;
        boolean small = g.oneIn(10);
        this.caller = Caller.ofProvider("tenant-" + g.seed(), "okta", "rck-okta");
        this.store = small ? Stores.sixMethods() : memory;
        this.server = small ? new Server(store) : inMemory;
        this.registry = server.service().settings().registry();
        this.endpoint = g.show("endpoint", g.pick("/Users", "/Users", "/Groups", ""));
        int wanted = g.between(0, 9);
        for (int i = 0; i < wanted; i++) {
            residents.addAll(insert());
        }
        query.putArray("schemas").add("urn:ietf:params:scim:api:messages:2.0:SearchRequest");
        query.putArray("attributes").add("id");
        if (g.bool()) {
            query.put("sortBy", endpoint.equals("/Users") ? g.pick(USER_ORDERS) : g.pick(ROOT_ORDERS));
            query.put("sortOrder", g.pick("ascending", "descending"));
            if (endpoint.equals("/Groups") && query.path("sortBy").asText().equals("userName")) {
                query.put("sortBy", "displayName");
            }
        }
        if (!residents.isEmpty() && g.bool()) {
            Resource sample = g.pick(residents);
            if (endpoint.isEmpty() || sample.type().endpoint().equals(endpoint)) {
                query.put("filter", new RandomFilters(g, sample).filter().toString());
            }
        }
        g.show("query", query);
    }

    /** A resource with an id anywhere in the order; none if it meets a key that is taken. */
    List<Resource> insert() {
        ResourceType type = registry.resourceType(endpoint.equals("/Users") || g.bool() ? "User" : "Group");
        if (endpoint.equals("/Groups")) {
            type = registry.resourceType("Group");
        }
        Resource resource = new RandomResources(g, type).stored().withId("i" + g.below(1000) + "-" + made++);
        try {
            store.write(unit -> {
                unit.resources().insert(scope(), KeyFactory.standard().stored(resource));
                return true;
            });
            return List.of(resource);
        } catch (DuplicateKeyException e) {
            return List.of();
        }
    }

    Scope scope() {
        return caller.scope();
    }

    void comeAndGo() {
        for (int i = g.below(3); i > 0; i--) {
            insert().forEach(r -> visitors.add(r.id()));
        }
        if (!visitors.isEmpty() && g.bool()) {
            String gone = g.pick(List.copyOf(new TreeSet<>(visitors)));
            visitors.remove(gone);
            store.write(unit -> {
                for (ResourceType type : registry.resourceTypes()) {
                    unit.resources()
                            .find(scope(), type, gone)
                            .ifPresent(r -> unit.resources()
                                    .delete(scope(), type, gone, r.meta().version()));
                }
                return true;
            });
        }
    }

    Server.Answer ask(String paging, Object value, int count) {
        ObjectNode body = query.deepCopy();
        body.putPOJO(paging, value);
        body.put("count", count);
        return server.call(caller, "POST", endpoint + "/.search", bytes(body), Map.of());
    }

    private static byte[] bytes(ObjectNode body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> list() {
        Server.Answer answer = ask("startIndex", 1, 1000);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.all("Resources.id");
    }
}
