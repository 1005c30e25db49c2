package dev.rollcall.conformance;

import static dev.rollcall.conformance.server.Scim.USER;
import static dev.rollcall.conformance.server.Scim.userBody;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.conformance.server.Answer;
import dev.rollcall.conformance.server.Scim;
import dev.rollcall.conformance.server.StrictServer;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 7643 §2.4 and §2.5. */
@ExtendWith(StrictServer.class)
class MultiValuedTest {
    @Test
    @Tag("R-7643-2.4-01")
    @Tag("R-7643-2.4-02")
    @Tag("R-7643-2.4-03")
    void several_values_are_an_array_of_objects_with_the_usual_parts(Scim scim) {
        String id = scim.user(
                "ann",
                "'emails':[{'value':'a@example.com','type':'work','primary':true,'display':'Ann'}],"
                        + "'photos':[{'value':'https://example.com/a.png','type':'photo'}]");
        JsonNode user = scim.get("/Users/" + id).json();
        assertThat(user.path("emails").isArray()).isTrue();
        assertThat(user.at("/emails/0").toString())
                .isEqualTo(Scim.json("{'value':'a@example.com','display':'Ann','type':'work','primary':true}"));
        assertThat(user.path("photos").isArray()).isTrue();
        for (JsonNode attribute : scim.get("/Schemas/" + USER).json().path("attributes")) {
            if (attribute.path("multiValued").asBoolean()
                    && !Set.of("addresses").contains(attribute.path("name").asText())) {
                assertThat(attribute.path("subAttributes"))
                        .as(attribute.path("name").asText())
                        .extracting(sub -> sub.path("name").asText())
                        .contains("value", "display", "type");
            }
        }
    }

    @Test
    @Tag("R-7643-2.4-04")
    void two_primary_values_are_refused_by_post_and_put(Scim scim) {
        String two = "'emails':[{'value':'a@example.com','primary':true},{'value':'b@example.com','primary':true}]";
        Answer post = scim.post("/Users", userBody("ann", two));
        assertThat(post.status()).isEqualTo(400);
        assertThat(post.scimType()).isEqualTo("invalidValue");

        String id = scim.user("ann", "'emails':[{'value':'a@example.com','primary':true}]");
        Answer put = scim.put("/Users/" + id, userBody("ann", two));
        assertThat(put.status()).isEqualTo(400);
        assertThat(put.scimType()).isEqualTo("invalidValue");
        assertThat(scim.get("/Users/" + id).all("emails.value")).containsExactly("a@example.com");
    }

    @Test
    @Tag("R-7643-2.4-05")
    void a_missing_primary_is_false(Scim scim) {
        scim.user("ann", "'emails':[{'value':'a@example.com'}]");
        scim.user("bob", "'emails':[{'value':'b@example.com','primary':true}]");
        assertThat(scim.get("/Users?filter=emails[primary eq false]").all("Resources.userName"))
                .containsExactly("ann");
        assertThat(scim.get("/Users?filter=emails.primary eq true").all("Resources.userName"))
                .containsExactly("bob");
    }

    @Test
    @Tag("R-7643-2.4-06")
    void a_display_can_be_changed_where_the_schema_of_users_says_so(Scim scim) {
        String id = scim.user("ann", "'emails':[{'value':'a@example.com','display':'A'}]");
        assertThat(scim.patch("/Users/" + id, "{'op':'replace','path':'emails.display','value':'B'}")
                        .all("emails.display"))
                .containsExactly("B");
        for (JsonNode attribute : scim.get("/Schemas/" + USER).json().path("attributes")) {
            for (JsonNode sub : attribute.path("subAttributes")) {
                if (sub.path("name").asText().equals("display")
                        && !attribute.path("name").asText().equals("groups")) {
                    assertThat(sub.path("mutability").asText())
                            .as(attribute.path("name").asText())
                            .isEqualTo("readWrite");
                }
            }
        }
    }

    @Test
    @Tag("R-7643-2.4-07")
    void references_to_a_resource_are_the_same_with_and_without_version(Scim scim) {
        String user = scim.user("ann");
        String group = scim.group("Guides");
        String base = scim.baseUrl();
        for (String ref : List.of(
                base + "/Users/" + user,
                base.replace("/v2", "") + "/Users/" + user,
                "Users/" + user,
                "../Users/" + user)) {
            assertThat(scim.patch(
                                    "/Groups/" + group,
                                    "{'op':'add','path':'members','value':[{'value':'" + user + "','$ref':'" + ref
                                            + "'}]}")
                            .all("members.$ref"))
                    .as(ref)
                    .containsExactly(base + "/Users/" + user);
        }
    }

    @Test
    @Tag("R-7643-2.4-09")
    @Tag("R-7643-2.4-10")
    void a_value_may_come_back_with_several_types_but_never_twice_with_one(Scim scim) {
        String id = scim.user(
                "ann",
                "'emails':[{'value':'a@example.com','type':'work'},{'value':'a@example.com','type':'home'},"
                        + "{'value':'a@example.com','type':'work'}]");
        assertThat(scim.get("/Users/" + id).all("emails.type")).containsExactly("work", "home");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "'title':null", "'emails':null", "'emails':[]", "'title':null,'emails':[]", "'name':{}"})
    @Tag("R-7643-2.5-01")
    @Tag("R-7643-2.5-02")
    @Tag("R-7643-2.5-03")
    void null_and_the_empty_list_are_no_value(String members, Scim scim) {
        String id = scim.user("ann", "'title':'Guide','emails':[{'value':'a@example.com'}],'name':{'givenName':'Ann'}");
        Answer put = scim.put("/Users/" + id, userBody("ann", members));
        assertThat(put.status()).isEqualTo(200);
        assertThat(put.has("title")).isFalse();
        assertThat(put.has("emails")).isFalse();
        assertThat(put.has("name")).isFalse();
        assertThat(scim.get("/Users?filter=title pr or emails pr or name pr").at("/totalResults"))
                .isEqualTo("0");
    }

    @Test
    @Tag("R-7643-2.5-01")
    void a_user_without_a_value_is_the_same_however_that_is_said(Scim scim) {
        String id = scim.user("ann");
        String version = scim.get("/Users/" + id).version();
        assertThat(scim.put("/Users/" + id, userBody("ann", "'emails':[],'title':null"))
                        .version())
                .isEqualTo(version);
    }
}
