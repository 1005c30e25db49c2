package dev.rollcall.scim.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 7643 §2.1: names have no case. */
class NamesTest {
    @ParameterizedTest
    @CsvSource({
        "userName, username",
        "USERNAME, username",
        "username, username",
        "@AZ[`az{, @az[`az{",
        "$Ref-1_x, $ref-1_x",
        "ÉA, Éa",
        "'', ''",
    })
    void a_name_is_folded_as_far_as_it_is_ascii(String name, String folded) {
        assertThat(Names.fold(name)).isEqualTo(folded);
    }

    @Test
    void a_name_of_the_server_is_met_by_no_letter_that_only_looks_like_one_of_it() {
        // The sign of Kelvin, whose lower case in Unicode is the letter k.
        assertThat(Names.fold("nic\u212Aname")).isNotEqualTo("nickname");
    }

    /** {@link String#toLowerCase} would take hours for this one. */
    @Test
    void a_name_of_a_million_sigmas_costs_no_more_than_its_length() {
        String name = "A" + "\u03A3".repeat(1_000_000);
        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Names.fold(name)))
                .hasSameSizeAs(name);
    }
}
