package dev.rollcall.conformance;

import static dev.rollcall.conformance.server.Scim.userBody;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.conformance.server.Answer;
import dev.rollcall.conformance.server.Found;
import dev.rollcall.conformance.server.Scim;
import dev.rollcall.conformance.server.StrictServer;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a filter is written: RFC 7644 §3.4.2.2, figure 1, with its errata. */
@ExtendWith(StrictServer.class)
class FilterGrammarTest {
    private static Scim scim;

    @BeforeAll
    static void people(Scim client) {
        scim = client;
        scim.user("anna", "'title':'Dean','userType':'Employee','active':true");
        scim.user("bert", "'title':'Clerk','userType':'Employee','active':false");
        scim.user("carl", "'title':'Clerk','userType':'Intern','active':false");
        scim.user("dora", "'userType':'Intern','nickName':'Do \\'the\\' \\\\ \u00e9'");
    }

    private static List<String> found(String filter) {
        return Found.users(scim, filter);
    }

    private static Answer refused(String filter) {
        Answer answer = Found.answer(scim, "/Users", filter);
        assertThat(answer.status()).as(filter).isEqualTo(400);
        assertThat(answer.scimType()).as(filter).isEqualTo("invalidFilter");
        assertThat(answer.detail()).as(filter).isNotBlank();
        assertThat(answer.has("Resources")).as(filter).isFalse();
        return answer;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "userName eq 'anna'",
                "userName Eq 'anna'",
                "USERNAME EQ 'anna'",
                "username eQ 'anna'",
                "userName PR AND title Eq 'dean'",
                "NOT (title pr) Or userName eq 'anna' and NOT(nickName PR)",
                "title EQ 'dean' And USERTYPE sW 'E'"
            })
    @Tag("R-7644-3.4.2.2-03")
    void names_and_operators_have_no_case(String filter) {
        assertThat(found(filter)).contains("anna").doesNotContain("bert", "carl");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "   ", "()", "not ()", "( )"})
    @Tag("R-7644-3.4.2.2-04")
    void a_filter_says_something(String filter) {
        refused(filter);
    }

    @Test
    @Tag("R-7644-3.4.2.2-11")
    void and_or_and_not_are_what_they_are_called() {
        assertThat(found("title eq 'clerk' and userType eq 'intern'")).containsExactly("carl");
        assertThat(found("title eq 'dean' or userType eq 'intern'")).containsExactly("anna", "carl", "dora");
        assertThat(found("not (userType eq 'intern')")).containsExactly("anna", "bert");
        assertThat(found("not (userType eq 'intern' or title eq 'dean')")).containsExactly("bert");
        assertThat(found("not (not (userName eq 'anna'))")).containsExactly("anna");
        refused("not userName eq 'anna'");
        refused("not");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    userName eq 'anna' or userType eq 'intern' and title eq 'clerk'    | anna,carl
                    (userName eq 'anna' or userType eq 'intern') and title eq 'clerk'  | carl
                    userType eq 'intern' and title eq 'clerk' or userName eq 'anna'    | anna,carl
                    userType eq 'intern' and (title eq 'clerk' or userName eq 'anna')  | carl
                    not (userName eq 'anna') and title eq 'clerk'                      | bert,carl
                    not (userName eq 'anna' and title eq 'clerk')                      | anna,bert,carl,dora
                    not (userName eq 'anna') or title eq 'dean' and active eq false    | bert,carl,dora
                    title pr and not (userType eq 'employee') or userName eq 'bert'    | bert,carl
                    """)
    @Tag("R-7644-3.4.2.2-12")
    void not_binds_before_and_and_that_before_or_unless_parentheses_say_so(String filter, String names) {
        assertThat(found(filter)).containsExactly(names.split(","));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "userName",
                "userName eq",
                "eq 'anna'",
                "userName eq 'anna",
                "userName eq anna",
                "userName eq 'anna' and",
                "userName eq 'anna' or or title pr",
                "and userName pr",
                "userName eq 'anna' title pr",
                "userName eq 'anna' extra",
                "(userName eq 'anna'",
                "userName eq 'anna')",
                "((userName pr)",
                "userName == 'anna'",
                "userName = 'anna'",
                "userName pr 'anna'",
                "userName pr pr",
                "userName eq 'a' 'b'",
                "emails[type eq 'work'",
                "emails type eq 'work']",
                "emails[]",
                "emails[type]",
                "not [userName pr]",
                "userName eq True",
                "userName eq NULL",
                "active eq TRUE",
                "active eq yes",
                "userName eq [1]",
                "userName eq {}",
                "userName eq 'a\nb'",
                "1name eq 'x'",
                "user Name eq 'x'",
                "userName. eq 'x'",
                "name..familyName eq 'x'",
                "name.familyName.x eq 'x'",
                ".userName eq 'x'",
                "userName eq 01",
                "userName&eq 'x'",
                "userName eq 'a' & title pr",
                "userName eq 'a', title pr",
                "userName eq 'a'; title pr"
            })
    @Tag("R-7644-3.4.2.2-15")
    void what_is_not_of_the_grammar_is_refused(String filter) {
        refused(filter);
    }

    @Test
    @Tag("R-7644-3.4.2.2-15")
    void a_string_stands_in_double_quotes_only() {
        for (String quoted : List.of("%27anna%27", "anna", "%60anna%60", "%E2%80%9Canna%E2%80%9D")) {
            Answer answer = scim.get("/Users?filter=userName%20eq%20" + quoted);

            assertThat(answer.status()).as(quoted).isEqualTo(400);
            assertThat(answer.scimType()).as(quoted).isEqualTo("invalidFilter");
        }
        assertThat(scim.get("/Users?filter=userName%20eq%20%22anna%22").status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"userName like 'anna'", "userName regex 'a.*'", "userName in 'anna'", "userName xx 'anna'"})
    @Tag("R-7644-3.4.2.2-23")
    @Tag("R-7644-3.4.2.2-01")
    void an_operator_that_is_not_known_is_refused_by_name_and_nothing_is_found(String filter) {
        String operator = filter.split(" ")[1];

        assertThat(refused(filter).detail()).contains(operator).contains("eq").contains("co");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not(userName eq 'bert') and title pr and not(userType eq 'intern')",
                "not (userName eq 'bert') and title pr and not (userType eq 'intern')",
                "not  (userName eq 'bert') and title pr and NOT(userType eq 'intern')"
            })
    @Tag("R-7644-3.4.2.2-16")
    void not_may_stand_close_to_its_parenthesis(String filter) {
        assertThat(found(filter)).containsExactly("anna");
    }

    @Test
    @Tag("R-7644-3.4.2.2-17")
    void values_are_written_as_in_json() {
        assertThat(found("userName eq '\\u0061nna'")).containsExactly("anna");
        assertThat(found("nickName eq 'Do \\'the\\' \\\\ \u00e9'")).containsExactly("dora");
        assertThat(found("nickName eq 'Do \\u0022the\\u0022 \\u005c \\u00E9'")).containsExactly("dora");
        assertThat(found("active eq true")).containsExactly("anna", "dora");
        assertThat(found("active eq false")).containsExactly("bert", "carl");
        assertThat(found("title eq null")).containsExactly("dora");
        refused("userName eq '\\x'");
        refused("userName eq '\\u00g0'");
    }

    @Test
    @Tag("R-7644-3.4.2.2-36")
    void a_filter_has_bounds_of_length_depth_and_terms() {
        assertThat(asked("(".repeat(40) + "userName pr" + ")".repeat(40)).status())
                .isEqualTo(200);
        assertThat(asked(String.join(" or ", Collections.nCopies(400, "userName eq 'x'")))
                        .status())
                .isEqualTo(200);

        tooLarge("(".repeat(51) + "userName pr" + ")".repeat(51));
        tooLarge("not(".repeat(10_000));
        tooLarge(String.join(" or ", Collections.nCopies(501, "title pr")));
        tooLarge("userName eq '" + "x".repeat(20_000) + "'");
    }

    private static Answer asked(String filter) {
        return scim.search("/Users", "'filter':'" + filter.replace("'", "\\'") + "'");
    }

    private static void tooLarge(String filter) {
        Answer answer = asked(filter);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.scimType()).isEqualTo("invalidFilter");
        assertThat(answer.detail().length()).isLessThan(1_000);
    }

    @Test
    @Tag("R-7644-3.4.2.2-01")
    void a_filter_that_cannot_be_answered_never_returns_everything(Scim other) {
        other.post("/Users", userBody("anna", ""));

        for (String filter : List.of("shoeSize eq 'x'", "userName", "name eq 'x'")) {
            Answer refused = Found.answer(other, "/Users", filter);

            assertThat(refused.status()).as(filter).isEqualTo(400);
            assertThat(refused.scimType()).as(filter).isEqualTo("invalidFilter");
            assertThat(refused.text()).as(filter).doesNotContain("anna");
        }
    }
}
