package dev.rollcall.scim.testkit.conversation.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonPathTest {
    private static final String USER = """
            {"userName": "ana", "active": true, "nickName": null, "a": {"b": {"c": 1}},
             "urn:x:2.0:User": {"dept": "R"}, "it's": 7,
             "emails": [{"value": "w@x", "type": "work", "primary": true}, {"value": "h@x", "type": "home"},
                        {"value": "v@x", "type": "work", "n": 1}, "odd"],
             "$ref": "r"}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "$.userName                          | 'ana'",
                "$.a.b.c                             | 1",
                "$['urn:x:2.0:User'].dept            | 'R'",
                "$['it\\'s']                         | 7",
                "$.$ref                              | 'r'",
                "$.emails[1].value                   | 'h@x'",
                "$.emails[*].value                   | 'w@x' 'h@x' 'v@x'",
                "$.emails[?type=='work'].value       | 'w@x' 'v@x'",
                "$.emails[?primary==true].value      | 'w@x'",
                "$.emails[?n==1].value               | 'v@x'",
                "$.nickName                          | null"
            })
    void a_path_leads_to_its_nodes(String path, String nodes) throws IOException {
        assertThat(find(path.replaceAll("==(')(\\w+)(')", "==\"$2\"")))
                .isEqualTo(List.of(nodes.replace('\'', '"').split(" ")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$.username",
                "$.userName.x",
                "$.emails[9]",
                "$.emails.value",
                "$.a[*]",
                "$.a[0]",
                "$.active[?x==1]",
                "$.emails[?type==\"WORK\"]",
                "$.emails[?primary==\"true\"]",
                "$.missing[*].value"
            })
    void what_is_not_there_is_no_node(String path) throws IOException {
        assertThat(find(path)).isEmpty();
    }

    @Test
    void the_root_is_the_document() throws IOException {
        assertThat(JsonPath.parse("$").in(Json.parse("[1,2]")).describe()).isEqualTo("an array of 2: [1,2]");
    }

    @Test
    void a_bracket_inside_a_quoted_value_does_not_end_it() throws IOException {
        var document = Json.parse("[{\"v\": \"a]\\\"b\", \"n\": 5}]");

        assertThat(JsonPath.parse("$[?v==\"a]\\\"b\"].n").in(document).describe())
                .isEqualTo("5");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "userName",
                "$userName",
                "$.",
                "$..a",
                "$[",
                "$[]",
                "$[x]",
                "$[-1]",
                "$['a]",
                "$['a'",
                "$[?a]",
                "$[?a=1]",
                "$[?==1]",
                "$[?a==]",
                "$[?a==x]",
                "$[?a==[1]]",
                "$[?a==\"x]",
                "$[*",
                "$.a]",
                "$[?a==1 2]"
            })
    void what_is_no_path_is_refused_with_the_place(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JsonPath.parse(text))
                .withMessageContaining("path '" + text + "'")
                .withMessageContaining("offset");
    }

    private static List<String> find(String path) throws IOException {
        JsonNode user = Json.parse(USER);
        return JsonPath.parse(path).in(user).nodes().stream().map(Json::print).toList();
    }
}
