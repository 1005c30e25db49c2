package dev.rollcall.benchmarks.libraries;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.benchmarks.contest.Answers;
import dev.rollcall.benchmarks.contest.Operation;
import dev.rollcall.benchmarks.contest.Task;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is known of the libraries; a new version that answers otherwise is to be noticed. */
class LibrariesTest {
    /** A hundred thousand users and a million members are for the benchmark itself. */
    private static final Set<Task> LARGE = EnumSet.of(Task.FIND, Task.MEMBER_1000000, Task.MEMBER_10_BESIDE);

    @ParameterizedTest
    @ValueSource(strings = {"rollcall", "unboundid", "scim-sdk"})
    void who_answers_right_is_timed(String library) throws Exception {
        for (Task task : EnumSet.complementOf(EnumSet.copyOf(LARGE))) {
            Operation operation = Libraries.of(library).open(task);
            if (operation != null) {
                assertThat(Answers.wrong(task, operation)).as(task.row()).isNull();
            }
        }
    }

    @Test
    void scimple_answers_all_right_but_the_long_filter() throws Exception {
        for (Task task : EnumSet.complementOf(EnumSet.copyOf(LARGE))) {
            String wrong = Answers.wrong(
                    task, Objects.requireNonNull(Libraries.of("scimple").open(task)));
            if (task == Task.PARSE_LONG || task == Task.EVALUATE_HIT) {
                assertThat(wrong).as(task.row()).contains("instead of");
            } else {
                assertThat(wrong).as(task.row()).isNull();
            }
        }
    }

    @Test
    void the_limit_gives_the_same_bytes() throws Exception {
        Operation encode = Objects.requireNonNull(Libraries.of("limit").open(Task.ENCODE));
        assertThat(Answers.wrong(Task.ENCODE, encode)).isNull();

        Operation list = Objects.requireNonNull(Libraries.of("limit").open(Task.LIST));
        assertThat(list.answer(list.run(0)).path("Resources")).hasSize(100);
    }
}
