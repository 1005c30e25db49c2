package dev.rollcall.scim.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.scim.codec.Quirk;
import dev.rollcall.scim.codec.Tolerance;
import dev.rollcall.scim.schema.ResourceTypeBundle;
import dev.rollcall.scim.store.memory.InMemoryStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whatever {@code /Schemas} says of an attribute, requests show that it is so: for all attributes of all types. */
class SchemaTruthTest {
    private static final Options OPTIONS = Options.STRICT.withTolerance(Tolerance.STRICT.with(Quirk.LOOSE_FORMATS));

    private static ResourceTypeBundle device() {
        try (InputStream file = Files.newInputStream(Path.of("..", "docs", "device.json"))) {
            return ResourceTypeBundle.parse(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Server server(Options options) {
        return new Server(InMemoryStore.create(), b -> b.resourceType(device()).options(options));
    }

    private interface Check {
        void on(Subject subject);
    }

    private static Stream<DynamicTest> each(Options options, Check check) {
        Server server = server(options);
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode type : server.get("/ResourceTypes").json().path("Resources")) {
            String base = type.path("schema").asText();
            List<Described> all = Described.all(schema(server, base), false);
            List<Described> required = all.stream()
                    .filter(a -> a.is("required") && a.parent() == null)
                    .toList();
            List<Described> everything = new ArrayList<>(all);
            type.path("schemaExtensions")
                    .forEach(e -> everything.addAll(
                            Described.all(schema(server, e.path("schema").asText()), true)));
            for (Described attribute : everything) {
                tests.add(dynamicTest(
                        type.path("name").asText() + " " + attribute,
                        () -> check.on(new Subject(
                                server(options), type.path("endpoint").asText(), base, attribute, required))));
            }
        }
        assertThat(tests).hasSizeGreaterThan(100);
        return tests.stream();
    }

    private static JsonNode schema(Server server, String uri) {
        return server.get("/Schemas/"
                        + URLEncoder.encode(uri, StandardCharsets.UTF_8).replace("%3A", ":"))
                .json();
    }

    @TestFactory
    Stream<DynamicTest> an_attribute_has_its_type_and_number_of_values() {
        return each(OPTIONS, Subject::hasType);
    }

    @TestFactory
    Stream<DynamicTest> an_attribute_is_required_or_not() {
        return each(OPTIONS, Subject::isRequiredOrNot);
    }

    @TestFactory
    Stream<DynamicTest> an_attribute_changes_as_its_mutability_says() {
        return each(OPTIONS, Subject::changesAsItsMutabilitySays);
    }

    @TestFactory
    Stream<DynamicTest> an_attribute_is_returned_as_it_says() {
        return each(OPTIONS, Subject::isReturnedAsItSays);
    }

    @TestFactory
    Stream<DynamicTest> an_attribute_is_unique_or_not() {
        return each(OPTIONS, Subject::isUniqueOrNot);
    }

    @TestFactory
    Stream<DynamicTest> an_attribute_is_unique_or_not_by_option_too() {
        return each(OPTIONS.withUniqueGroupDisplayName(true), Subject::isUniqueOrNot);
    }

    @TestFactory
    Stream<DynamicTest> an_attribute_is_compared_as_it_says() {
        return each(OPTIONS, Subject::isComparedAsItSays);
    }

    @Test
    void an_option_that_makes_a_name_unique_shows_in_its_schema() {
        String group = "/Schemas/urn:ietf:params:scim:schemas:core:2.0:Group";
        JsonNode without = server(OPTIONS).get(group).json().path("attributes").path(0);
        JsonNode with = server(OPTIONS.withUniqueGroupDisplayName(true))
                .get(group)
                .json()
                .path("attributes")
                .path(0);
        assertThat(without.path("name").asText()).isEqualTo("displayName");
        assertThat(without.path("uniqueness").asText()).isEqualTo("none");
        assertThat(with.path("uniqueness").asText()).isEqualTo("server");
    }
}
