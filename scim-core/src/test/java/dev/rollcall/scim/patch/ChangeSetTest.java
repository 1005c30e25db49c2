package dev.rollcall.scim.patch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.resource.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What really changed between two states of a resource: what listeners, sync and stores are told. */
class ChangeSetTest {
    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    private static List<String> paths(ChangeSet set) {
        return set.changes().stream().map(Change::path).toList();
    }

    @Test
    void each_attribute_is_named_with_its_values_and_parts_of_complex_ones_alone() {
        Resource before = PatchCase.user("'title':'T','name':{'givenName':'M','familyName':'S'},'nickName':'N',"
                + "'emails':[{'value':'a'}],'" + ENTERPRISE + "':{'department':'D','manager':{'value':'m'}}");
        Resource after = PatchCase.user("'title':'U','name':{'givenName':'M','familyName':'T'},'locale':'de',"
                + "'emails':[{'value':'a'},{'value':'b'}],'" + ENTERPRISE
                + "':{'department':'E','manager':{'value':'n'}}");
        ChangeSet set = ChangeSet.between(before.withId("1"), after.withId("2"));
        assertThat(paths(set))
                .containsExactlyInAnyOrder(
                        "title",
                        "name.familyName",
                        "nickName",
                        "locale",
                        "emails",
                        ENTERPRISE + ":department",
                        ENTERPRISE + ":manager.value");
        assertThat(set.changes())
                .contains(
                        new Change("title", Value.of("T"), Value.of("U")),
                        new Change("nickName", Value.of("N"), null),
                        new Change("locale", null, Value.of("de")),
                        new Change("name.familyName", Value.of("S"), Value.of("T")));
    }

    @Test
    void a_resource_that_comes_or_goes_changes_all_that_it_has() {
        Resource user = PatchCase.user("'name':{'givenName':'M'}");
        ChangeSet born = ChangeSet.between(null, user);
        assertThat(born.changes())
                .containsExactlyInAnyOrder(
                        new Change("userName", null, Value.of("mira")),
                        new Change("name.givenName", null, Value.of("M")));
        assertThat(ChangeSet.between(user, null).changes())
                .contains(
                        new Change("userName", Value.of("mira"), null),
                        new Change("name.givenName", Value.of("M"), null));
        assertThat(ChangeSet.between(null, null).isEmpty()).isTrue();
        assertThat(ChangeSet.between(user.withId("1"), user.withId("2")).isEmpty())
                .isTrue();
    }

    @Test
    void members_who_join_or_leave_are_a_change_too() {
        assertThat(ChangeSet.EMPTY.isEmpty()).isTrue();
        assertThat(ChangeSet.EMPTY.withMembers(List.of("a"), List.of()).isEmpty())
                .isFalse();
        assertThat(ChangeSet.EMPTY.withMembers(List.of(), List.of("a")).isEmpty())
                .isFalse();
        assertThat(ChangeSet.EMPTY.withMembers(List.of("a"), List.of("b")))
                .isEqualTo(new ChangeSet(List.of(), List.of("a"), List.of("b")));
    }

    @Test
    void an_attribute_is_touched_if_it_or_a_part_of_it_changed() {
        Value x = Value.of("x");
        ChangeSet set = new ChangeSet(
                List.of(new Change("name.familyName", null, x), new Change(ENTERPRISE + ":department", null, x)),
                List.of(),
                List.of());
        assertThat(set.touches("name.familyName")).isTrue();
        assertThat(set.touches("name")).isTrue();
        assertThat(set.touches(ENTERPRISE)).isTrue();
        assertThat(set.touches("name.givenName")).isFalse();
        assertThat(set.touches("name.family")).isFalse();
        assertThat(set.touches("nam")).isFalse();
    }
}
