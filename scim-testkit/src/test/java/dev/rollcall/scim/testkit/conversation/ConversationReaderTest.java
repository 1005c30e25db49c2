package dev.rollcall.scim.testkit.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.scim.testkit.conversation.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConversationReaderTest {
    private static final String STEP = """
            {"name": "go", "method": "GET", "path": "/Users", "expect": {"status": [200]}}""";
    private static final String STEPS = "\"steps\": [" + STEP + "]";

    @Test
    void a_conversation_tells_what_it_is() {
        var read = Fakes.conversation("\"requires\": [\"strictMemberReferences\"], \"quirks\": [\"q\"],"
                + "\"source\": [\"s\"], \"note\": \"n\", \"setup\": [" + STEP + "]," + STEPS);

        assertThat(read).hasToString("007 acme: Trial");
        assertThat(read.requires()).containsExactly(ServerOption.STRICT_MEMBER_REFERENCES);
        assertThat(read.operation()).isEqualTo("create");
        assertThat(read.evidence()).isEqualTo("derived");
        assertThat(read.quirks()).containsExactly("q");
        assertThat(read.sources()).containsExactly("s");
        assertThat(read.setup()).singleElement().extracting(Step::name).isEqualTo("go");
        assertThat(read.steps()).singleElement().extracting(Step::name).isEqualTo("go");
        assertThat(read.config()).isEmpty();
    }

    @Test
    void extension_schemas_are_found_wherever_the_config_has_them() throws IOException {
        var schema = "{\"id\":\"urn:acme:2.0:User\",\"name\":\"Acme\",\"attributes\":[{\"name\":\"badge\"}]}";
        var config = "{\"extensions\":[{\"resourceType\":\"User\",\"schema\":" + schema + "}]}";

        var read = Fakes.conversation("\"config\": " + config + ", " + STEPS).config();

        assertThat(read).isPresent();
        assertThat(read.get().json()).isEqualTo(config);
        assertThat(read.get().extensionSchemas()).containsExactly(schema);
        assertThat(ServerConfig.of(Json.parse(schema)).extensionSchemas()).containsExactly(schema);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "\"steps\": [] | has no steps",
                "\"setup\": [] | has no steps",
                "\"setups\": [], STEPS | unknown key 'setups'",
                "\"requires\": [\"uniqueGroupDisplayname\"], STEPS | unknown option 'uniqueGroupDisplayname'",
                "\"requires\": \"customExtension\", STEPS | 'requires' that is no array",
                "\"steps\": [{\"name\": \"go\"}] | step 'go' lacks the key 'path'",
                "\"steps\": [{\"name\": \"go\", \"expected\": {}}] | step 'go' has an unknown key 'expected'",
                "\"steps\": [{\"name\": \"go\", \"method\": \"GET\", \"path\": \"Users\", \"expect\": {}}] | slash",
                "STEP(\"expect\": {}) | expects no status",
                "STEP(\"expect\": {\"status\": 200}) | 'status' that is no array",
                "STEP(\"expect\": {\"status\": [\"200\"]}) | where a whole number is wanted",
                "STEP(\"expect\": {\"status\": [200], \"bodies\": {}}) | unknown key 'bodies'",
                "STEP(\"expect\": {\"status\": [200], \"body\": {\"$.a\": {\"$equals\": 1}}}) | unknown operator",
                "STEP(\"expect\": {\"status\": [200], \"body\": {\"a\": 1}}) | path 'a'",
                "STEP(\"expect\": {\"status\": [200], \"then\": {\"$..a\": 1}}) | path '$..a'",
                "STEP(\"expect\": {\"status\": [200], \"then\": {\"$.a\": {\"$size\": \"1\"}}}) | $size takes",
                "STEP(\"expect\": {\"status\": [200], \"capture\": {\"u\": \"id\"}}) | path 'id'",
                "STEP(\"expect\": {\"status\": [200], \"capture\": {\"u\": 1}}) | where a text is wanted",
                "STEP(\"expect\": {\"status\": [200], \"headers\": {\"A\": {\"$is\": 1}}}) | header A takes",
                "STEP(\"expect\": {\"status\": [200]}, \"repeat\": {\"i\": 3}) | in its repeat",
                "STEP(\"expect\": {\"status\": [200]}, \"headers\": {\"A\": 1}) | where a text is wanted",
                "STEP(\"expect\": {\"status\": [200]}, \"headers\": {\"A b\": \"\"}) | not a header name",
                "STEP(\"expect\": {\"status\": [200]}, \"rawBody\": {}) | where a text is wanted",
                "STEP(\"expect\": {\"status\": [200]}, \"body\": [{\"$each\": 1}]) | in its body",
                "\"steps\": [{\"name\": \"c\", \"concurrent\": [], \"expect\": {}}] | unknown key 'expect'",
                "\"steps\": [{\"name\": \"c\", \"concurrent\": [{\"name\": \"d\", \"x\": 1}]}] | unknown key 'x'"
            })
    void what_could_not_be_checked_is_refused_with_its_place(String members, String problem) {
        var text = members.replace("STEPS", STEPS)
                .replaceFirst(
                        "STEP\\((.*)\\)$",
                        "\"steps\": [{\"name\": \"go\", \"method\": \"GET\", \"path\": \"/Users\", $1}]");

        assertThatThrownBy(() -> Fakes.conversation(text))
                .isInstanceOf(ConversationFormatException.class)
                .hasMessageStartingWith("trial.json")
                .hasMessageContaining(problem);
    }

    @Test
    void a_key_that_stands_twice_is_refused() {
        assertThatThrownBy(() -> Fakes.conversation(STEPS + ", " + STEPS))
                .isInstanceOf(ConversationFormatException.class)
                .hasMessageContaining("trial.json is not JSON");
    }

    @Test
    void a_folder_is_read_by_number_and_a_file_alone(@TempDir Path folder) throws IOException {
        write(folder.resolve("b.json"), 2);
        write(folder.resolve("a.json"), 10);
        Files.writeString(folder.resolve("notes.txt"), "no conversation");

        assertThat(Conversations.in(folder)).extracting(Conversation::number).containsExactly(2, 10);
        assertThat(Conversations.in(folder.resolve("a.json")))
                .extracting(Conversation::number)
                .containsExactly(10);
    }

    @Test
    void two_conversations_with_one_number_are_refused(@TempDir Path folder) throws IOException {
        write(folder.resolve("a.json"), 3);
        write(folder.resolve("b.json"), 3);

        assertThatThrownBy(() -> Conversations.in(folder))
                .isInstanceOf(ConversationFormatException.class)
                .hasMessageContaining("003 acme: Trial");
    }

    private static void write(Path file, int number) throws IOException {
        var text = "{\"number\": " + number + ", \"idp\": \"acme\", \"name\": \"Trial\", \"operation\": \"lookup\","
                + " \"evidence\": \"observed\", " + STEPS + "}";
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }
}
