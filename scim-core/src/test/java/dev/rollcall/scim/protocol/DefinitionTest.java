package dev.rollcall.scim.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rollcall.scim.schema.ResourceTypeDefinition;
import dev.rollcall.scim.schema.Schema;
import dev.rollcall.scim.store.memory.InMemoryStore;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How definitions are written, to the letter (RFC 7643 §6 and §7). */
class DefinitionTest {
    private static final String SCHEMA = "urn:example:2.0:Lamp";
    private static final String LAMP = Server.json("{'id':'" + SCHEMA + "','name':'Lamp','attributes':["
            + "{'name':'watt','type':'integer','required':true,'description':'Power'},"
            + "{'name':'kind','canonicalValues':['led','arc'],'caseExact':true,'mutability':'immutable',"
            + "'returned':'always','uniqueness':'server'},"
            + "{'name':'lit','type':'boolean'},"
            + "{'name':'rooms','type':'complex','multiValued':true,'subAttributes':["
            + "{'name':'$ref','type':'reference','referenceTypes':['external']}]}]}");

    private final Server server = new Server(
            InMemoryStore.create(),
            b -> b.schema(Schema.parse(new ByteArrayInputStream(LAMP.getBytes(StandardCharsets.UTF_8))))
                    .resourceType(new ResourceTypeDefinition("Lamp", null, "/Lamps", SCHEMA, List.of())));

    private static JsonNode json(String text) throws JsonProcessingException {
        return new ObjectMapper().readTree(Server.json(text));
    }

    @Test
    void a_resource_type_says_what_it_is_and_no_more() throws JsonProcessingException {
        assertThat(server.get("/ResourceTypes/Lamp").json())
                .isEqualTo(json("{'schemas':['urn:ietf:params:scim:schemas:core:2.0:ResourceType'],'id':'Lamp',"
                        + "'name':'Lamp','endpoint':'/Lamps','schema':'" + SCHEMA + "','meta':{'resourceType':"
                        + "'ResourceType','location':'" + Server.BASE + "/ResourceTypes/Lamp'}}"));
        assertThat(server.get("/ResourceTypes/User").json().path("schemaExtensions"))
                .isEqualTo(json("[{'schema':'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User',"
                        + "'required':false}]"));
        assertThat(server.get("/ResourceTypes/User").json().path("description").asText())
                .isNotEmpty();
    }

    @Test
    void a_schema_shows_each_characteristic_that_an_attribute_of_its_type_can_have() throws JsonProcessingException {
        assertThat(server.get("/Schemas/" + SCHEMA).json())
                .isEqualTo(json("{'schemas':['urn:ietf:params:scim:schemas:core:2.0:Schema'],'id':'" + SCHEMA
                        + "','name':'Lamp','attributes':["
                        + "{'name':'watt','type':'integer','multiValued':false,'description':'Power','required':true,"
                        + "'mutability':'readWrite','returned':'default','uniqueness':'none'},"
                        + "{'name':'kind','type':'string','multiValued':false,'required':false,"
                        + "'canonicalValues':['led','arc'],'caseExact':true,'mutability':'immutable',"
                        + "'returned':'always','uniqueness':'server'},"
                        + "{'name':'lit','type':'boolean','multiValued':false,'required':false,"
                        + "'mutability':'readWrite','returned':'default'},"
                        + "{'name':'rooms','type':'complex','multiValued':true,'required':false,"
                        + "'mutability':'readWrite','returned':'default','subAttributes':["
                        + "{'name':'$ref','type':'reference','multiValued':false,'required':false,'caseExact':true,"
                        + "'mutability':'readWrite','returned':'default','uniqueness':'none',"
                        + "'referenceTypes':['external']}]}],"
                        + "'meta':{'resourceType':'Schema','location':'" + Server.BASE + "/Schemas/" + SCHEMA
                        + "'}}"));
    }

    @Test
    void a_schema_that_is_described_says_so() {
        assertThat(server.get("/Schemas/urn:ietf:params:scim:schemas:core:2.0:User")
                        .json()
                        .path("description")
                        .asText())
                .isEqualTo("A person's account in this application.");
    }

    @Test
    void a_list_of_definitions_is_one_page() throws JsonProcessingException {
        ObjectNode list = (ObjectNode) server.get("/ResourceTypes").json();
        assertThat(list.remove("Resources")).hasSize(3);
        assertThat(list)
                .isEqualTo(json("{'schemas':['urn:ietf:params:scim:api:messages:2.0:ListResponse'],'totalResults':3,"
                        + "'startIndex':1,'itemsPerPage':3}"));
    }
}
