package dev.rollcall.conformance.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The table in {@code docs/provisioning.md} names for each sentence exactly the tests that carry its number. */
class SentenceTableTest {
    private static final Pattern ROW = Pattern.compile("\\| (P-[0-9.]+) \\| (.+) \\| (.*)\\|");

    private static final List<Class<?>> TESTS = List.of(
            ProvidersTest.class,
            OrganizationMappingTest.class,
            RoleMappingTest.class,
            ApplyTest.class,
            DeactivationTest.class,
            AttributesTest.class,
            LocalUsersTest.class,
            SyncLogTest.class,
            HostViewTest.class);

    @Test
    void every_sentence_has_tests_and_every_test_a_sentence() throws IOException {
        assertThat(written()).isEqualTo(carried());
    }

    @Test
    void every_class_of_conversations_is_looked_at() throws IOException {
        Path sources = Path.of("src/test/java", getClass().getPackageName().replace('.', '/'));
        try (Stream<Path> files = Files.list(sources)) {
            assertThat(files.filter(file -> isConversation(file))
                            .map(file -> file.getFileName().toString().replace(".java", "")))
                    .containsExactlyInAnyOrderElementsOf(
                            TESTS.stream().map(Class::getSimpleName).toList());
        }
    }

    private static boolean isConversation(Path file) {
        try {
            return Files.isRegularFile(file)
                    && Files.readString(file).contains("Test extends " + SentenceTest.class.getSimpleName());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, SortedSet<String>> written() throws IOException {
        Map<String, SortedSet<String>> rows = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of("../../docs/provisioning.md"))) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                rows.put(
                        row.group(1),
                        Arrays.stream(row.group(3).split("[,\\s]+"))
                                .map(name -> name.replace("`", ""))
                                .filter(name -> !name.isEmpty())
                                .collect(Collectors.toCollection(TreeSet::new)));
            }
        }
        return rows;
    }

    private static Map<String, SortedSet<String>> carried() {
        Map<String, SortedSet<String>> tests = new TreeMap<>();
        for (Class<?> type : TESTS) {
            for (Method method : type.getDeclaredMethods()) {
                for (Tag tag : method.getAnnotationsByType(Tag.class)) {
                    tests.computeIfAbsent(tag.value(), number -> new TreeSet<>())
                            .add(type.getSimpleName() + "." + method.getName());
                }
            }
        }
        return tests;
    }
}
