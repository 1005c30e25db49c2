package dev.rollcall.scim.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTextTest {
    @Test
    void a_short_key_is_kept_as_it_is() {
        assertThat(KeyText.of("anna")).isEqualTo("anna");
        assertThat(KeyText.of("x".repeat(500))).isEqualTo("x".repeat(500));
    }

    @Test
    void a_long_key_keeps_its_beginning_and_is_told_apart_by_its_end() {
        String one = KeyText.of("x".repeat(5000) + "1");

        assertThat(one).startsWith("x".repeat(500)).isNotEqualTo(KeyText.of("x".repeat(5000) + "2"));
        assertThat(one).isEqualTo(KeyText.of("x".repeat(5000) + "1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "€", "😀"})
    void no_key_outgrows_an_index_and_no_short_key_is_taken_for_a_long_one(String character) {
        IntStream.range(480, 560).forEach(length -> {
            String kept = KeyText.of(character.repeat(length));

            assertThat(kept.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(2100);
            assertThat(kept.codePointCount(0, kept.length()) > 500).isEqualTo(length > 500);
        });
    }

    @Test
    void no_character_is_cut_in_two() {
        IntStream.range(0, 3).forEach(shift -> {
            String kept = KeyText.of("x".repeat(shift) + "😀".repeat(600));

            assertThat(new String(kept.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                    .isEqualTo(kept);
        });
    }
}
