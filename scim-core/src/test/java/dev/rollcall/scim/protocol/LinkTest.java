package dev.rollcall.scim.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.scim.schema.ResourceTypeDefinition;
import dev.rollcall.scim.schema.Schema;
import dev.rollcall.scim.store.memory.InMemoryStore;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Links to resources that follow from an id, wherever a schema has the two (RFC 7643 §2.3.7, §2.4). */
class LinkTest {
    private static final String DESK = "urn:example:Desk";
    private static final String ROOM = "urn:example:Room";
    private static final String OWNERS = "{'name':'owners','type':'complex','multiValued':%s,'subAttributes':["
            + "{'name':'value'},{'name':'note'},{'name':'displayName','mutability':'readOnly'},"
            + "{'name':'$ref','type':'reference','referenceTypes':['User','Group','external']}]}";

    private static InputStream schema(String id, String... attributes) {
        String text = "{'id':'" + id + "','attributes':[" + String.join(",", attributes) + "]}";
        return new ByteArrayInputStream(Server.json(text).getBytes(StandardCharsets.UTF_8));
    }

    private static final String BADGE = "urn:example:Badge";

    private final Server server = new Server(
            InMemoryStore.create(),
            b -> b.extension("User", Schema.parse(schema(DESK, OWNERS.formatted(true))))
                    .extension(
                            "User",
                            Schema.parse(schema(
                                    BADGE,
                                    "{'name':'value'}",
                                    "{'name':'$ref','type':'reference','referenceTypes':['User']}")))
                    .schema(Schema.parse(schema(ROOM, "{'name':'name'}", OWNERS.formatted(false))))
                    .resourceType(new ResourceTypeDefinition("Room", null, "/Rooms", ROOM, List.of())));

    @Test
    void each_element_of_a_list_has_its_own_and_one_that_leads_nowhere_has_none() {
        String mira = server.user("mira", "'displayName':'Mira'");
        String group = server.group("G");
        String user = server.user(
                "ada",
                "'" + DESK + "':{'owners':[{'value':'" + mira + "','note':'1'},{'value':'nobody','note':'2'},"
                        + "{'note':'3'},{'value':'" + group + "'}]}");
        JsonNode owners = server.get("/Users/" + user).json().path(DESK).path("owners");
        assertThat(owners).hasSize(4);
        assertThat(owners.path(0).path("$ref").asText()).isEqualTo(Server.BASE + "/Users/" + mira);
        assertThat(owners.path(0).path("displayName").asText()).isEqualTo("Mira");
        assertThat(owners.path(0).path("note").asText()).isEqualTo("1");
        assertThat(owners.path(1).toString()).isEqualTo(Server.json("{'value':'nobody','note':'2'}"));
        assertThat(owners.path(2).toString()).isEqualTo(Server.json("{'note':'3'}"));
        assertThat(owners.path(3).path("$ref").asText()).isEqualTo(Server.BASE + "/Groups/" + group);
    }

    @Test
    void what_follows_from_an_id_has_no_order_and_the_id_has_one() {
        for (String sub : List.of("$ref", "displayName")) {
            Server.Answer refused = server.get("/Rooms?sortBy=owners." + sub);
            assertThat(refused.scimType()).as(sub).isEqualTo("invalidPath");
            assertThat(refused.detail()).contains("worked out");
        }
        assertThat(server.get("/Rooms?sortBy=owners.value").status()).isEqualTo(200);
        assertThat(server.get("/Rooms?sortBy=owners.note").status()).isEqualTo(200);
    }

    @Test
    void the_attributes_of_an_extension_are_its_own_whatever_they_are_called() {
        String mira = server.user("mira");
        String user = server.user("ada", "'" + BADGE + "':{'value':'" + mira + "','$ref':'https://x/1'}");
        assertThat(server.get("/Users/" + user).json().path(BADGE).path("$ref").asText())
                .isEqualTo("https://x/1");
        assertThat(server.get("/Users?sortBy=" + BADGE + ":$ref").status()).isEqualTo(200);
    }
}
