package dev.rollcall.scim.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.error.ScimType;
import dev.rollcall.scim.testing.Generator;
import dev.rollcall.scim.testing.Property;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Cursors come back as they were made, to those who may use them, and nobody else makes one. */
class CursorsTest {
    private static final byte[] CONTEXT = {1, 2, 3};
    private static final Instant THEN = Instant.parse("2026-01-01T01:00:00.25Z");

    private final Cursors cursors = Cursors.of(List.of(key('a')), Cursors.DEFAULT_TIMEOUT);

    private static byte[] key(char letter) {
        return String.valueOf(letter).repeat(16).getBytes(StandardCharsets.US_ASCII);
    }

    private static Cursor cursor(Generator g) {
        SortValue value = g.either(
                () -> null,
                () -> new SortValue.Text(g.text()),
                () -> new SortValue.Flag(g.bool()),
                () -> new SortValue.Number(BigDecimal.valueOf(g.anyLong(), g.between(-300, 300))),
                () -> new SortValue.Time(Instant.ofEpochSecond(g.between(-9999999, 9999999), g.below(1_000_000_000))));
        SortKey place = g.oneIn(5) ? null : new SortKey(value, g.text());
        return new Cursor(g.bool(), g.pick("", "User", "Ünit"), place, g.below(1001), Math.abs(g.anyLong() / 2), THEN);
    }

    private static Cursor any() {
        return new Cursor(true, "User", new SortKey(null, "id-1"), 10, 100, THEN);
    }

    private static void isRefused(Cursors cursors, String text, byte[] context) {
        assertThatThrownBy(() -> cursors.open(text, context))
                .isInstanceOfSatisfying(ScimException.class, e -> {
                    assertThat(e.scimType()).contains(ScimType.INVALID_CURSOR);
                    assertThat(e.status()).isEqualTo(400);
                })
                .hasMessageContaining("not one of this query");
    }

    @Test
    void a_cursor_is_read_as_it_was_made_and_needs_no_escape_in_a_url() {
        Property.check("cursors round-trip", g -> {
            Cursor cursor = g.show("cursor", cursor(g));
            String text = cursors.seal(cursor, CONTEXT);
            assertThat(text).matches("[A-Za-z0-9._~-]+");
            assertThat(cursors.open(text, CONTEXT)).isEqualTo(cursor);
        });
    }

    @Test
    void a_changed_cursor_is_refused_whatever_was_changed() {
        String alphabet = "ABCZabcz0129-_.~+/= \u00e4";
        Property.check("no change of a cursor is taken", g -> {
            String good = cursors.seal(cursor(g), CONTEXT);
            StringBuilder bad = new StringBuilder(good);
            int at = g.below(good.length());
            char c = alphabet.charAt(g.below(alphabet.length()));
            switch (g.below(4)) {
                case 0 -> bad.setCharAt(at, c);
                case 1 -> bad.insert(at, c);
                case 2 -> bad.deleteCharAt(at);
                default -> bad.setLength(at + 1);
            }
            if (!bad.toString().equals(good)) {
                isRefused(cursors, g.show("changed", bad.toString()), CONTEXT);
            }
        });
    }

    @Test
    void the_spare_bits_of_the_last_character_are_no_second_spelling() {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        for (int length = 0; length < 3; length++) {
            Cursor cursor = new Cursor(true, "User", new SortKey(null, "x".repeat(length)), 1, 1, THEN);
            String good = cursors.seal(cursor, CONTEXT);
            String front = good.substring(0, good.length() - 1);
            alphabet.chars()
                    .mapToObj(c -> front + (char) c)
                    .filter(text -> !text.equals(good))
                    .forEach(text -> isRefused(cursors, text, CONTEXT));
        }
    }

    @Test
    void a_cursor_of_another_query_or_server_is_refused() {
        String text = cursors.seal(any(), CONTEXT);
        isRefused(cursors, text, new byte[] {1, 2, 4});
        isRefused(Cursors.of(List.of(key('b')), Cursors.DEFAULT_TIMEOUT), text, CONTEXT);
        isRefused(Cursors.random(Cursors.DEFAULT_TIMEOUT), text, CONTEXT);
        isRefused(cursors, Cursors.random(Cursors.DEFAULT_TIMEOUT).seal(any(), CONTEXT), CONTEXT);
        String other = Cursors.random(Cursors.DEFAULT_TIMEOUT).seal(any(), CONTEXT);
        isRefused(Cursors.random(Cursors.DEFAULT_TIMEOUT), other, CONTEXT);
        isRefused(cursors, "A".repeat(1_000_000), CONTEXT);
        isRefused(cursors, "A", CONTEXT);
        isRefused(cursors, "", CONTEXT);
    }

    @Test
    void a_new_key_takes_the_cursors_of_the_old_one_and_seals_with_itself() {
        Cursors both = Cursors.of(List.of(key('b'), key('a')), Cursors.DEFAULT_TIMEOUT);
        Cursors newOnly = Cursors.of(List.of(key('b')), Cursors.DEFAULT_TIMEOUT);
        assertThat(both.open(cursors.seal(any(), CONTEXT), CONTEXT)).isEqualTo(any());
        assertThat(newOnly.open(both.seal(any(), CONTEXT), CONTEXT)).isEqualTo(any());
        isRefused(cursors, both.seal(any(), CONTEXT), CONTEXT);
    }

    @Test
    void a_cursor_of_another_form_is_not_guessed_at() {
        byte[] bytes = CursorBytes.write(any());
        bytes[0]++;
        assertThatThrownBy(() -> CursorBytes.read(bytes)).isInstanceOf(IOException.class);
    }

    @Test
    void nobody_sees_in_a_cursor_what_is_in_it() {
        Set<String> texts = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            texts.add(cursors.seal(any(), CONTEXT));
        }
        assertThat(texts).hasSize(100);
        // The salt comes first: no two cursors begin alike, though they say the same.
        assertThat(texts.stream().map(t -> t.substring(0, 16)).distinct()).hasSize(100);
        assertThat(texts.stream().map(t -> t.substring(32)).distinct()).hasSize(100);
    }

    @Test
    void a_cursor_is_taken_until_its_end_and_with_its_count_alone() {
        any().check(THEN, 10);
        assertThatThrownBy(() -> any().check(THEN.plusNanos(1), 10))
                .isInstanceOfSatisfying(
                        ScimException.class, e -> assertThat(e.scimType()).contains(ScimType.EXPIRED_CURSOR));
        assertThatThrownBy(() -> any().check(THEN, 11))
                .hasMessageContaining("10")
                .isInstanceOfSatisfying(
                        ScimException.class, e -> assertThat(e.scimType()).contains(ScimType.INVALID_COUNT));
    }

    @Test
    void keys_and_timeouts_that_are_too_short_are_refused_at_the_start() {
        assertThatThrownBy(() -> Cursors.of(List.of(new byte[15]), Cursors.DEFAULT_TIMEOUT))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Cursors.of(List.of(key('a'), new byte[3]), Cursors.DEFAULT_TIMEOUT))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Cursors.of(List.of(), Cursors.DEFAULT_TIMEOUT))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Cursors.random(Duration.ofMillis(999))).isInstanceOf(IllegalArgumentException.class);
        assertThat(Cursors.random(Duration.ofSeconds(1)).timeout()).isEqualTo(Duration.ofSeconds(1));
    }
}
