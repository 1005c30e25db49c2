package dev.rollcall.scim.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.path.ResolvedPath;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.schema.Attribute;
import dev.rollcall.scim.schema.AttributeBuilder;
import dev.rollcall.scim.schema.AttributeType;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.ResourceTypeDefinition;
import dev.rollcall.scim.schema.Schema;
import dev.rollcall.scim.schema.SchemaRegistry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** RFC 7644 §3.4.2.3: the order of resources by the values of an attribute of any type. */
class SortKeyTest {
    private static final ResourceType THING = thing();

    private static ResourceType thing() {
        List<Attribute> attributes = new ArrayList<>();
        for (AttributeType type : AttributeType.values()) {
            if (type != AttributeType.COMPLEX) {
                attributes.add(of(type.keyword(), type).build());
            }
        }
        attributes.add(of("exact", AttributeType.STRING).caseExact(true).build());
        attributes.add(of("tags", AttributeType.STRING).multiValued(true).build());
        List<Attribute> parts = List.of(
                of("value", AttributeType.INTEGER).build(),
                of("primary", AttributeType.BOOLEAN).build());
        attributes.add(of("part", AttributeType.COMPLEX).subAttributes(parts).build());
        attributes.add(of("parts", AttributeType.COMPLEX)
                .multiValued(true)
                .subAttributes(parts)
                .build());
        return SchemaRegistry.builder()
                .schema(Schema.of("urn:example:2.0:Thing", "Thing", null, attributes))
                .resourceType(new ResourceTypeDefinition("Thing", null, "/Things", "urn:example:2.0:Thing", List.of()))
                .build()
                .resourceType("Thing");
    }

    private static AttributeBuilder of(String name, AttributeType type) {
        return Attribute.named(name, type);
    }

    private static Sort by(boolean ascending, String... names) {
        ResolvedPath path = new ResolvedPath(List.of(THING.find(names[0])));
        for (String sub : Arrays.asList(names).subList(1, names.length)) {
            path = path.child(path.leaf().sub(sub));
        }
        return new Sort(path, ascending);
    }

    private static Comparator<Resource> order(Sort sort) {
        Comparator<SortKey> keys = SortKey.comparator(sort.ascending());
        return (a, b) -> keys.compare(SortKey.of(a, sort), SortKey.of(b, sort));
    }

    private static Resource thing(String id, String name, Object value) {
        return Resource.builder(THING).set(name, value).build().withId(id);
    }

    private static Stream<Arguments> ascending() {
        return Stream.of(
                Arguments.of("string", List.of("", "a", "B", "bb", "c", "ä", "日", "😀")),
                Arguments.of("exact", List.of("A", "B", "a", "b")),
                Arguments.of("boolean", List.of(false, true)),
                Arguments.of("integer", List.of(Long.MIN_VALUE, -10L, -9L, 0L, 9L, 10L, Long.MAX_VALUE)),
                Arguments.of("decimal", List.of("-1e10", "-0.5", "0", "9.5", "10", "10.01")),
                Arguments.of(
                        "dateTime",
                        List.of(
                                "2026-01-01T00:00:00+02:00",
                                "2025-12-31T23:00:00Z",
                                "2026-01-01T00:00:00Z",
                                "2026-01-01T00:00:00.001Z")),
                Arguments.of("binary", List.of("YQ==", "Yg==", "Yw==")),
                Arguments.of("reference", List.of("A", "B", "a")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ascending")
    void values_of_a_type_have_its_order_and_the_other_way_round_when_descending(String name, List<?> values) {
        // Ids in the opposite order, so that they cannot make up for values that count as equal.
        List<Resource> expected = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            expected.add(thing("id" + (values.size() - i), name, values.get(i)));
        }
        List<Resource> shuffled = new ArrayList<>(expected);
        Collections.rotate(shuffled, 1);
        Collections.swap(shuffled, 0, shuffled.size() / 2);
        assertThat(shuffled.stream().sorted(order(by(true, name)))).containsExactlyElementsOf(expected);

        Collections.reverse(expected);
        List<Resource> withIds = new ArrayList<>();
        for (int i = 0; i < expected.size(); i++) {
            withIds.add(expected.get(i).withId("id" + (expected.size() - i)));
        }
        assertThat(withIds.stream().sorted(order(by(false, name)))).containsExactlyElementsOf(withIds);
    }

    @Test
    void equal_values_come_in_the_order_of_ids_whichever_way_the_values_go() {
        Resource first = thing("1", "string", "A");
        Resource second = thing("2", "string", "a");
        assertThat(order(by(true, "string")).compare(first, second)).isNegative();
        assertThat(order(by(false, "string")).compare(first, second)).isNegative();
        assertThat(order(by(true, "string")).compare(second, first)).isPositive();
    }

    @Test
    void no_value_comes_last_when_ascending_and_first_when_descending() {
        Resource none = thing("0", "integer", 1L);
        Resource some = thing("1", "string", "a");
        assertThat(order(by(true, "string")).compare(some, none)).isNegative();
        assertThat(order(by(false, "string")).compare(some, none)).isPositive();
    }

    @Test
    void of_several_values_the_primary_one_decides_or_else_the_first() {
        Resource primary = thing("2", "parts", List.of(part(9, false), part(1, true)));
        Resource first = thing("1", "parts", List.of(part(5, false), part(0, false)));
        assertThat(order(by(true, "parts", "value")).compare(primary, first)).isNegative();
        assertThat(order(by(true, "part", "value"))
                        .compare(thing("2", "part", part(1, true)), thing("1", "part", part(2, true))))
                .isNegative();
        assertThat(order(by(true, "tags"))
                        .compare(thing("2", "tags", List.of("a", "z")), thing("1", "tags", List.of("b", "a"))))
                .isNegative();
    }

    @Test
    void every_resource_has_schemas_to_be_ordered_by() {
        Sort sort = by(true, "schemas");
        assertThat(SortKey.of(thing("1", "string", "a"), sort).value()).isNotNull();
        assertThat(order(sort).compare(thing("1", "string", "b"), thing("2", "string", "a")))
                .isNegative();
    }

    private static Map<String, Object> part(int value, boolean primary) {
        return Map.of("value", value, "primary", primary);
    }
}
