package dev.rollcall.scim.patch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.resource.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which elements are the same one (RFC 7643 §2.4), and that they are found however a client chooses them. */
class ElementIdentityTest {
    /** Java's hash cannot tell these apart. */
    private static final List<String> TEXTS = List.of("azaz", "azb[", "b[az", "b[b[");

    private static Stream<Arguments> lists() {
        return Stream.of(
                Arguments.of("tags", TEXTS),
                Arguments.of("parts", each("value")),
                Arguments.of("parts", each("code")),
                Arguments.of(
                        "parts",
                        TEXTS.stream()
                                .map(type -> Map.of("value", "v", "type", type))
                                .toList()));
    }

    private static List<Map<String, String>> each(String name) {
        return TEXTS.stream().map(text -> Map.of(name, text)).toList();
    }

    /** A map of thousands of equal hash codes is as fast as any other only if it can order its keys. */
    @ParameterizedTest
    @MethodSource("lists")
    void elements_with_equal_hash_codes_are_told_apart_and_ordered(String name, List<?> elements) {
        Value list = Resource.builder(Gadgets.TYPE).set(name, elements).build().get(name);
        List<Object> keys = list.elements().stream()
                .map(element -> ElementIdentity.of(Gadgets.TYPE.attributes().get(name), element))
                .toList();
        Set<Integer> hashes = new HashSet<>();
        keys.forEach(key -> hashes.add(key.hashCode()));
        assertThat(hashes).hasSize(1);
        assertThat(new HashSet<>(keys)).hasSize(4);
        assertThat(new TreeSet<>(keys)).hasSize(4);
    }
}
