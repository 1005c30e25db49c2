package dev.rollcall.scim.testkit.conversation.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "{\"a\":1,\"a\":2}", "{} {}", "<html>", "nul"})
    void what_is_not_one_JSON_value_is_refused(String text) {
        assertThatThrownBy(() -> Json.parse(text)).isInstanceOf(IOException.class);
    }

    @Test
    void what_is_printed_is_what_was_read() throws IOException {
        var text = "{\"b\":1.0,\"a\":[null,true,\"é\\\"\"],\"n\":12345678901234567890}";

        assertThat(Json.print(Json.parse(text))).isEqualTo(text);
    }
}
