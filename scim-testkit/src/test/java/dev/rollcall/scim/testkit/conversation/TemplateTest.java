package dev.rollcall.scim.testkit.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.scim.testkit.conversation.json.Json;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {
    private final Variables variables = Variables.empty();

    @BeforeEach
    void captured() throws IOException {
        variables.capture("a", Json.parse("\"A\""));
        variables.capture("u2", Json.parse("\"second\""));
        variables.capture("n", Json.parse("42"));
        variables.capture("tricky", Json.parse("\"${a}\\\"\\n$1\""));
    }

    @ParameterizedTest
    @CsvSource({
        "/Users/${a}?x=${a}, /Users/A?x=A",
        "${u${i}}, second",
        "${n}, 42",
        "100% $ {a} $a, 100% $ {a} $a",
        "open ${a, open ${a",
        "}${a}{, }A{"
    })
    void placeholders_are_replaced_the_inner_one_first(String template, String filled) {
        assertThat(variables.inTurn("i", 2).fill(template)).isEqualTo(filled);
    }

    @Test
    void what_a_server_sent_is_not_a_template() {
        assertThat(variables.fill("<${tricky}>")).isEqualTo("<${a}\"\n$1>");
    }

    @Test
    void a_placeholder_without_a_value_is_an_error_that_names_it() {
        assertThatThrownBy(() -> variables.fill("/Users/${u9}"))
                .isInstanceOf(UnknownVariableException.class)
                .hasMessageContaining("${u9}");
    }

    @Test
    void a_loop_does_not_outlive_its_turn() {
        variables.inTurn("i", 1);

        assertThatThrownBy(() -> variables.fill("${i}")).isInstanceOf(UnknownVariableException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{\"x\": \"${a}-${n}\", \"y\": [true, null, 1.0]} | {\"x\":\"A-42\",\"y\":[true,null,1.0]}",
                "{\"x\": \"${n}\"}                             | {\"x\":42}",
                "{\"x\": \"${tricky}\"}                        | {\"x\":\"${a}\\\"\\n$1\"}",
                "[0, {\"$each\": {\"i\": [2, 4]}, \"item\": {\"v\": \"${i}\"}}, 9]"
                        + " | [0,{\"v\":\"2\"},{\"v\":\"3\"},{\"v\":\"4\"},9]",
                "[{\"$each\": {\"i\": [2, 2]}, \"item\": \"${u${i}}\"}] | [\"second\"]",
                "[{\"$each\": {\"i\": [1, 2]}, \"item\": [{\"$each\": {\"j\": [3, 4]}, \"item\": \"${i}${j}\"}]}]"
                        + " | [[\"13\",\"14\"],[\"23\",\"24\"]]",
                "[{\"$each\": {\"i\": [2, 1]}, \"item\": 0}] | []"
            })
    void json_is_filled_in_its_strings_and_its_arrays(String template, String filled) throws IOException {
        var json = new JsonTemplate(Json.parse(template));
        json.check();

        assertThat(Json.print(json.fill(variables))).isEqualTo(filled);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"$each\": {\"i\": [1, 2]}, \"item\": 1}",
                "[{\"$each\": {\"i\": [1, 2]}}]",
                "[{\"$each\": {\"i\": [1, 2]}, \"item\": 1, \"more\": 1}]",
                "[{\"$each\": {\"i\": [1]}, \"item\": 1}]",
                "[{\"$each\": {\"i\": [\"1\", \"2\"]}, \"item\": 1}]",
                "[{\"$each\": {\"i\": [1, 2], \"j\": [1, 2]}, \"item\": 1}]",
                "[{\"$each\": [1, 2], \"item\": 1}]",
                "[{\"$each\": {\"i\": [1, 2]}, \"item\": {\"$each\": {\"j\": [1, 2]}, \"item\": 1}}]"
            })
    void an_each_that_would_not_expand_is_refused(String template) throws IOException {
        var json = new JsonTemplate(Json.parse(template));

        assertThatIllegalArgumentException().isThrownBy(json::check);
    }
}
