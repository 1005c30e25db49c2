package dev.rollcall.conformance;

import static dev.rollcall.conformance.server.Scim.ENTERPRISE;
import static dev.rollcall.conformance.server.Scim.USER;
import static dev.rollcall.conformance.server.Scim.enterpriseBody;
import static dev.rollcall.conformance.server.Scim.userBody;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.conformance.server.Answer;
import dev.rollcall.conformance.server.Scim;
import dev.rollcall.conformance.server.StrictServer;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** RFC 7644 §3.10: names of attributes. */
@ExtendWith(StrictServer.class)
class NotationTest {
    @Test
    @Tag("R-7644-3.10-01")
    @Tag("R-7644-3.10-02")
    @Tag("R-7644-3.10-04")
    void a_name_may_be_whole_or_without_the_core_schema_in_any_case(Scim scim) {
        Answer created = scim.post(
                "/Users",
                userBody("ann", "'name':{'familyName':'Lee'}")
                        .replace(
                                "'schemas':['" + USER + "']",
                                "'schemas':['" + USER + "','" + ENTERPRISE + "'],'" + ENTERPRISE
                                        + "':{'manager':{'value':'m1'}}"));
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        for (String name : List.of(
                "name.familyName",
                "NAME.FAMILYNAME",
                USER + ":name.familyName",
                USER.toUpperCase(Locale.ROOT) + ":Name.FamilyName")) {
            assertThat(scim.get("/Users?filter=" + name + " eq 'lee'").at("/totalResults"))
                    .as(name)
                    .isEqualTo("1");
            assertThat(scim.get("/Users/" + created.id() + "?attributes=" + name)
                            .at("/name/familyName"))
                    .isEqualTo("Lee");
            assertThat(scim.get("/Users?sortBy=" + name).status()).isEqualTo(200);
            assertThat(scim.patch("/Users/" + created.id(), "{'op':'replace','path':'" + name + "','value':'Lee'}")
                            .status())
                    .isEqualTo(200);
        }
        for (String name :
                List.of(ENTERPRISE + ":manager.value", ENTERPRISE.toLowerCase(Locale.ROOT) + ":MANAGER.VALUE")) {
            assertThat(scim.get("/Users?filter=" + name + " eq 'm1'").at("/totalResults"))
                    .isEqualTo("1");
        }
    }

    @Test
    @Tag("R-7644-3.10-03")
    void an_attribute_of_an_extension_is_named_with_its_uri(Scim scim) {
        scim.post("/Users", enterpriseBody("ann", "'department':'Tour'"));
        assertThat(scim.get("/Users?filter=" + ENTERPRISE + ":department eq 'tour'")
                        .at("/totalResults"))
                .isEqualTo("1");
        assertThat(scim.get("/Users?filter=department eq 'tour'").scimType()).isEqualTo("invalidFilter");
        String user = "/Users/" + scim.get("/Users").at("/Resources/0/id");
        assertThat(scim.patch(user, "{'op':'replace','path':'department','value':'x'}")
                        .scimType())
                .isEqualTo("invalidPath");
    }

    @Test
    @Tag("R-7644-3.12-07")
    @Tag("R-7644-3.2-03")
    void an_endpoint_that_is_not_offered_is_501(Scim scim) {
        for (Answer answer : List.of(
                scim.get("/Me"),
                scim.put("/Me", userBody("x", "")),
                scim.patch("/Me", "{'op':'remove','path':'title'}"),
                scim.delete("/Me"))) {
            assertThat(answer.status()).isEqualTo(501);
            assertThat(answer.at("/status")).isEqualTo("501");
        }
    }
}
