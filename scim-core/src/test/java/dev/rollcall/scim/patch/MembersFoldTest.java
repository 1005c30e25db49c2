package dev.rollcall.scim.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rollcall.scim.codec.Tolerance;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.error.ScimType;
import dev.rollcall.scim.resource.Complex;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.resource.Value;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 7644 §3.5.2 on members of a group, which come out as one change however many operations there are. */
class MembersFoldTest {
    private static final Resource GROUP =
            Resource.builder(PatchCase.GROUP).set("displayName", "g").build();

    /** The users a and b and the group c are members; and something that is known by no id. */
    private static final class Present implements MemberSource {
        private final Map<String, String> types = new LinkedHashMap<>(Map.of("a", "User", "b", "User", "c", "Group"));
        private int scans;
        private int looks;

        @Override
        public Set<String> among(Collection<String> ids) {
            looks++;
            return ids.stream().filter(types::containsKey).collect(Collectors.toSet());
        }

        @Override
        public Iterator<Value> all() {
            scans++;
            types.put("", "User");
            return types.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(e -> element(e.getKey(), e.getValue()))
                    .iterator();
        }

        private static Value element(String id, String type) {
            Complex.Builder element =
                    Complex.builder(PatchCase.GROUP.attributes().get("members").subAttributes());
            return element.set("value", id.isEmpty() ? null : Value.of(id))
                    .set("type", Value.of(type))
                    .build();
        }
    }

    private static RelationDelta delta(String operations, MemberSource present) {
        String ops = operations.replace("~", "\\\"");
        return PatchCase.parse(ops, Tolerance.DEFAULT, PatchCase.GROUP)
                .apply(GROUP, present)
                .members();
    }

    private static String shown(RelationDelta delta) {
        String all = delta.clear() ? "all leave " : "";
        return (all
                        + delta.remove().stream().map(id -> "-" + id + " ").collect(Collectors.joining())
                        + delta.add().stream().map(id -> "+" + id + " ").collect(Collectors.joining()))
                .strip();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'op':'add','path':'members','value':[{'value':'x'},{'value':'y'}]} | +x +y
            {'op':'add','value':{'members':[{'value':'x'}]}} | +x
            {'op':'add','path':'members','value':{'value':'x'}},{'op':'add','path':'members','value':{'value':'y'}} | +x +y
            {'op':'add','path':'members','value':[]} | ``
            {'op':'remove','path':'members'} | all leave
            {'op':'remove','path':'members','value':null} | all leave
            {'op':'remove','path':'members','value':[]} | ``
            {'op':'remove','path':'members','value':''} | ``
            {'op':'remove','path':'members','value':[{'value':'a'},{'value':'b'}]} | -a -b
            {'op':'remove','path':'members','value':{'members':[{'value':'a'}]}} | -a
            {'op':'remove','path':'members','value':{'value':'a'}} | -a
            {'op':'replace','path':'members','value':[{'value':'x'},{'value':'a'}]} | all leave +x +a
            {'op':'replace','path':'members','value':[]} | all leave
            {'op':'remove','path':'members[value eq ~a~]'} | -a
            {'op':'remove','path':'members[VALUE eq ~a~]'} | -a
            {'op':'remove','path':'members[value eq ~zz~]'} | -zz
            {'op':'remove','path':'members[value ne ~a~]'} | -b -c
            {'op':'remove','path':'members[value sw ~a~]'} | -a
            {'op':'remove','path':'members[type eq ~Group~]'} | -c
            {'op':'remove','path':'members[not (type eq ~Group~)]'} | -a -b
            {'op':'remove','path':'members[value eq ~a~ and type eq ~User~]'} | -a
            {'op':'remove','path':'members[value eq null]'} | ``
            {'op':'remove','path':'members[value eq ~a~]'},{'op':'remove','path':'members[value eq ~a~]'} | -a
            {'op':'remove','path':'members[value eq ~a~]'},{'op':'remove','path':'members[type eq ~User~]'} | -a -b
            {'op':'remove','path':'members[value eq ~a~]'},{'op':'add','path':'members','value':{'value':'a'}} | +a
            {'op':'add','path':'members','value':{'value':'x'}},{'op':'remove','path':'members[value eq ~x~]'} | -x
            {'op':'remove','path':'members'},{'op':'add','path':'members','value':{'value':'a'}} | all leave +a
            {'op':'remove','path':'members'},{'op':'remove','path':'members[value eq ~a~]'} | all leave
            {'op':'remove','path':'members'},{'op':'remove','path':'members[type eq ~User~]'} | all leave
            {'op':'add','path':'members','value':{'value':'x'}},{'op':'remove','path':'members[value eq ~a~]'},{'op':'remove','path':'members'} | all leave
            {'op':'replace','path':'members','value':[{'value':'a'}]},{'op':'remove','path':'members[value eq ~a~]'} | all leave
            {'op':'replace','path':'members[value eq ~a~]','value':{'value':'x'}} | -a +x
            {'op':'replace','path':'members[type eq ~User~]','value':{'value':'x'}} | -a -b +x
            {'op':'replace','path':'members[value eq ~a~]','value':{'value':'a','type':'User'}} | +a
            {'op':'replace','path':'members[value eq ~x~]','value':{'value':'x'}} | +x
            {'op':'add','path':'members[value eq ~x~]','value':{'value':'x'}} | +x
            {'op':'add','path':'members[value eq ~a~]','value':{'value':'a'}} | ``
            {'op':'add','path':'members','value':{'value':'x'}},{'op':'replace','path':'members[value eq ~x~]','value':{'value':'y'}} | -x +y
            {'op':'replace','path':'displayName','value':'other'} | ``
            """)
    void operations_on_members_fold_into_one_change(String operations, String change) {
        assertThat(shown(delta(operations, new Present()))).isEqualTo(change);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'op':'replace','path':'members[value eq ~x~]','value':{'value':'y'}} | NO_TARGET | No member matches members[value eq "x"]
            {'op':'replace','path':'members[type eq ~Device~]','value':{'value':'y'}} | NO_TARGET | No member matches members[type eq "Device"]
            {'op':'add','path':'members[type eq ~Device~]','value':{'value':'y'}} | NO_TARGET | No member matches members[type eq "Device"]
            {'op':'replace','path':'members[value eq ~a~].value','value':'x'} | MUTABILITY | "members[value eq "a"].value" is immutable
            {'op':'remove','path':'members.type'} | MUTABILITY | "members.type" is immutable
            {'op':'add','path':'members','value':[{'type':'User'}]} | INVALID_VALUE | An element of "members" has no "value"
            {'op':'remove','path':'members','value':{'x':1}} | INVALID_VALUE | "value" holds no value of members
            """)
    void a_change_that_names_no_member_or_edits_one_is_refused(String operation, ScimType type, String detail) {
        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> delta(operation, new Present()))
                .satisfies(e -> assertThat(e.scimType()).contains(type))
                .withMessageContaining("Operations[0]")
                .withMessageContaining(detail);
    }

    @Test
    void for_a_member_named_by_id_the_group_is_not_gone_through_and_one_that_leaves_not_even_looked_up() {
        Present present = new Present();
        delta(
                "{'op':'remove','path':'members[value eq ~a~]'},{'op':'remove','path':'members[value eq ~zz~]'}",
                present);
        assertThat(present.looks).isZero();
        delta("{'op':'add','path':'members[value eq ~a~]','value':{'value':'a'}}", present);
        assertThat(present.looks).isEqualTo(1);
        assertThat(present.scans).isZero();
        delta("{'op':'remove','path':'members'},{'op':'remove','path':'members[type eq ~User~]'}", present);
        assertThat(present.scans).isZero();
        delta("{'op':'remove','path':'members[type eq ~User~]'}", present);
        assertThat(present.scans).isEqualTo(1);
    }

    @Test
    void members_of_nobody_are_nobody() {
        assertThat(shown(delta("{'op':'remove','path':'members[type eq ~User~]'}", MemberSource.NONE)))
                .isEmpty();
    }

    @Test
    void a_change_says_of_each_member_one_thing_only() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RelationDelta(true, Set.of("a"), Set.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new RelationDelta(false, Set.of("a"), Set.of("a")));
        assertThat(RelationDelta.NONE.isEmpty()).isTrue();
        assertThat(new RelationDelta(true, Set.of(), Set.of()).isEmpty()).isFalse();
        assertThat(new RelationDelta(false, Set.of("a"), Set.of()).isEmpty()).isFalse();
        assertThat(new RelationDelta(false, Set.of(), Set.of("a")).isEmpty()).isFalse();
        assertThat(RelationDelta.replaceAll(Set.of("a"))).isEqualTo(new RelationDelta(true, Set.of(), Set.of("a")));
    }
}
