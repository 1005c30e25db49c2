package dev.rollcall.conformance;

import static dev.rollcall.conformance.server.Scim.userBody;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.conformance.server.Answer;
import dev.rollcall.conformance.server.Gauges;
import dev.rollcall.conformance.server.Scim;
import dev.rollcall.conformance.server.StrictServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 7643 §2.3. */
@ExtendWith(StrictServer.class)
class DataTypesTest {
    private static Answer create(Scim scim, String member) {
        return scim.post("/Gauges", Gauges.body("g", member));
    }

    /** The value that a later read shows. */
    private static String kept(Scim scim, String member, String attribute) {
        Answer created = create(scim, member);
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        return scim.get("/Gauges/" + created.id()).json().path(attribute).toString();
    }

    private static void refused(Answer answer, String attribute) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.scimType()).isEqualTo("invalidValue");
        assertThat(answer.detail()).contains(attribute);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "日本", "𝄞 é ñ", " with blanks ", "a\\\\b", "tab\\tline\\n"})
    @Tag("R-7643-2.3.1-01")
    @Tag("R-7644-3.8-01")
    void a_string_is_any_unicode_text(String text, Scim scim) {
        assertThat(kept(scim, "'label':'" + text + "'", "label")).isEqualTo("\"" + text + "\"");
    }

    @Test
    @Tag("R-7643-2.3.1-01")
    @Tag("DEC-03")
    void the_empty_string_is_no_value(Scim scim) {
        assertThat(kept(scim, "'label':''", "label")).isEmpty();
        assertThat(scim.get("/Gauges?filter=label pr").at("/totalResults")).isEqualTo("0");
        Answer required = scim.post("/Gauges", Gauges.body("", ""));
        refused(required, "name");
    }

    @Test
    @Tag("R-7643-2.3.1-02")
    @Tag("R-7643-7-05")
    @Tag("R-7643-2.4-11")
    void canonical_values_are_suggestions(Scim scim) {
        assertThat(kept(scim, "'color':'green'", "color")).isEqualTo("\"green\"");
        assertThat(kept(scim, "'color':'mauve'", "color")).isEqualTo("\"mauve\"");
        assertThat(scim.get("/Schemas/" + Gauges.SCHEMA).text()).contains("\"canonicalValues\":[\"red\",\"green\"]");
        assertThat(scim.get("/Schemas/" + Gauges.SCHEMA).text()).contains("\"canonicalValues\":[\"inner\",\"outer\"]");
    }

    @Test
    @Tag("R-7643-2.3.2-01")
    void a_boolean_is_true_or_false(Scim scim) {
        assertThat(kept(scim, "'enabled':true", "enabled")).isEqualTo("true");
        assertThat(kept(scim, "'enabled':false", "enabled")).isEqualTo("false");
        for (String wrong : new String[] {"'true'", "'False'", "1", "0", "[]", "{}"}) {
            Answer answer = create(scim, "'enabled':" + wrong);
            if (wrong.equals("[]")) {
                continue;
            }
            refused(answer, "enabled");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.1", "123456789012345678901234567890.123456789", "-5.50", "3"})
    @Tag("R-7643-2.3.3-01")
    void a_decimal_keeps_its_precision(String number, Scim scim) {
        assertThat(create(scim, "'ratio':" + number).text()).contains("\"ratio\":" + number);
        assertThat(scim.get("/Gauges?filter=ratio eq " + number).at("/totalResults"))
                .isEqualTo("1");
    }

    @Test
    @Tag("R-7643-2.3.3-01")
    void a_decimal_has_digits_on_both_sides_of_its_period(Scim scim) {
        assertThat(create(scim, "'ratio':1.").status()).isEqualTo(400);
        assertThat(create(scim, "'ratio':.5").status()).isEqualTo(400);
        refused(create(scim, "'ratio':'1.5'"), "ratio");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0", "1e3", "'7'", "true", "99999999999999999999"})
    @Tag("R-7643-2.3.4-01")
    void an_integer_has_no_fraction_and_no_exponent(String wrong, Scim scim) {
        refused(create(scim, "'count':" + wrong), "count");
        assertThat(kept(scim, "'count':-42", "count")).isEqualTo("-42");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2008-01-23T04:56:22Z",
                "2008-01-23T04:56:22.123456Z",
                "2008-01-23T04:56:22+05:30",
                "2008-01-23T04:56:22"
            })
    @Tag("R-7643-2.3.5-01")
    void a_date_time_has_date_and_time(String text, Scim scim) {
        assertThat(kept(scim, "'calibrated':'" + text + "'", "calibrated")).isEqualTo("\"" + text + "\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2008-01-23", "04:56:22", "23.01.2008", "2008-13-01T00:00:00Z", "2008-01-23 04:56:22Z", "soon"})
    @Tag("R-7643-2.3.5-01")
    void what_is_no_date_time_is_refused(String text, Scim scim) {
        refused(create(scim, "'calibrated':'" + text + "'"), "calibrated");
    }

    @Test
    @Tag("R-7643-2.3.5-01")
    @Tag("R-7643-2.3.5-02")
    void date_times_are_compared_as_instants(Scim scim) {
        create(scim, "'calibrated':'2008-01-23T06:56:22+02:00'");
        assertThat(scim.get("/Gauges?filter=calibrated eq '2008-01-23T04:56:22Z'")
                        .at("/totalResults"))
                .isEqualTo("1");
        assertThat(scim.get("/Gauges?filter=calibrated gt '2008-01-23T05:30:00Z'")
                        .at("/totalResults"))
                .isEqualTo("0");
        String schema = attribute(scim, "calibrated");
        assertThat(schema).contains("\"uniqueness\":\"none\"");
    }

    private static String attribute(Scim scim, String name) {
        for (var attribute : scim.get("/Schemas/" + Gauges.SCHEMA).json().path("attributes")) {
            if (attribute.path("name").asText().equals(name)) {
                return attribute.toString();
            }
        }
        throw new AssertionError("No attribute " + name);
    }

    @ParameterizedTest
    @CsvSource({"AQID,AQID", "AQI=,AQI=", "AQI,AQI=", "+/+/,+/+/"})
    @Tag("R-7643-2.3.6-01")
    @Tag("R-7643-2.3.6-02")
    void binary_is_base64_with_or_without_padding(String sent, String shown, Scim scim) {
        assertThat(kept(scim, "'image':'" + sent + "'", "image")).isEqualTo("\"" + shown + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-_-_", "A", "AQ ID", "AQI==", "A*ID"})
    @Tag("R-7643-2.3.6-01")
    void what_is_no_base64_is_refused(String text, Scim scim) {
        refused(create(scim, "'image':'" + text + "'"), "image");
    }

    @Test
    @Tag("R-7643-2.3.6-03")
    void binary_is_case_exact_and_not_unique(Scim scim) {
        assertThat(create(scim, "'image':'AQID'").status()).isEqualTo(201);
        assertThat(create(scim, "'image':'AQID'").status()).isEqualTo(201);
        assertThat(scim.get("/Gauges?filter=image eq 'AQID'").at("/totalResults"))
                .isEqualTo("2");
        assertThat(scim.get("/Gauges?filter=image eq 'aqid'").at("/totalResults"))
                .isEqualTo("0");
        assertThat(attribute(scim, "image")).contains("\"caseExact\":true").contains("\"uniqueness\":\"none\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com/a?b=c#d",
                "urn:isbn:0451450523",
                "../manuals/7",
                "Users/1",
                "mailto:a@b.example"
            })
    @Tag("R-7643-2.3.7-01")
    void a_reference_is_an_absolute_or_relative_uri(String uri, Scim scim) {
        assertThat(kept(scim, "'manual':'" + uri + "'", "manual")).isEqualTo("\"" + uri + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"has blank", "http://[broken", "a\\\\b", "%zz", "<x>"})
    @Tag("R-7643-2.3.7-01")
    void what_is_no_uri_is_refused(String text, Scim scim) {
        refused(create(scim, "'manual':'" + text + "'"), "manual");
        assertThat(scim.post("/Users", userBody("u", "'profileUrl':'" + text + "'"))
                        .scimType())
                .isEqualTo("invalidValue");
    }

    @Test
    @Tag("R-7643-2.3.7-03")
    @Tag("R-7644-3.4.2.2-24")
    void a_reference_is_case_exact(Scim scim) {
        create(scim, "'manual':'https://example.com/A'");
        assertThat(scim.get("/Gauges?filter=manual eq 'https://example.com/A'").at("/totalResults"))
                .isEqualTo("1");
        assertThat(scim.get("/Gauges?filter=manual eq 'https://example.com/a'").at("/totalResults"))
                .isEqualTo("0");
        for (String url : new String[] {"profileUrl"}) {
            assertThat(scim.get("/Schemas/" + Scim.USER).text()).contains("\"name\":\"" + url + "\"");
        }
        assertThat(attribute(scim, "manual")).contains("\"caseExact\":true");
    }

    @Test
    @Tag("R-7643-2.3.7-02")
    @Tag("R-7643-2.3.7-04")
    @Tag("R-7643-4.2-04")
    void a_reference_to_a_resource_can_be_fetched(Scim scim) {
        String user = scim.user("ann");
        String group = scim.group("Guides", user);
        String ref = scim.get("/Groups/" + group).at("/members/0/$ref");
        assertThat(ref).isEqualTo(scim.baseUrl() + "/Users/" + user);
        Answer target = scim.get(ref.substring(scim.baseUrl().length()));
        assertThat(target.status()).isEqualTo(200);
        assertThat(target.id()).isEqualTo(user);

        String back = scim.get("/Users/" + user).at("/groups/0/$ref");
        assertThat(scim.get(back.substring(scim.baseUrl().length())).id()).isEqualTo(group);
    }

    @Test
    @Tag("R-7643-2.3.7-05")
    void a_group_keeps_no_reference_to_a_user_who_is_gone(Scim scim) {
        String user = scim.user("ann");
        String group = scim.group("Guides", user);
        scim.delete("/Users/" + user);
        assertThat(scim.get("/Groups/" + group).has("members")).isFalse();
    }

    @Test
    @Tag("R-7643-2.3.7-06")
    @Tag("R-7643-7-16")
    void reference_types_say_what_may_be_linked(Scim scim) {
        assertThat(attribute(scim, "manual")).contains("\"referenceTypes\":[\"external\"]");
        assertThat(scim.get("/Schemas/" + Scim.GROUP).text()).contains("\"referenceTypes\":[\"User\",\"Group\"]");
    }

    @Test
    @Tag("R-7643-2.3.8-01")
    void the_order_of_sub_attributes_does_not_matter(Scim scim) {
        Answer one = create(scim, "'place':{'site':'A','room':'1'}");
        Answer other = create(scim, "'place':{'room':'1','site':'A'}");
        assertThat(one.json().path("place")).isEqualTo(other.json().path("place"));
        Answer unchanged = scim.put("/Gauges/" + one.id(), Gauges.body("g", "'place':{'room':'1','site':'A'}"));
        assertThat(unchanged.version()).isEqualTo(one.version());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'enabled':'yes'",
                "'label':5",
                "'label':{'value':'x'}",
                "'label':['x']",
                "'tags':'one'",
                "'place':'here'",
                "'place':[{'site':'A'}]",
                "'sensors':{'value':'x'}",
                "'sensors':['x']",
                "'count':true",
                "'ratio':'x'",
                "'image':7",
                "'manual':7",
                "'calibrated':5"
            })
    @Tag("R-7643-2.3-02")
    void json_that_does_not_fit_the_attribute_is_refused(String member, Scim scim) {
        refused(create(scim, member), member.split("'")[1]);
        assertThat(scim.get("/Gauges").at("/totalResults")).isEqualTo("0");
    }

    @Test
    @Tag("R-7643-2.3.8-03")
    void a_complex_attribute_has_no_case_and_no_uniqueness(Scim scim) {
        assertThat(scim.get("/Schemas/" + Gauges.SCHEMA).json().path("attributes"))
                .filteredOn(a -> a.path("type").asText().equals("complex"))
                .hasSize(3)
                .allMatch(a -> !a.has("caseExact") && !a.has("uniqueness"));
    }
}
