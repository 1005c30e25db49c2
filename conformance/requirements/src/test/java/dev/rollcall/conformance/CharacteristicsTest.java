package dev.rollcall.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.conformance.server.Answer;
import dev.rollcall.conformance.server.Gauges;
import dev.rollcall.conformance.server.Scim;
import dev.rollcall.conformance.server.ScimServer;
import dev.rollcall.conformance.server.StrictServer;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** RFC 7643 §7: what the characteristics of an attribute mean. */
@ExtendWith(StrictServer.class)
class CharacteristicsTest {
    private static Answer gauge(Scim scim, String name, String members) {
        Answer created = scim.post("/Gauges", Gauges.body(name, members));
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        return created;
    }

    @Test
    @Tag("R-7643-7-06")
    void case_exact_decides_how_filters_compare(Scim scim) {
        Answer created = gauge(scim, "g", "'code':'AbC','label':'AbC'");
        assertThat(scim.get("/Gauges?filter=code eq 'AbC'").at("/totalResults")).isEqualTo("1");
        for (String filter : List.of("code eq 'abc'", "code co 'B' and code co 'b'", "code sw 'a'", "code ew 'c'")) {
            assertThat(scim.get("/Gauges?filter=" + filter).at("/totalResults"))
                    .as(filter)
                    .isEqualTo("0");
        }
        for (String filter :
                List.of("label eq 'aBc'", "label co 'B' and label co 'b'", "label sw 'a'", "label ew 'c'")) {
            assertThat(scim.get("/Gauges?filter=" + filter).at("/totalResults"))
                    .as(filter)
                    .isEqualTo("1");
        }
        assertThat(scim.get("/Gauges/" + created.id()).at("/code")).isEqualTo("AbC");
    }

    @Test
    @Tag("R-7643-7-07")
    @Tag("R-7643-7-17")
    @Tag("R-7644-3.5.2-29")
    void read_only_is_never_changed_by_a_client(Scim scim) {
        Answer created = gauge(scim, "g", "'reading':'42','seal':{'number':'7'},'place':{'site':'A','installed':'x'}");
        assertThat(created.has("reading")).isFalse();
        assertThat(created.has("seal")).isFalse();
        assertThat(created.json().at("/place/installed").isMissingNode()).isTrue();
        String gauge = "/Gauges/" + created.id();
        assertThat(scim.put(gauge, Gauges.body("g", "'reading':'42','place':{'site':'A','installed':'x'}"))
                        .version())
                .isEqualTo(created.version());
        for (String path : List.of("reading", "seal", "seal.number", "place.installed")) {
            Answer patch = scim.patch(
                    gauge,
                    "{'op':'replace','path':'" + path + "','value':" + (path.equals("seal") ? "{'number':'7'}" : "'7'")
                            + "}");
            assertThat(patch.status()).as(path).isEqualTo(400);
            assertThat(patch.scimType()).as(path).isEqualTo("mutability");
        }
        assertThat(scim.patch(gauge, "{'op':'add','value':{'reading':'42'}}").scimType())
                .isEqualTo("mutability");
        assertThat(scim.get(gauge).version()).isEqualTo(created.version());
    }

    @Test
    @Tag("R-7643-7-08")
    @Tag("R-7644-3.5.1-06")
    @Tag("R-7644-3.5.1-07")
    @Tag("R-7644-3.5.2-11")
    void immutable_is_set_once(Scim scim) {
        Answer set = gauge(scim, "g", "'serial':'S1'");
        String gauge = "/Gauges/" + set.id();
        assertThat(scim.put(gauge, Gauges.body("g", "'serial':'S1'")).status()).isEqualTo(200);
        assertThat(scim.put(gauge, Gauges.body("g", "")).at("/serial")).isEqualTo("S1");
        for (Answer refused : List.of(
                scim.put(gauge, Gauges.body("g", "'serial':'S2'")),
                scim.patch(gauge, "{'op':'replace','path':'serial','value':'S2'}"),
                scim.patch(gauge, "{'op':'add','path':'serial','value':'S2'}"),
                scim.patch(gauge, "{'op':'add','value':{'serial':'S2'}}"),
                scim.patch(gauge, "{'op':'remove','path':'serial'}"))) {
            assertThat(refused.status()).as(refused.text()).isEqualTo(400);
            assertThat(refused.scimType()).isEqualTo("mutability");
        }
        assertThat(scim.get(gauge).at("/serial")).isEqualTo("S1");

        String put = "/Gauges/" + gauge(scim, "h", "").id();
        assertThat(scim.put(put, Gauges.body("h", "'serial':'S3'")).at("/serial"))
                .isEqualTo("S3");
        String patch = "/Gauges/" + gauge(scim, "i", "").id();
        assertThat(scim.patch(patch, "{'op':'add','path':'serial','value':'S4'}")
                        .at("/serial"))
                .isEqualTo("S4");
    }

    @Test
    @Tag("R-7643-7-09")
    @Tag("R-7643-7-11")
    void write_only_and_never_are_in_no_answer(Scim scim) {
        Answer created = scim.post("/Gauges?attributes=pin,name", Gauges.body("g", "'pin':'1234-secret'"));
        assertThat(created.status()).isEqualTo(201);
        String gauge = "/Gauges/" + created.id();
        for (Answer answer : List.of(
                created,
                scim.get(gauge),
                scim.get(gauge + "?attributes=pin"),
                scim.patch(gauge, "{'op':'replace','path':'pin','value':'5678-secret'}"),
                scim.search("/Gauges", "'attributes':['pin']"))) {
            assertThat(answer.status()).isLessThan(300);
            assertThat(answer.text()).doesNotContain("secret").doesNotContain("\"pin\"");
        }
    }

    @Test
    @Tag("R-7643-7-10")
    @Tag("R-7644-3.4.2.5-02")
    void always_is_returned_whatever_is_asked_for(Scim scim) {
        String gauge = "/Gauges/" + gauge(scim, "g", "'tag':'T1'").id();
        for (String query :
                List.of("", "?attributes=name", "?excludedAttributes=tag", "?excludedAttributes=id,schemas,tag")) {
            Answer answer = scim.get(gauge + query);
            assertThat(answer.at("/tag")).as(query).isEqualTo("T1");
            assertThat(answer.id()).isNotEmpty();
        }
    }

    @Test
    @Tag("R-7643-7-12")
    void default_is_returned_unless_something_else_is_named(Scim scim) {
        String gauge = "/Gauges/" + gauge(scim, "g", "'label':'L'").id();
        assertThat(scim.get(gauge).has("label")).isTrue();
        assertThat(scim.get(gauge + "?attributes=name").has("label")).isFalse();
        assertThat(scim.get(gauge + "?attributes=label").has("label")).isTrue();
        assertThat(scim.get(gauge + "?excludedAttributes=label").has("label")).isFalse();
    }

    @Test
    @Tag("R-7643-7-13")
    @Tag("R-7644-3.9-10")
    void request_is_returned_to_who_names_it_or_has_written_it(Scim scim) {
        Answer created = gauge(scim, "g", "'notes':'N'");
        assertThat(created.at("/notes")).isEqualTo("N");
        String gauge = "/Gauges/" + created.id();
        assertThat(scim.get(gauge).has("notes")).isFalse();
        assertThat(scim.get("/Gauges").json().at("/Resources/0/notes").isMissingNode())
                .isTrue();
        assertThat(scim.get(gauge + "?attributes=notes").at("/notes")).isEqualTo("N");
        assertThat(scim.search("/Gauges", "'attributes':['notes']").all("Resources.notes"))
                .containsExactly("N");
        assertThat(scim.patch(gauge, "{'op':'replace','path':'label','value':'L'}")
                        .has("notes"))
                .isFalse();
        assertThat(scim.patch(gauge, "{'op':'replace','path':'notes','value':'M'}")
                        .at("/notes"))
                .isEqualTo("M");
        assertThat(scim.put(gauge, Gauges.body("g", "'notes':'O'")).at("/notes"))
                .isEqualTo("O");
    }

    @Test
    @Tag("R-7643-7-14")
    @Tag("R-7643-7-15")
    void a_unique_value_is_unique_among_the_resources_of_a_tenant(ScimServer server) {
        Scim scim = server.newTenant();
        gauge(scim, "g", "'serial':'S1'");
        Answer twice = scim.post("/Gauges", Gauges.body("h", "'serial':'S1'"));
        assertThat(twice.status()).isEqualTo(409);
        assertThat(twice.scimType()).isEqualTo("uniqueness");
        assertThat(twice.detail()).contains("serial");
        // Its case is exact, so another case is another value.
        gauge(scim, "h", "'serial':'s1'");
        gauge(server.newTenant(), "g", "'serial':'S1'");
    }

    @Test
    @Tag("R-7643-7-18")
    void an_always_returned_part_comes_with_its_parent_only(Scim scim) {
        String gauge = "/Gauges/"
                + gauge(scim, "g", "'sensors':[{'value':'v','type':'inner','unit':'K'}]")
                        .id();
        JsonNode sensor = scim.get(gauge + "?attributes=sensors.value").json().at("/sensors/0");
        assertThat(sensor.path("unit").asText()).isEqualTo("K");
        assertThat(sensor.has("type")).isFalse();
        assertThat(scim.get(gauge + "?attributes=name").has("sensors")).isFalse();
        assertThat(scim.get(gauge + "?excludedAttributes=sensors").has("sensors"))
                .isFalse();
    }
}
