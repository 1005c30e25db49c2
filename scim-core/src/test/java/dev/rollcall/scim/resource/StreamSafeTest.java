package dev.rollcall.scim.resource;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** UAX #15, Stream-Safe Text Format. */
class StreamSafeTest {
    private static final String MARK = "\u0301";
    private static final String JOINER = "\u034f";

    @Test
    void text_without_long_runs_of_marks_is_left_as_it_is() {
        String text = "a" + MARK.repeat(30) + "b" + MARK.repeat(30);
        assertThat(StreamSafe.text(text)).isSameAs(text);
        assertThat(StreamSafe.text("")).isEmpty();
        assertThat(StreamSafe.text("Mira Sato")).isEqualTo("Mira Sato");
    }

    @Test
    void each_run_of_thirty_marks_is_closed_before_the_next_mark() {
        assertThat(StreamSafe.text("a" + MARK.repeat(31) + "b")).isEqualTo("a" + MARK.repeat(30) + JOINER + MARK + "b");
        assertThat(StreamSafe.text(MARK.repeat(91))).isEqualTo((MARK.repeat(30) + JOINER).repeat(3) + MARK);
    }

    @Test
    void marks_are_those_of_all_kinds_and_planes() {
        // A vowel sign, an enclosing circle, a combining mark of music.
        String marks = "\u093f\u20dd\ud834\udd65".repeat(10);
        assertThat(StreamSafe.text(marks)).isEqualTo(marks);
        assertThat(StreamSafe.text(marks + "\ud834\udd65")).isEqualTo(marks + JOINER + "\ud834\udd65");
    }

    @Test
    void what_is_safe_stays_as_it_is() {
        String once = StreamSafe.text("a" + MARK.repeat(1000));
        assertThat(StreamSafe.text(once)).isEqualTo(once);
    }
}
