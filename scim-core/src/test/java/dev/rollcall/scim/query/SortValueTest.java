package dev.rollcall.scim.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.resource.Collation;
import dev.rollcall.scim.resource.DateTime;
import dev.rollcall.scim.resource.Value;
import dev.rollcall.scim.schema.Attribute;
import dev.rollcall.scim.schema.AttributeType;
import dev.rollcall.scim.testing.Property;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Values are ordered by their types (RFC 7644 §3.4.2.3). */
class SortValueTest {
    private static SortValue of(Value value, AttributeType type) {
        return of(value, type, false);
    }

    private static SortValue of(Value value, AttributeType type, boolean caseExact) {
        Attribute attribute =
                Attribute.named("thing", type).caseExact(caseExact).build();
        return Objects.requireNonNull(SortValue.of(value, attribute));
    }

    private static SortValue text(String text) {
        return of(Value.of(text), AttributeType.STRING);
    }

    private static SortValue time(String text) {
        return of(DateTime.parse(text).orElseThrow(), AttributeType.DATE_TIME);
    }

    private static SortValue bytes(int... bytes) {
        byte[] all = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            all[i] = (byte) bytes[i];
        }
        return binary(all);
    }

    private static SortValue binary(byte[] bytes) {
        return of(new Value.Binary(Base64.getEncoder().encodeToString(bytes)), AttributeType.BINARY);
    }

    private static void ascend(SortValue... values) {
        for (int i = 0; i < values.length; i++) {
            for (int j = 0; j < values.length; j++) {
                assertThat(Integer.signum(values[i].compareTo(values[j])))
                        .as("%s to %s", values[i], values[j])
                        .isEqualTo(Integer.compare(i, j));
            }
        }
    }

    @Test
    void texts_are_ordered_without_case_or_with_it_as_the_attribute_says() {
        ascend(text("Alpha"), text("beta"), text("Gamma"), text("Ä"), text("\uFFFD"), text("😀"));
        assertThat(text("STRASSE").compareTo(text("Straße"))).isZero();
        ascend(
                of(Value.of("B"), AttributeType.STRING, true),
                of(Value.of("a"), AttributeType.STRING, true),
                of(Value.of("b"), AttributeType.STRING, true));
    }

    @Test
    void references_are_ordered_with_case() {
        ascend(
                of(new Value.Reference("https://x/B"), AttributeType.REFERENCE),
                of(new Value.Reference("https://x/a"), AttributeType.REFERENCE));
    }

    @Test
    void numbers_are_ordered_by_what_they_amount_to() {
        ascend(
                of(Value.of(-10), AttributeType.INTEGER),
                of(Value.of(-9), AttributeType.INTEGER),
                of(new Value.Decimal(new BigDecimal("1.5")), AttributeType.DECIMAL),
                of(Value.of(9), AttributeType.INTEGER),
                of(Value.of(10), AttributeType.INTEGER),
                of(new Value.Decimal(new BigDecimal("1e3")), AttributeType.DECIMAL));
        assertThat(of(new Value.Decimal(new BigDecimal("2.50")), AttributeType.DECIMAL)
                        .compareTo(of(new Value.Decimal(new BigDecimal("2.5")), AttributeType.DECIMAL)))
                .isZero();
    }

    @Test
    void times_are_ordered_by_the_instant_and_booleans_with_false_first() {
        ascend(
                time("2026-01-01T12:00:00+14:00"),
                time("2025-12-31T23:00:00Z"),
                time("2025-12-31T23:00:00.000000001"),
                time("2025-12-31T12:00:00-12:00"));
        ascend(of(Value.of(false), AttributeType.BOOLEAN), of(Value.of(true), AttributeType.BOOLEAN));
    }

    @Test
    void binary_values_are_ordered_by_their_bytes_and_not_by_the_letters_of_base64() {
        // In base64 these are "AA==", "Gg==", "aA==", "0A==" and "+A==".
        ascend(bytes(0), bytes(0x1a), bytes(0x68), bytes(0x68, 0), bytes(0xd0), bytes(0xf8));
    }

    @Test
    void values_of_different_types_have_an_order_too() {
        ascend(
                of(Value.of(true), AttributeType.BOOLEAN),
                of(Value.of(7), AttributeType.INTEGER),
                time("2026-01-01T00:00:00Z"),
                text("1"));
    }

    @Test
    void a_long_text_is_cut_where_it_changes_no_order() {
        Property.check("cutting keeps the order", g -> {
            String front = "x".repeat(g.between(SortValue.LENGTH - 8, SortValue.LENGTH + 1));
            String a = front + String.join("", g.list(0, 4, g::text));
            String b = front + String.join("", g.list(0, 4, g::text));
            SortValue x = of(Value.of(g.show("a", a)), AttributeType.STRING, true);
            SortValue y = of(Value.of(g.show("b", b)), AttributeType.STRING, true);
            int whole = Collation.compare(Collation.key(a, true), Collation.key(b, true));
            // Cut, two may become equal; they never change places.
            assertThat(x.compareTo(y) * (long) whole).isNotNegative();
            assertThat(((SortValue.Text) x)
                            .key()
                            .codePointCount(0, ((SortValue.Text) x).key().length()))
                    .isLessThanOrEqualTo(SortValue.LENGTH);
        });
    }

    @Test
    void a_text_is_cut_by_characters_and_not_by_their_units() {
        ascend(text("😀".repeat(400) + "a"), text("😀".repeat(400) + "b"));
        ascend(text("😀".repeat(SortValue.LENGTH - 1) + "a"), text("😀".repeat(SortValue.LENGTH - 1) + "b"));
        assertThat(text("😀".repeat(SortValue.LENGTH) + "a").compareTo(text("😀".repeat(SortValue.LENGTH) + "b")))
                .isZero();
    }

    @Test
    void long_bytes_are_cut_too() {
        byte[] a = new byte[SortValue.LENGTH + 100];
        byte[] b = a.clone();
        b[SortValue.LENGTH] = 1;
        assertThat(binary(a).compareTo(binary(b))).isZero();
        b[SortValue.LENGTH - 1] = 1;
        assertThat(binary(a)).isLessThan(binary(b));
    }

    @Test
    void a_complex_value_and_none_at_all_have_no_order() {
        Attribute text = Attribute.named("thing", AttributeType.STRING).build();
        assertThat(SortValue.of(null, text)).isNull();
        assertThat(SortValue.of(new Value.Multi(List.of(Value.of("a"))), text)).isNull();
    }
}
