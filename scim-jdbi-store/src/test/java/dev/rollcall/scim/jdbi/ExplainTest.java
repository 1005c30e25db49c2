package dev.rollcall.scim.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.Rollcall;
import dev.rollcall.scim.protocol.Explanation;
import org.junit.jupiter.api.Test;

class ExplainTest extends JdbiTest {
    @Test
    void an_explanation_has_the_sql_without_values_and_what_is_left() {
        Explanation explanation = Rollcall.builder()
                .store(store())
                .build()
                .explainFilter(
                        "User", "userName eq \"mira\" and title pr and emails[type eq \"work\" and value eq \"m@x\"]");

        assertThat(explanation).hasToString("""
                User: userName eq ? and title pr and emails[type eq ? and value eq ?]
                  the store answers: userName eq ?
                    by: select … from scim_resource r where r.tenant_key = ? and r.type = ? and r.user_name = ?\
                 order by r.id
                  what it gives is narrowed by: emails.value
                  core tests on each: title pr and emails[type eq ? and value eq ?]""");
    }
}
