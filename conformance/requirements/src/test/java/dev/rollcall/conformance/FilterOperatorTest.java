package dev.rollcall.conformance;

import static dev.rollcall.conformance.server.SharedServer.thing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.conformance.server.Answer;
import dev.rollcall.conformance.server.Found;
import dev.rollcall.conformance.server.Scim;
import dev.rollcall.conformance.server.SharedServer;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the operators of RFC 7644 §3.4.2.2 mean for each type of attribute. */
class FilterOperatorTest {
    @RegisterExtension
    static final SharedServer SERVER = SharedServer.withThings();

    private static Scim scim;

    /** {@code bare} has nothing but what is required. */
    @BeforeAll
    static void things(Scim client) {
        scim = client;
        thing(
                scim,
                "Anvil",
                "'code':'Ab','flag':true,'count':9,'weight':2.50,'time':'2020-01-01T12:00:00Z',"
                        + "'bytes':'AQID','link':'https://example.com/Anvil','tags':['Red','Heavy'],"
                        + "'place':{'floor':2,'room':'Cellar'}");
        thing(
                scim,
                "Bolt",
                "'code':'ab','flag':false,'count':10,'weight':10,'time':'2020-01-01T13:30:00+02:00',"
                        + "'bytes':'BAUG','link':'https://example.com/bolt','tags':['blue'],'place':{'room':'attic'}");
        thing(scim, "bare", "");
    }

    private static List<String> found(String filter) {
        return Found.things(scim, filter);
    }

    private static void refused(String filter) {
        Answer answer = Found.answer(scim, "/Things", filter);
        assertThat(answer.status()).as(filter).isEqualTo(400);
        assertThat(answer.scimType()).as(filter).isEqualTo("invalidFilter");
        assertThat(answer.detail()).as(filter).isNotBlank();
        assertThat(answer.has("Resources")).as(filter).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    name eq 'ANVIL'                     | Anvil
                    name eq 'Anvi'                      | ''
                    code eq 'Ab'                        | Anvil
                    code eq 'AB'                        | ''
                    flag eq true                        | Anvil
                    flag eq false                       | Bolt
                    count eq 9                          | Anvil
                    count eq 9.0                        | Anvil
                    weight eq 2.5                       | Anvil
                    weight eq 1e1                       | Bolt
                    time eq '2020-01-01T11:30:00Z'      | Bolt
                    time eq '2020-01-01T12:00:00.000Z'  | Anvil
                    bytes eq 'AQID'                     | Anvil
                    link eq 'https://example.com/bolt'  | Bolt
                    link eq 'https://example.com/BOLT'  | ''
                    tags eq 'red'                       | Anvil
                    place.floor eq 2                    | Anvil
                    place.room eq 'CELLAR'              | Anvil
                    """)
    @Tag("R-7644-3.4.2.2-02")
    @Tag("R-7644-3.4.2.2-05")
    void eq_finds_what_is_the_same_for_its_type(String filter, String names) {
        assertThat(found(filter)).isEqualTo(list(names));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    name ne 'anvil'                 | Bolt,bare
                    code ne 'AB'                    | Anvil,Bolt,bare
                    code ne 'Ab'                    | Bolt,bare
                    flag ne true                    | Bolt,bare
                    count ne 9                      | Bolt,bare
                    weight ne 10.0                  | Anvil,bare
                    time ne '2020-01-01T11:30:00Z'  | Anvil,bare
                    bytes ne 'AQID'                 | Bolt,bare
                    """)
    @Tag("R-7644-3.4.2.2-02")
    @Tag("R-7644-3.4.2.2-06")
    @Tag("R-7644-3.4.2.2-31")
    void ne_finds_what_is_not_the_same_or_not_there(String filter, String names) {
        assertThat(found(filter)).isEqualTo(list(names));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    name co 'NVI'                    | Anvil
                    name co 'anvil'                  | Anvil
                    name co 'B'                      | Bolt,bare
                    name sw 'b'                      | Bolt,bare
                    name sw 'bolt'                   | Bolt
                    name sw 'olt'                    | ''
                    name ew 'LT'                     | Bolt
                    name ew 'bolt'                   | Bolt
                    name ew 'bol'                    | ''
                    name ew 'abolt'                  | ''
                    code co 'b'                      | Anvil,Bolt
                    code co 'A'                      | Anvil
                    code sw 'a'                      | Bolt
                    code ew 'B'                      | ''
                    tags co 'EA'                     | Anvil
                    link sw 'https://example.com/A'  | Anvil
                    link ew 'olt'                    | Bolt
                    link co 'EXAMPLE'                | ''
                    """)
    @Tag("R-7644-3.4.2.2-02")
    @Tag("R-7644-3.4.2.2-07")
    @Tag("R-7644-3.4.2.2-33")
    void co_sw_and_ew_find_parts_under_the_case_rule_of_the_attribute(String filter, String names) {
        assertThat(found(filter)).isEqualTo(list(names));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    count gt 9                         | Bolt
                    count ge 9                         | Anvil,Bolt
                    count lt 10                        | Anvil
                    count le 9.5                       | Anvil
                    weight lt 10                       | Anvil
                    weight ge 2.5                      | Anvil,Bolt
                    weight gt 2.5                      | Bolt
                    weight le 2.49                     | ''
                    time lt '2020-01-01T12:00:00Z'     | Bolt
                    time gt '2020-01-01T11:30:00Z'     | Anvil
                    time ge '2020-01-01T12:30:00+01:00'| Anvil,Bolt
                    time le '2020-01-01T10:30:00-01:00'| Bolt
                    name gt 'ANVIL'                    | Bolt,bare
                    name ge 'anvil'                    | Anvil,Bolt,bare
                    name lt 'bb'                       | Anvil,bare
                    code gt 'Ab'                       | Bolt
                    code le 'Ab'                       | Anvil
                    """)
    @Tag("R-7644-3.4.2.2-02")
    @Tag("R-7644-3.4.2.2-09")
    void an_order_is_that_of_texts_instants_and_numbers(String filter, String names) {
        assertThat(found(filter)).isEqualTo(list(names));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "flag gt true", "flag ge true", "flag lt true", "flag le false",
                "bytes gt 'AQID'", "bytes ge 'AQID'", "bytes lt 'AQID'", "bytes le 'AQID'"
            })
    @Tag("R-7644-3.4.2.2-10")
    void truths_and_bytes_have_no_order(String filter) {
        refused(filter);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "flag co true",
                "flag sw 'tr'",
                "count co 9",
                "count ew '9'",
                "weight sw 2",
                "time co '2020'",
                "time sw '2020-01-01T12:00:00Z'",
                "bytes co 'AQ'"
            })
    @Tag("R-7644-3.4.2.2-33")
    void only_texts_and_references_have_parts(String filter) {
        refused(filter);
    }

    @Test
    @Tag("R-7644-3.4.2.2-08")
    void pr_finds_what_has_a_value_and_a_complex_attribute_by_any_of_its_parts() {
        assertThat(found("code pr")).containsExactly("Anvil", "Bolt");
        assertThat(found("flag pr")).containsExactly("Anvil", "Bolt");
        assertThat(found("tags pr")).containsExactly("Anvil", "Bolt");
        assertThat(found("place pr")).containsExactly("Anvil", "Bolt");
        assertThat(found("place.floor pr")).containsExactly("Anvil");
        assertThat(found("not (place pr)")).containsExactly("bare");
        assertThat(found("serial pr")).isEmpty();
        assertThat(found("name pr")).containsExactly("Anvil", "Bolt", "bare");
    }

    @Test
    @Tag("R-7644-3.4.2.2-08")
    @Tag("DEC-03")
    void nothing_in_any_of_its_shapes_is_not_present(Scim empty) {
        thing(empty, "nulls", "'code':null,'tags':null,'place':null");
        thing(empty, "empties", "'code':'','tags':[],'place':{}");
        thing(empty, "shells", "'place':{'room':null}");

        assertThat(Found.things(empty, "code pr or tags pr or place pr")).isEmpty();
        assertThat(Found.things(empty, "code eq null and tags eq null and not (place pr)"))
                .containsExactly("nulls", "empties", "shells");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "code eq 'x'",
                "code co 'x'",
                "code sw 'x'",
                "code ew 'x'",
                "code gt 'x'",
                "code ge 'x'",
                "code lt 'x'",
                "code le 'x'",
                "count lt 5",
                "flag eq false",
                "tags eq 'x'",
                "place.floor lt 5",
                "place.room co ''"
            })
    @Tag("R-7644-3.4.2.2-31")
    void no_comparison_but_ne_holds_for_what_has_no_value(String filter) {
        assertThat(found(filter)).doesNotContain("bare");
    }

    @Test
    @Tag("R-7644-3.4.2.2-31")
    @Tag("R-7644-3.4.2.2-11")
    @Tag("DEC-06")
    void ne_and_not_hold_for_what_has_no_value() {
        assertThat(found("code ne 'Ab'")).containsExactly("Bolt", "bare");
        assertThat(found("not (code eq 'Ab')")).containsExactly("Bolt", "bare");
        assertThat(found("tags ne 'blue'")).containsExactly("Anvil", "bare");
        assertThat(found("place.floor ne 2")).containsExactly("Bolt", "bare");
    }

    @Test
    @Tag("R-7644-3.4.2.2-30")
    void to_equal_null_is_to_have_no_value() {
        assertThat(found("code eq null")).containsExactly("bare");
        assertThat(found("code ne null")).containsExactly("Anvil", "Bolt");
        assertThat(found("tags eq null")).containsExactly("bare");
        assertThat(found("place.floor eq null")).containsExactly("Bolt", "bare");
        refused("count gt null");
        refused("code co null");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "flag eq 'true'",
                "flag eq 'True'",
                "flag eq 1",
                "name eq 5",
                "name eq true",
                "count eq '9'",
                "count eq true",
                "weight gt 'heavy'",
                "time gt 'yesterday'",
                "time eq 2020",
                "bytes eq '***'",
                "link eq 7"
            })
    @Tag("R-7644-3.4.2.2-29")
    void a_value_of_another_type_is_refused(String filter) {
        refused(filter);
    }

    static List<String> list(String names) {
        return names.isEmpty() ? List.of() : List.of(names.split(","));
    }
}
