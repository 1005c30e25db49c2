package dev.rollcall.scim.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rollcall.scim.codec.Tolerance;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.resource.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelationTermsTest {
    private static final Resource GROUP = Resource.builder(Things.GROUP_TYPE)
            .id("g1")
            .set("displayName", "Payroll")
            .build();

    private final List<RelationTerms.Term> asked = new ArrayList<>();

    /** Two members that are not in the resource. */
    private static List<Value> members() {
        return Resource.builder(Things.GROUP_TYPE)
                .set("displayName", "x")
                .set("members", List.of(Map.of("value", "u1", "type", "User"), Map.of("value", "g2", "type", "Group")))
                .build()
                .get("members")
                .elements();
    }

    private Predicate<Resource> compile(String filter, List<Value> members) {
        return Things.compiler(Things.GROUP_TYPE, Tolerance.STRICT)
                .withRelations(term -> {
                    asked.add(term);
                    return term.path().top().isNamed("members")
                            ? group -> members.isEmpty()
                                    ? term.whenEmpty()
                                    : members.stream().anyMatch(term.element())
                            : null;
                })
                .compile(Filter.parse(filter));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            members eq "u1"                                      | true  | false
            members.value eq "u1"                                | true  | false
            members.value eq "U1"                                | false | false
            members[value eq "u1" and type eq "user"]            | true  | false
            members[value eq "u1" and type eq "group"]           | false | false
            members.type eq "group" and displayName eq "payroll" | true  | false
            members.type eq "group" and displayName eq "x"       | false | false
            not (members eq "u9")                                | true  | true
            members ne "u1"                                      | true  | true
            members pr                                           | true  | false
            members.display pr                                   | false | false
            members eq null                                      | false | true
            members ne null                                      | true  | false
            """)
    void terms_on_a_relation_are_answered_by_it(String filter, boolean withMembers, boolean withoutMembers) {
        assertThat(compile(filter, members()).test(GROUP)).isEqualTo(withMembers);
        assertThat(compile(filter, List.of()).test(GROUP)).isEqualTo(withoutMembers);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            members eq "u1"                                   | members.value | u1
            MEMBERS.Value eq "u1"                             | members.value | u1
            members[value eq "u1"]                            | members       | u1
            members[type eq "User" and (VALUE eq "u1")]       | members       | u1
            members[value eq "u1" or value eq "u2"]           | members       |
            members[not (value eq "u1")]                      | members       |
            members.value ne "u1"                             | members.value |
            members.type eq "User"                            | members.type  |
            members pr                                        | members       |
            members.value eq null                             | members.value |
            id eq "g1"                                        | id            |
            """)
    void the_value_that_a_term_requires_can_be_looked_up(String filter, String path, String value) {
        compile(filter, members());
        assertThat(asked).hasSize(1);
        assertThat(asked.get(0).path()).hasToString(path);
        assertThat(asked.get(0).requiredValue()).isEqualTo(Optional.ofNullable(value));
    }

    @Test
    void a_comparison_with_null_is_asked_for_as_presence() {
        compile("members eq null", members());
        assertThat(asked.get(0).filter()).isEqualTo(Filter.parse("members pr"));
    }

    @Test
    void the_value_of_something_further_down_is_not_that_of_the_element() {
        Things.compiler(Things.USER_TYPE, Tolerance.STRICT)
                .withRelations(term -> {
                    asked.add(term);
                    return null;
                })
                .compile(Filter.parse(Things.ENTERPRISE + ":manager[value eq \"x\"]"));
        assertThat(asked.get(0).requiredValue()).isEmpty();
    }

    @Test
    void a_relation_is_not_asked_for_an_invalid_term() {
        assertThatExceptionOfType(ScimException.class).isThrownBy(() -> compile("members[kind eq \"x\"]", members()));
        assertThat(asked).isEmpty();
    }
}
