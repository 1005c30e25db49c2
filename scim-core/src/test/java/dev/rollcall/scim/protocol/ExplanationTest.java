package dev.rollcall.scim.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.scim.Rollcall;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.store.memory.InMemoryStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplanationTest {
    private final Rollcall rollcall =
            Rollcall.builder().store(InMemoryStore.create()).build();

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            userName eq "m"                              | userName     | userName eq ?
            emails[type eq "work" and value eq "m@x"]    | emails.value | emails[type eq ? and value eq ?]
            userName sw "m" and not (active eq true)     | -            | userName sw ? and not (active eq ?)
            title pr or meta.created gt "2026-01-01T00:00:00Z" | -      | title pr or meta.created gt ?
            id eq "1" and title eq "Boss"                | id           | id eq ? and title eq ?
            """)
    void a_store_that_answers_no_filter_can_still_be_led_to_the_few_that_match(
            String filter, String narrowedBy, String tested) {
        Explanation explanation = rollcall.explainFilter("User", filter);

        assertThat(explanation.answered()).isNull();
        assertThat(explanation.how()).isNull();
        assertThat(String.join(",", explanation.narrowedBy())).isEqualTo(narrowedBy == null ? "" : narrowedBy);
        assertThat(explanation.tested()).isEqualTo(tested).isEqualTo(explanation.filter());
    }

    @Test
    void an_explanation_can_be_read_and_has_no_value_of_a_person() {
        assertThat(rollcall.explainFilter("User", "emails eq \"mira@example.com\" and title eq \"Boss\""))
                .hasToString("""
                        User: emails eq ? and title eq ?
                          the store answers: nothing
                          what it gives is narrowed by: emails.value
                          core tests on each: emails eq ? and title eq ?""");
    }

    @Test
    void what_is_wrong_with_a_filter_or_type_is_said() {
        assertThatThrownBy(() -> rollcall.explainFilter("User", "shoeSize gt 40"))
                .isInstanceOf(ScimException.class)
                .hasMessageContaining("shoeSize");
        assertThatThrownBy(() -> rollcall.explainFilter("Car", "id pr"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Car");
    }
}
