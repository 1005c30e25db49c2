package dev.rollcall.scim.filter;

import static dev.rollcall.scim.filter.Things.holds;
import static dev.rollcall.scim.filter.Things.thing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rollcall.scim.codec.Tolerance;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.resource.Resource;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Comparison of booleans, numbers, dates and binary values. */
class TypedFilterTest {
    @ParameterizedTest
    @CsvSource({
        "true,  eq true,  true",
        "true,  eq false, false",
        "true,  ne false, true",
        "true,  ne true,  false",
        "false, eq false, true",
        "false, eq true,  false",
    })
    void booleans_are_equal_or_not(boolean value, String comparison, boolean expected) {
        assertThat(holds("flag " + comparison, thing("flag", value))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "5, eq 5, true",
        "5, eq 5.0, true",
        "5, eq 50e-1, true",
        "5, eq 5.5, false",
        "5, ne 5.5, true",
        "5, ne 5, false",
        "5, gt 4.9, true",
        "5, gt 5, false",
        "5, gt 5.1, false",
        "5, ge 5, true",
        "5, ge 5.000001, false",
        "5, lt 5.1, true",
        "5, lt 5, false",
        "5, lt 4.9, false",
        "5, le 5, true",
        "5, le 4, false",
        "-5, lt -4.5, true",
        "-5, gt -5.5, true",
        "-5, gt -4.5, false",
        "0, eq -0.0, true",
        "9223372036854775807, lt 9223372036854775808, true",
        "9223372036854775807, eq 9223372036854775807, true",
        "9223372036854775807, eq 9223372036854775807.5, false",
        "9223372036854775807, lt 9223372036854775807.5, true",
        "9223372036854775807, lt 1e300, true",
        "9223372036854775807, ne 1e300, true",
        "-9223372036854775808, gt -9223372036854775809, true",
        "-9223372036854775808, gt -9223372036854775808.5, true",
        "-9223372036854775808, eq -9223372036854775808, true",
        "-9223372036854775808, lt -1e300, false",
        "0, lt 1e-300, true",
        "0, gt -1e-300, true",
    })
    void integers_are_compared_as_numbers(long value, String comparison, boolean expected) {
        assertThat(holds("count " + comparison, thing("count", value))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "1.50, eq 1.5, true",
        "1.50, eq 15e-1, true",
        "1.50, ne 1.5, false",
        "1.50, gt 1, true",
        "1.50, ge 1.500, true",
        "1.50, lt 2, true",
        "1.50, le 1.49, false",
        "1e-400, gt 0, true",
        "1e400, gt 1e300, true",
    })
    void decimals_are_compared_whatever_their_scale(BigDecimal value, String comparison, boolean expected) {
        assertThat(holds("weight " + comparison, thing("weight", value))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            2026-01-31T12:00:00Z      | eq "2026-01-31T12:00:00Z"        | true
            2026-01-31T12:00:00Z      | eq "2026-01-31T12:00:00.000Z"    | true
            2026-01-31T12:00:00Z      | eq "2026-01-31T14:00:00+02:00"   | true
            2026-01-31T12:00:00       | eq "2026-01-31T12:00:00Z"        | true
            2026-01-31T12:00:00Z      | ne "2026-01-31T14:00:00+02:00"   | false
            2026-01-31T23:30:00-01:00 | gt "2026-02-01T00:00:00Z"        | true
            2026-01-31T12:00:00Z      | gt "2026-01-31T13:00:00+02:00"   | true
            2026-01-31T12:00:00Z      | gt "2026-01-31T12:00:00Z"        | false
            2026-01-31T12:00:00Z      | ge "2026-01-31T12:00:00Z"        | true
            2026-01-31T12:00:00Z      | lt "2026-01-31T12:00:00.001Z"    | true
            2026-01-31T12:00:00Z      | lt "2026-01-31T11:00:00-02:00"   | true
            2026-01-31T12:00:00Z      | le "2026-01-31T11:59:59.999999Z" | false
            2026-01-31T24:00:00Z      | eq "2026-02-01T00:00:00Z"        | true
            """)
    void dates_are_compared_as_instants(String value, String comparison, boolean expected) {
        assertThat(holds("time " + comparison, thing("time", value))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "YQ==, eq \"YQ==\", true",
        "YQ==, eq \"YQ\", true",
        "YQ==, eq \"yq==\", false",
        "YQ==, ne \"YQ\", false",
        "YQ==, ne \"Yg==\", true",
        "YWI=, eq \"YWI\", true",
        "YWJj, eq \"YWJj\", true",
    })
    void binary_values_are_equal_whether_they_are_padded_or_not(String value, String comparison, boolean expected) {
        assertThat(holds("bytes " + comparison, thing("bytes", value))).isEqualTo(expected);
    }

    @Test
    void a_number_in_quotes_has_the_bounds_of_any_other() {
        String longest = "0." + "0".repeat(98) + "1".repeat(100);
        assertThat(Filter.parse("weight lt \"" + longest + "\"").test(thing("weight", 0)))
                .isTrue();
        Filter longer = Filter.parse("weight lt \"0." + "0".repeat(198) + "1\"");
        assertThatExceptionOfType(ScimException.class).isThrownBy(() -> longer.test(thing("weight", 0)));
    }

    @Test
    void numbers_in_quotes_are_forgiven_where_booleans_in_quotes_are() {
        Resource five = thing("count", 5);
        assertThat(Filter.parse("count eq \"5\" and count lt \"5.5\"").test(five))
                .isTrue();
        assertThat(Things.compiler(Things.THING_TYPE, Tolerance.DEFAULT)
                        .compile(Filter.parse("counts eq \"5\""))
                        .test(five))
                .isFalse();
    }
}
