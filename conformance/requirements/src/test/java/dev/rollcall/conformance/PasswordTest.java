package dev.rollcall.conformance;

import static dev.rollcall.conformance.server.Scim.userBody;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.conformance.server.Answer;
import dev.rollcall.conformance.server.Scim;
import dev.rollcall.conformance.server.ScimServer;
import dev.rollcall.scim.schema.SchemaRegistry;
import dev.rollcall.scim.store.Scope;
import dev.rollcall.scim.store.StoreQuery;
import dev.rollcall.scim.store.memory.InMemoryStore;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** RFC 7643 §4.1.1, §9.2: passwords. */
class PasswordTest {
    private static final String SECRET = "Tr0ub4dor&3-never-shown";

    @Test
    @Tag("R-7643-4.1.1-11")
    @Tag("R-7643-4.1.1-12")
    @Tag("R-7643-4.1.1-13")
    @Tag("R-7643-9.2-01")
    @Tag("R-7643-7-09")
    @Tag("R-7643-7-11")
    @Tag("R-7644-3.9-09")
    @Tag("R-7644-3.5.2.3-11")
    void a_password_is_never_shown_or_kept() {
        var store = InMemoryStore.create();
        try (ScimServer server = ScimServer.start(b -> b.store(store))) {
            Scim scim = server.newTenant();
            Answer post =
                    scim.post("/Users?attributes=password,userName", userBody("ann", "'password':'" + SECRET + "'"));
            assertThat(post.status()).isEqualTo(201);
            String user = "/Users/" + post.id();
            for (Answer answer : List.of(
                    post,
                    scim.get(user),
                    scim.get(user + "?attributes=password"),
                    scim.get("/Users?attributes=userName,password"),
                    scim.search("/Users", "'attributes':['password']"),
                    scim.put(user, userBody("ann", "'password':'" + SECRET + "'")),
                    scim.patch(user, "{'op':'replace','path':'password','value':'" + SECRET + "'}"),
                    scim.patch(user, "{'op':'add','value':{'password':'" + SECRET + "'}}"),
                    scim.patch(user, "{'op':'replace','path':'password','value':['" + SECRET + "']}"),
                    scim.post("/Users", userBody("ann", "'password':'" + SECRET + "'")),
                    scim.post("/Users", userBody("", "'password':'" + SECRET + "','title':5")))) {
                assertThat(answer.status()).isLessThan(500);
                assertThat(answer.text()).doesNotContain(SECRET).doesNotContain("\"password\"" + ":");
            }
            String kept = store.<String>read(unit -> unit.resources()
                    .query(
                            Scope.ofTenant("t1"),
                            StoreQuery.all(SchemaRegistry.standard().resourceType("User")))
                    .map(r -> r.attributes().toString())
                    .toList()
                    .toString());
            assertThat(kept).contains("ann").doesNotContain(SECRET);
        }
    }
}
