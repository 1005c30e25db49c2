package dev.rollcall.benchmarks.contest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AnswersTest {
    private final ObjectNode user = Inputs.tree(Inputs.user());

    @Test
    void a_wrong_match_is_found() {
        assertThat(Answers.wrong(Task.EVALUATE_HIT, always(BooleanNode.FALSE))).contains("false instead of true");
        assertThat(Answers.wrong(Task.EVALUATE_HIT, always(BooleanNode.TRUE))).isNull();
    }

    @Test
    void a_lost_attribute_is_found_by_name() {
        assertThat(Answers.wrong(Task.ENCODE, always(user))).isNull();

        user.remove("nickName");

        assertThat(Answers.wrong(Task.ENCODE, always(user))).contains("nickName", "missing");
    }

    @Test
    void what_servers_decide_is_nobodys_fault() {
        user.remove("meta");
        user.put("id", "other");
        ((ObjectNode) user.path("emails").path(1)).put("primary", false).putNull("display");

        assertThat(Answers.wrong(Task.ENCODE, always(user))).isNull();
    }

    @Test
    void who_reads_anything_does_not_validate() {
        assertThat(Answers.wrong(Task.DECODE, always(user))).contains("does not fit the schema");
    }

    @Test
    void a_member_that_stays_is_found() {
        assertThat(Answers.wrong(Task.MEMBER_10, always(new IntNode(11)))).contains("removing it", "11 instead of 10");
    }

    @Test
    void a_failure_is_no_answer() {
        Operation fails = Operation.of(
                i -> {
                    throw new IllegalStateException("not today");
                },
                Object.class,
                result -> BooleanNode.TRUE);

        assertThat(Answers.wrong(Task.EVALUATE_HIT, fails)).contains("not today");
    }

    @Test
    void numbered_users_are_persons() {
        assertThat(new String(new Numbered().body(42), StandardCharsets.UTF_8))
                .contains("user0000042@example.com", "ext-0000042", "person.0000042@work.example.com");
    }

    private static Operation always(JsonNode answer) {
        return Operation.of(i -> answer, JsonNode.class, result -> result);
    }
}
