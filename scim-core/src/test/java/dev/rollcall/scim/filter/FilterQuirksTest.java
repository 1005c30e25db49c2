package dev.rollcall.scim.filter;

import static dev.rollcall.scim.filter.Things.ENTERPRISE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rollcall.scim.codec.Quirk;
import dev.rollcall.scim.codec.Tolerance;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.resource.Resource;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What identity providers send although the grammar or the types have it otherwise. */
class FilterQuirksTest {
    private static final Resource MIRA = Resource.builder(Things.USER_TYPE)
            .set("userName", "mira")
            .set("active", false)
            .set("emails", List.of(Map.of("type", "work", "value", "m@example.com")))
            .extension(ENTERPRISE, Map.of("department", "Sales", "manager", Map.of("value", "26118915")))
            .build();

    private static boolean holds(String filter, Tolerance tolerance) {
        return Things.compiler(Things.USER_TYPE, tolerance)
                .compile(Filter.parse(filter, tolerance))
                .test(MIRA);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            FILTER_AFTER_VALUE_PATH | emails[type eq "work"].value eq "m@example.com"
            FILTER_AFTER_VALUE_PATH | emails[type eq "home" or type eq "work"].value sw "m"
            FILTER_AFTER_VALUE_PATH | emails[type eq "work"].value pr and userName pr
            UNQUOTED_FILTER_VALUE   | userName eq mira
            UNQUOTED_FILTER_VALUE   | (userName eq mira)
            UNQUOTED_FILTER_VALUE   | emails[value eq m@example.com]
            STRING_LITERALS         | active eq "false"
            STRING_LITERALS         | active eq "False"
            STRING_LITERALS         | active ne "TRUE"
            COMPLEX_IS_VALUE        | urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager eq "26118915"
            UNQUALIFIED_EXTENSION   | department eq "sales"
            UNQUALIFIED_EXTENSION   | manager.value eq "26118915"
            UNQUALIFIED_EXTENSION   | manager[value eq "26118915"]
            """)
    void each_quirk_is_forgiven_by_itself_and_refused_without(Quirk quirk, String filter) {
        assertThat(holds(filter, Tolerance.STRICT.with(quirk))).isTrue();
        assertThat(holds(filter, Tolerance.DEFAULT)).isTrue();
        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> holds(filter, Tolerance.DEFAULT.without(quirk)))
                .satisfies(e -> assertThat(e.status()).isEqualTo(400));
    }

    @Test
    void a_user_is_found_by_id_and_manager_as_entra_asks() {
        Resource stored = MIRA.withId("7");
        assertThat(Filter.parse("id eq \"7\" and manager eq \"26118915\"").test(stored))
                .isTrue();
        assertThat(Filter.parse("id eq \"7\" and manager eq \"1\"").test(stored))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            emails[type eq "work"].value eq "x"                  | emails[type eq "work" and value eq "x"]
            emails[type eq "work" and primary pr].value eq "x"   | emails[type eq "work" and primary pr and value eq "x"]
            emails[type eq "work" or primary pr].value pr        | emails[(type eq "work" or primary pr) and value pr]
            emails[not (type eq "work")].value pr and a pr       | emails[not (type eq "work") and value pr] and a pr
            externalId eq mira.sato@example.com and a pr         | externalId eq "mira.sato@example.com" and a pr
            a eq 007                                             | a eq "007"
            a eq O'Brien                                         | a eq "O'Brien"
            active eq True                                       | active eq "True"
            meta.created gt 2011-05-13T04:42:34Z                 | meta.created gt "2011-05-13T04:42:34Z"
            a eq 5                                               | a eq 5
            """)
    void what_is_forgiven_prints_as_it_should_have_been_written(String text, String printed) {
        Filter filter = Filter.parse(text);
        assertThat(filter).hasToString(printed);
        assertThat(Filter.parse(printed, Tolerance.STRICT)).isEqualTo(filter);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            userName eq 'mira'                 | another kind of quote
            userName eq and active eq true     | but found "and"
            userName eq                        | but found the end
            userName eq mi"ra"                 | Expected "and", "or" or the end but found
            userName eq mira sato              | Expected "and", "or" or the end but found "sato"
            emails[type eq "work"]. eq "x"     | Expected an attribute
            emails[type eq "work"].a.b eq "x"  | Expected the name of a sub-attribute, and no more, after the dot
            emails[type eq "work"].value       | Expected an operator
            active eq "yes"                    | "active" is compared with true or false, not with "yes"
            active eq 1                        | "active" is compared with true or false, not with 1
            userName eq true                   | "userName" is compared with a string in double quotes, such as "true", not with true
            userName eq 5                      | "userName" is compared with a string in double quotes, such as "5", not with 5
            name eq "Mira"                     | "name" is complex and cannot be compared as a whole; name one of formatted, familyName
            enterprise eq "x"                  | "enterprise" is no attribute of User
            """)
    void not_everything_is_forgiven(String text, String message) {
        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> holds(text, Tolerance.DEFAULT))
                .satisfies(e -> assertThat(e.status()).isEqualTo(400))
                .withMessageContaining(message);
    }

    @Test
    void the_terms_after_value_paths_count_too() {
        String many = String.join(" or ", Collections.nCopies(251, "a[b pr].c pr"));
        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> Filter.parse(many))
                .withMessageContaining("more than 500 terms");
        String within = String.join(" or ", Collections.nCopies(498, "b pr"));
        assertThat(Filter.parse("a[" + within + "].c pr")).isNotNull();
        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> Filter.parse("a[" + within + " or b pr].c pr"))
                .withMessageContaining("more than 500 terms");
    }
}
