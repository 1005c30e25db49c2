package dev.rollcall.scim.testkit.conversation.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each row: a path, what is expected there, and whether the document below has it. */
class ValueCheckTest {
    private static final String DOCUMENT = """
            {"text": "a", "number": 1, "big": 9007199254740993, "decimal": 1.50, "whole": 2.0, "flag": true,
             "none": null, "blank": "", "list": [1, 2, 2], "void": [], "object": {"x": 1, "y": [true]}, "bare": {},
             "all": [{"v": "a", "t": 1}, {"v": "b", "t": 1}, {"v": null}], "deep": [{"id": "i", "in": ["p", "q"]}]}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "$.text | \"a\" | true",
                "$.text | \"A\" | false",
                "$.number | 1 | true",
                "$.number | \"1\" | false",
                "$.number | 1.0 | false",
                "$.whole | 2 | false",
                "$.decimal | 1.5 | true",
                "$.big | 9007199254740993 | true",
                "$.big | 9007199254740992 | false",
                "$.flag | true | true",
                "$.flag | \"true\" | false",
                "$.none | null | true",
                "$.missing | null | false",
                "$.missing | \"a\" | false",
                "$.list | [1, 2, 2] | true",
                "$.list | [2, 1, 2] | false",
                "$.list | 1 | false",
                "$.list[*] | 1 | false",
                "$.object | {\"y\": [true], \"x\": 1} | true",
                "$.object | {\"x\": 1} | false",
                "$.object | {\"x\": 1, \"z\": [true]} | false",
                "$.all[?t==1].v | \"a\" | false",
                "$.all[?v==\"b\"].t | 1 | true"
            })
    void a_plain_value_means_exactly_one_equal_node_of_the_same_type(String path, String expected, boolean holds)
            throws IOException {
        assertThat(holds(path, expected)).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource({
        "$.missing, true, true", "$.none, true, false", "$.text, true, false", "$.all[*].nix, true, true",
        "$.all[*].v, true, false", "$.text, false, true", "$.none, false, true", "$.missing, false, false"
    })
    void absent_is_no_node_and_null_is_one(String path, boolean flag, boolean holds) throws IOException {
        assertThat(holds(path, "{\"$absent\": " + flag + "}")).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource({
        "$.text, true, true", "$.blank, true, true", "$.void, true, true", "$.none, true, false",
        "$.missing, true, false", "$.all[*].t, true, true", "$.all[*].v, true, false", "$.all[*].nix, true, false",
        "$.none, false, true", "$.missing, false, true", "$.text, false, false"
    })
    void exists_is_there_and_not_null(String path, boolean flag, boolean holds) throws IOException {
        assertThat(holds(path, "{\"$exists\": " + flag + "}")).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource({
        "$.missing, true, true", "$.none, true, true", "$.blank, true, true", "$.void, true, true",
        "$.bare, true, true", "$.text, true, false", "$.list, true, false", "$.flag, true, false",
        "$.all[*].v, true, false", "$.all[*].nix, true, true", "$.text, false, true", "$.void, false, false"
    })
    void absent_or_empty_is_nothing_null_or_without_content(String path, boolean flag, boolean holds)
            throws IOException {
        assertThat(holds(path, "{\"$absentOrEmpty\": " + flag + "}")).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "$.list | {\"$size\": 3} | true",
                "$.list | {\"$size\": 2} | false",
                "$.void | {\"$size\": 0} | true",
                "$.missing | {\"$size\": 0} | false",
                "$.none | {\"$size\": 0} | false",
                "$.text | {\"$size\": 1} | false",
                "$.object | {\"$size\": 2} | false",
                "$.all[*].v | {\"$size\": 3} | true",
                "$.all[*].nix | {\"$size\": 0} | true",
                "$.all[?t==1] | {\"$size\": 2} | true",
                "$.all[?v==\"a\"] | {\"$size\": 1} | true",
                "$.deep[?id==\"i\"].in | {\"$size\": 2} | true",
                "$.list | {\"$maxSize\": 3} | true",
                "$.list | {\"$maxSize\": 2} | false",
                "$.missing | {\"$maxSize\": 2} | false"
            })
    void sizes_count_the_elements_of_an_array_or_the_nodes_of_a_path_to_several(
            String path, String expected, boolean holds) throws IOException {
        assertThat(holds(path, expected)).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "$.list | {\"$set\": [2, 1, 2]} | true",
                "$.list | {\"$set\": [1, 2]} | false",
                "$.list | {\"$set\": [1, 1, 2]} | false",
                "$.list | {\"$set\": [1, 2, 2, 3]} | false",
                "$.list | {\"$set\": [\"1\", 2, 2]} | false",
                "$.all[*].v | {\"$set\": [null, \"b\", \"a\"]} | true",
                "$.missing | {\"$set\": []} | false",
                "$.missing[*] | {\"$set\": []} | true",
                "$.list | {\"$contains\": [2]} | true",
                "$.list | {\"$contains\": [2, 2]} | true",
                "$.list | {\"$contains\": [1, 1]} | false",
                "$.list | {\"$contains\": [3]} | false",
                "$.all | {\"$contains\": [{\"t\": 1, \"v\": \"b\"}]} | true",
                "$.all | {\"$contains\": [{\"v\": \"b\"}]} | false",
                "$.text | {\"$contains\": [\"a\"]} | false",
                "$.missing | {\"$contains\": []} | false"
            })
    void sets_and_parts_are_compared_in_any_order_member_by_member(String path, String expected, boolean holds)
            throws IOException {
        assertThat(holds(path, expected)).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "$.text | {\"$in\": [\"b\", \"a\"]} | true",
                "$.text | {\"$in\": [\"b\"]} | false",
                "$.none | {\"$in\": [null]} | true",
                "$.missing | {\"$in\": [null]} | false",
                "$.number | {\"$in\": [\"1\"]} | false",
                "$.all[*].t | {\"$in\": [1, 2]} | true",
                "$.all[*].v | {\"$in\": [\"a\"]} | false",
                "$.text | {\"$not\": \"b\"} | true",
                "$.text | {\"$not\": \"a\"} | false",
                "$.number | {\"$not\": \"1\"} | true",
                "$.missing | {\"$not\": \"a\"} | false",
                "$.all[*].v | {\"$not\": \"z\"} | true",
                "$.all[*].v | {\"$not\": \"a\"} | false",
                "$.void[*] | {\"$not\": \"a\"} | true",
                "$.list | {\"$not\": {\"$contains\": [3]}} | true",
                "$.list | {\"$not\": {\"$contains\": [2]}} | false",
                "$.text | {\"$not\": {\"$in\": [\"a\", \"b\"]}} | false",
                "$.text | {\"$type\": \"string\"} | true",
                "$.number | {\"$type\": \"string\"} | false",
                "$.number | {\"$type\": \"number\"} | true",
                "$.number | {\"$type\": \"integer\"} | true",
                "$.decimal | {\"$type\": \"number\"} | true",
                "$.decimal | {\"$type\": \"integer\"} | false",
                "$.flag | {\"$type\": \"boolean\"} | true",
                "$.list | {\"$type\": \"array\"} | true",
                "$.bare | {\"$type\": \"object\"} | true",
                "$.none | {\"$type\": \"null\"} | true",
                "$.missing | {\"$type\": \"null\"} | false",
                "$.all[*].t | {\"$type\": \"integer\"} | true"
            })
    void in_not_and_type_ask_for_a_node_that_is_there(String path, String expected, boolean holds) throws IOException {
        assertThat(holds(path, expected)).isEqualTo(holds);
    }

    @Test
    void several_operators_must_all_hold() throws IOException {
        assertThat(holds("$.text", "{\"$exists\": true, \"$not\": \"b\"}")).isTrue();
        assertThat(holds("$.text", "{\"$exists\": true, \"$not\": \"a\"}")).isFalse();
    }

    @Test
    void a_ref_is_an_attribute_and_no_operator() throws IOException {
        var check = ValueCheck.of(Json.parse("{\"$ref\": \"r\"}"));
        var root = JsonPath.parse("$");

        assertThat(check.holdsFor(root.in(Json.parse("{\"$ref\": \"r\"}")))).isTrue();
        assertThat(check.holdsFor(root.in(Json.parse("{\"$ref\": \"s\"}")))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"$exist\": true}",
                "{\"$exists\": true, \"x\": 1}",
                "{\"x\": 1, \"$exists\": true}",
                "{\"$exists\": \"true\"}",
                "{\"$size\": \"1\"}",
                "{\"$size\": -1}",
                "{\"$maxSize\": 1.5}",
                "{\"$set\": \"a\"}",
                "{\"$contains\": {}}",
                "{\"$in\": 1}",
                "{\"$type\": \"text\"}",
                "{\"$type\": null}",
                "{\"$not\": {\"$nope\": 1}}",
                "{\"x\": {\"$exists\": true}}",
                "[{\"$exists\": true}]",
                "{\"$set\": [{\"v\": {\"$exists\": true}}]}"
            })
    void what_could_not_be_checked_is_refused(String expected) throws IOException {
        var json = Json.parse(expected);

        assertThatIllegalArgumentException().isThrownBy(() -> ValueCheck.of(json));
    }

    private static boolean holds(String path, String expected) throws IOException {
        return ValueCheck.of(Json.parse(expected)).holdsFor(JsonPath.parse(path).in(Json.parse(DOCUMENT)));
    }
}
