package dev.rollcall.scim.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.schema.Attribute;
import dev.rollcall.scim.schema.AttributeType;
import dev.rollcall.scim.schema.Returned;
import dev.rollcall.scim.schema.Schema;
import dev.rollcall.scim.store.memory.InMemoryStore;
import java.util.List;
import org.junit.jupiter.api.Test;

/** RFC 7643 §7: what is returned on request is shown to who asks for it by name, and to who has just written it. */
class ReturnedOnRequestTest {
    private static final String URI = "urn:example:2.0:User";

    private final Server server = new Server(
            InMemoryStore.create(),
            b -> b.extension(
                    "User",
                    Schema.of(
                            URI,
                            null,
                            null,
                            List.of(
                                    on("badge", Returned.REQUEST),
                                    on("desk", Returned.DEFAULT),
                                    on("pin", Returned.NEVER)))));

    private static Attribute on(String name, Returned returned) {
        return Attribute.named(name, AttributeType.STRING).returned(returned).build();
    }

    private static String badge(Server.Answer answer) {
        return answer.json().path(URI).path("badge").asText("-");
    }

    @Test
    void who_writes_it_sees_it_in_the_answer_and_others_only_by_name() {
        String extension = "'" + URI + "':{'badge':'b1','desk':'d1','pin':'p1'}";
        Server.Answer created = server.post("/Users", Server.userBody("mira", extension));
        assertThat(badge(created)).isEqualTo("b1");
        String path = "/Users/" + created.id();
        assertThat(badge(server.put(path, Server.userBody("mira", extension)))).isEqualTo("b1");
        assertThat(badge(server.patch(path, "{'op':'replace','path':'" + URI + ":badge','value':'b2'}")))
                .isEqualTo("b2");
        assertThat(badge(server.patch(path, "{'op':'replace','path':'" + URI + ":desk','value':'d2'}")))
                .isEqualTo("-");
        assertThat(badge(server.get(path))).isEqualTo("-");
        assertThat(badge(server.get(path + "?attributes=" + URI + ":badge"))).isEqualTo("b2");
        assertThat(server.get(path + "?attributes=" + URI + ":pin").text()).doesNotContain("p1");
    }
}
