package dev.rollcall.scim.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rollcall.scim.codec.Limits;
import dev.rollcall.scim.codec.Tolerance;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.error.ScimType;
import dev.rollcall.scim.resource.Complex;
import dev.rollcall.scim.resource.DateTime;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.resource.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a patch costs, counted in the values that it looks at. */
class PatchCostTest {
    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    private static String operations(int count, String operation) {
        return IntStream.range(0, count)
                .mapToObj(i -> operation.replace("#", Integer.toString(i)))
                .collect(Collectors.joining(","));
    }

    private static String emails(int count) {
        return "'emails':["
                + IntStream.range(0, count)
                        .mapToObj(i -> "{'value':'v" + i + "','type':'work'}")
                        .collect(Collectors.joining(","))
                + "]";
    }

    private static long cost(String before, String operations) {
        Work work = new Work();
        PatchCase.parse(operations, Tolerance.DEFAULT).apply(PatchCase.user(before), MemberSource.NONE, work);
        return work.spent();
    }

    @Test
    void additions_cost_what_they_add_however_long_the_list_is_already() {
        String addition = "{'op':'add','path':'emails','value':[{'value':'w#'}]}";
        long hundred = cost(emails(1_000), operations(100, addition));
        long thousand = cost(emails(1_000), operations(1_000, addition));
        assertThat(thousand - hundred).isEqualTo(900 * 3);
    }

    @Test
    void a_list_is_looked_through_once_for_all_additions_to_it_and_again_after_it_was_seen() {
        String addition = "{'op':'add','path':'emails','value':[{'value':'w'}]}";
        assertThat(cost(emails(100), addition)).isEqualTo(301 + 3);
        assertThat(cost(emails(100), addition + "," + addition)).isEqualTo(301 + 3 + 3);
        String seen = "{'op':'remove','path':'emails[value eq \\\"none\\\"]'}";
        assertThat(cost(emails(100), addition + "," + seen + "," + addition)).isEqualTo(301 + 3 + 303 + 303 + 3);
    }

    @Test
    void additions_to_several_lists_in_turn_cost_no_more() {
        String turns = "{'op':'add','path':'emails','value':[{'value':'w#'}]},"
                + "{'op':'add','path':'roles','value':[{'value':'r#'}]},"
                + "{'op':'replace','path':'title','value':'t#'},"
                + "{'op':'add','path':'" + ENTERPRISE + ":department','value':'d#'}";
        assertThat(cost("", operations(1_000, turns))).isEqualTo(1_000 * 6);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'op':'replace','path':'title','value':'x'} | 0
            {'op':'replace','path':'emails','value':[{'value':'x'}]} | 0
            {'op':'remove','path':'emails'} | 0
            {'op':'remove','path':'emails','value':[{'value':'v1'}]} | 301
            {'op':'remove','path':'emails[value eq \\'v1\\']'} | 301
            {'op':'remove','path':'emails.display'} | 301
            {'op':'remove','path':'emails[value eq \\'v1\\' and not (type eq \\'x\\' or type pr)]'} | 903
            """)
    void an_operation_that_looks_through_a_list_pays_for_its_values_and_the_terms_that_test_them(
            String operation, long expected) {
        assertThat(cost(emails(100), operation.replace("\\'", "\\\""))).isEqualTo(expected);
    }

    @Test
    void a_value_costs_one_and_one_more_for_each_eight_characters() {
        assertThat(Work.size(Value.of("1234567"))).isEqualTo(1);
        assertThat(Work.size(Value.of("12345678"))).isEqualTo(2);
        assertThat(Work.size(new Value.Reference("12345678"))).isEqualTo(2);
        assertThat(Work.size(new Value.Binary("12345678"))).isEqualTo(2);
        assertThat(Work.size(Value.of(true))).isEqualTo(1);
        assertThat(Work.size(new Value.Decimal(BigDecimal.ONE))).isEqualTo(1);
        assertThat(Work.size(DateTime.of(Instant.EPOCH))).isEqualTo(1);
        Complex email = Complex.builder(PatchCase.USER.find("emails").subAttributes())
                .set("value", Value.of("12345678"))
                .set("primary", Value.of(true))
                .build();
        assertThat(Work.size(email)).isEqualTo(4);
        assertThat(Work.size(new Value.Multi(List.of(email, email)))).isEqualTo(9);
    }

    @Test
    void a_patch_that_looks_through_too_much_is_refused_as_too_many_and_says_where() {
        ScimException error = catchThrowableOfType(
                ScimException.class,
                () -> PatchCase.patch(
                        emails(5_000),
                        operations(5_000, "{'op':'remove','path':'emails[display co \\\"#\\\"]'}"),
                        Tolerance.STRICT));
        assertThat(error.scimType()).contains(ScimType.TOO_MANY);
        assertThat(error.detail())
                .startsWith("Operations[666] (remove emails[display co \"666\"]): ")
                .contains("fewer operations");
    }

    @Test
    void all_of_the_work_that_is_allowed_can_be_used() {
        Work work = new Work();
        work.spend(Work.LIMIT);
        assertThat(work.spent()).isEqualTo(Work.LIMIT);
        assertThatExceptionOfType(ScimException.class).isThrownBy(() -> work.spend(1));
    }

    @Test
    void filters_that_stream_the_members_of_a_group_pay_for_each_of_them() {
        Value member = Complex.builder(PatchCase.GROUP.find("members").subAttributes())
                .set("value", Value.of("m"))
                .build();
        MemberSource many = new MemberSource() {
            @Override
            public Set<String> among(Collection<String> ids) {
                return Set.of();
            }

            @Override
            public Iterator<Value> all() {
                return Collections.nCopies(100_000, member).iterator();
            }
        };
        String ops = operations(5_000, "{'op':'remove','path':'members[display eq \\\"#\\\"]'}");
        Patch patch = PatchCase.parse(ops, Tolerance.STRICT, PatchCase.GROUP);
        Resource group =
                Resource.builder(PatchCase.GROUP).set("displayName", "g").build();
        assertThat(catchThrowableOfType(ScimException.class, () -> patch.apply(group, many))
                        .detail())
                .startsWith("Operations[50]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'op':'add','path':'emails','value':[#]} | Operations[0]: "emails" has 11 values
            {'op':'replace','path':'emails','value':[#]} | Operations[0]: "emails" has 11 values
            {'op':'remove','path':'emails','value':[#]} | Operations[0]: "emails" has 11 values
            {'op':'add','value':{'emails':[#]}} | Operations[0]: "emails" has 11 values
            """)
    void more_values_than_an_attribute_may_have_are_refused_before_they_are_compared(String operation, String detail) {
        String values = operations(11, "{'value':'v#'}");
        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> Patch.parse(
                        PatchCase.message(operation.replace("#", values)),
                        PatchCase.USER,
                        Tolerance.DEFAULT,
                        TEN_VALUES))
                .satisfies(e -> assertThat(e.scimType()).contains(ScimType.TOO_MANY))
                .withMessageStartingWith(detail)
                .withMessageEndingWith("the limit of this server is 10");
    }

    private static final Limits TEN_VALUES = new Limits(1 << 20, 32, 1000, 100, 10);

    @Test
    void the_addition_that_goes_beyond_the_limit_is_named_and_one_that_reaches_it_is_not() {
        String one = "{'op':'add','path':'emails','value':{'value':'w#'}}";
        Patch ten = Patch.parse(PatchCase.message(operations(10, one)), PatchCase.USER, Tolerance.STRICT, TEN_VALUES);
        Patch eleven =
                Patch.parse(PatchCase.message(operations(11, one)), PatchCase.USER, Tolerance.STRICT, TEN_VALUES);
        Resource user = PatchCase.user("");
        assertThat(ten.apply(user, MemberSource.NONE).resource().get("emails").elements())
                .hasSize(10);
        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> eleven.apply(user, MemberSource.NONE))
                .withMessageStartingWith("Operations[10] (add emails): \"emails\" has 11 values");
    }

    @Test
    void an_element_that_the_path_describes_counts_too() {
        String full = operations(10, "{'op':'add','path':'emails','value':{'value':'w#'}}");
        Patch patch = Patch.parse(
                PatchCase.message(full + ",{'op':'add','path':'emails[type eq \\\"x\\\"].value','value':'w'}"),
                PatchCase.USER,
                Tolerance.DEFAULT,
                TEN_VALUES);
        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> patch.apply(PatchCase.user(""), MemberSource.NONE))
                .satisfies(e -> assertThat(e.scimType()).contains(ScimType.TOO_MANY))
                .withMessageStartingWith("Operations[10]");
    }

    @Test
    void members_of_a_group_are_not_counted_as_values() {
        String members = operations(11, "{'value':'m#'}");
        Patch patch = Patch.parse(
                PatchCase.message("{'op':'add','path':'members','value':[" + members + "]}"),
                PatchCase.GROUP,
                Tolerance.STRICT,
                TEN_VALUES);
        Resource group =
                Resource.builder(PatchCase.GROUP).set("displayName", "g").build();
        assertThat(patch.apply(group, MemberSource.NONE).members().add()).hasSize(11);
    }

    /** Each level would hold a copy of all that is below it: a body of some megabytes would become gigabytes. */
    @Test
    void the_uri_of_the_base_schema_is_no_key_within_itself() {
        String uri = "urn:ietf:params:scim:schemas:core:2.0:User";
        String nested = "{'op':'add','value':{'" + uri + "':{'title':'T','" + uri + "':{'nickName':'N'}}}}";
        assertThat(PatchCase.patch("", nested, Tolerance.DEFAULT)).isEqualTo(PatchCase.user("'title':'T'"));
        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> PatchCase.patch("", nested, Tolerance.STRICT))
                .withMessageContaining("\"" + uri + "\" in \"value\" is no attribute of User");
    }
}
