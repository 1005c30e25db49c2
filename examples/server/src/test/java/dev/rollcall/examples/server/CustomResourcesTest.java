package dev.rollcall.examples.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.scim.Rollcall;
import dev.rollcall.scim.protocol.Caller;
import dev.rollcall.scim.protocol.ScimRequest;
import dev.rollcall.scim.protocol.ScimResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the page about custom resources shows is what is compiled and run here. */
class CustomResourcesTest {
    private static final Path DOCS = Path.of("..", "..", "docs");
    static final Path DEVICE = DOCS.resolve("device.json");
    private static final Path SNIPPET =
            Path.of("src", "test", "java", "dev", "rollcall", "examples", "server", "DeviceSnippet.java");

    private static String page() throws IOException {
        return Files.readString(DOCS.resolve("custom-resources.md")).replace("\r\n", "\n");
    }

    private static JsonNode get(Rollcall rollcall, String endpoint) throws IOException {
        ScimResponse response = rollcall.scim()
                .handle(new ScimRequest(
                        "GET",
                        List.of(endpoint),
                        Map.of(),
                        Map.of(),
                        new ByteArrayInputStream(new byte[0]),
                        "https://scim.example.com/v2",
                        "request-1",
                        Caller.ofProvider("acme", "okta", "Okta")));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        response.content().writeTo(bytes);
        return Http.json(bytes.toString(StandardCharsets.UTF_8));
    }

    @Test
    void json_and_builders_make_the_same_resource_type() throws IOException {
        Rollcall json = DeviceSnippet.fromJson(DEVICE);
        Rollcall builders = DeviceSnippet.fromBuilders();
        for (String endpoint : List.of("Schemas", "ResourceTypes")) {
            assertThat(get(builders, endpoint)).isEqualTo(get(json, endpoint));
            assertThat(get(json, endpoint).toString()).contains("Device");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"// json", "// builders"})
    void the_page_shows_the_java_that_is_tested(String mark) throws IOException {
        List<String> lines = Files.readAllLines(SNIPPET);
        List<String> marks = lines.stream().map(String::strip).toList();
        int start = marks.indexOf(mark);
        int end = start + marks.subList(start, marks.size()).indexOf("// end");
        String snippet =
                String.join("\n", lines.subList(start + 1, end)).stripIndent().strip();
        assertThat(page()).contains("```java\n" + snippet + "\n```");
    }

    @Test
    void the_json_on_the_page_is_a_part_of_the_file() throws IOException {
        String file = Files.readString(DEVICE).replaceAll("\\s+", "");
        List<String> blocks = Pattern.compile("(?ms)^```json\n(.*?)^```$")
                .matcher(page())
                .results()
                .map(block -> block.group(1))
                .toList();
        assertThat(blocks).isNotEmpty();
        for (String block : blocks) {
            for (String part : block.split("…")) {
                assertThat(file).contains(part.replaceAll("\\s+", ""));
            }
        }
    }
}
