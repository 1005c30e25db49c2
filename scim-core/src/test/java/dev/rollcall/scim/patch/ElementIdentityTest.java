package dev.rollcall.scim.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.resource.Value;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which elements are the same one (RFC 7643 §2.4), found in time however a client chooses them. */
class ElementIdentityTest {
    /** Texts of 17 letter pairs that Java's hash cannot tell apart. */
    private static String colliding(int i) {
        StringBuilder text = new StringBuilder();
        for (int bit = 0; bit < 17; bit++) {
            text.append((i >> bit & 1) == 0 ? "Aa" : "BB");
        }
        return text.toString();
    }

    @ParameterizedTest
    @CsvSource({"tags, ''", "parts, value", "parts, code"})
    void values_with_equal_hash_codes_are_told_apart_as_fast_as_any_others(String name, String sub) {
        List<Object> values = IntStream.range(0, 100_000)
                .mapToObj(ElementIdentityTest::colliding)
                .map(text -> sub.isEmpty() ? (Object) text : Map.of(sub, text))
                .toList();
        Value given = Resource.builder(Gadgets.TYPE).set(name, values).build().get(name);
        GrowingList list = new GrowingList(Gadgets.TYPE.attributes().get(name), null);
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> list.add(given));
        assertThat(list.size()).isEqualTo(100_000);
    }
}
