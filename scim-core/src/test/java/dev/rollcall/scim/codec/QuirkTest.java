package dev.rollcall.scim.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The switches and their documentation. */
class QuirkTest {
    @ParameterizedTest
    @EnumSource
    void is_documented_and_found_by_its_name(Quirk quirk) throws IOException {
        assertThat(Files.readString(Path.of("..", "docs", "tolerances.md"))).contains("| `" + quirk.option() + "`");
        assertThat(Quirk.ofOption(quirk.option())).contains(quirk);
    }

    @ParameterizedTest
    @EnumSource
    void names_the_requirements_that_it_relaxes_and_so_does_its_row(Quirk quirk) throws IOException {
        String row = Files.readAllLines(Path.of("..", "docs", "tolerances.md")).stream()
                .filter(line -> line.startsWith("| `" + quirk.option() + "`"))
                .findFirst()
                .orElseThrow();
        assertThat(quirk.relaxes()).isNotEmpty().doesNotHaveDuplicates();
        assertThat(row).endsWith("| " + String.join(", ", quirk.relaxes()) + " |");
    }

    @ParameterizedTest
    @EnumSource
    void a_restriction_is_documented_and_holds_in_the_profile_alone(Restriction restriction) throws IOException {
        assertThat(Files.readString(Path.of("..", "docs", "tolerances.md")))
                .contains("| `" + restriction.option() + "`");
        assertThat(Tolerance.INTEROP.has(restriction)).isTrue();
        assertThat(Tolerance.STRICT.has(restriction)).isFalse();
        assertThat(Tolerance.DEFAULT.has(restriction)).isFalse();
        assertThat(Tolerance.STRICT.with(restriction).restrictions()).containsExactly(restriction);
    }

    @Test
    void all_but_one_are_forgiven_by_default_and_none_when_strict() {
        assertThat(Tolerance.DEFAULT.quirks())
                .hasSize(Quirk.values().length - 1)
                .doesNotContain(Quirk.LENIENT_JSON_STRING_VALUE);
        assertThat(Tolerance.STRICT.quirks()).isEmpty();
        assertThat(Tolerance.STRICT.with(Quirk.PATH_KEYS).without(Quirk.PATH_KEYS))
                .isEqualTo(Tolerance.STRICT);
    }
}
