package dev.rollcall.scim.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.scim.resource.Meta;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.resource.UserView;
import dev.rollcall.scim.store.DuplicateKeyException;
import dev.rollcall.scim.store.StoreQuery;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Resources are kept, found, and compared and set. */
public interface ResourceContract extends StoreFixture {
    @Test
    default void a_store_that_can_be_reached_says_so_and_changes_nothing() {
        insert(host(), user("u1", "anna"));

        store().check();
        store().check();

        assertThat(ids(host(), StoreQuery.all(users()))).containsExactly("u1");
        assertThat(get(host(), users(), "u1").meta().version()).isEqualTo(1);
    }

    @Test
    default void a_resource_comes_back_equal_to_what_was_last_written_metadata_included() {
        Resource written = Resource.builder(users())
                .id("u1")
                .set("userName", "Anna.Müller@example.com")
                .set("name", Map.of("familyName", "O'Müller \"Ann\" \\ 😀", "givenName", "Änna"))
                .set("active", true)
                .add("emails", Map.of("value", "anna@example.com", "type", "work", "primary", true))
                .add("emails", Map.of("value", "anna@example.org", "type", "home"))
                .extension(UserView.ENTERPRISE_SCHEMA, Map.of("department", "R&D", "employeeNumber", "7"))
                .meta(new Meta(NOW, NOW.plusNanos(1), 41))
                .build();
        insert(host(), written);

        Resource read = get(host(), users(), "u1");
        assertThat(read).isEqualTo(written);
        assertThat(read.meta()).isEqualTo(written.meta());
    }

    @Test
    default void a_resource_comes_back_equal_to_what_was_last_written_after_a_replace() {
        Resource first = user("u1", "anna");
        insert(host(), first);
        Resource second = changed(first, "displayName", "Anna");

        assertThat(replace(host(), second, 1)).isTrue();
        assertThat(get(host(), users(), "u1")).isEqualTo(second);
        assertThat(get(host(), users(), "u1").meta()).isEqualTo(second.meta());
    }

    @Test
    default void a_time_comes_back_to_the_nanosecond() {
        Instant long_ago = Instant.parse("1999-12-31T23:59:59.999999999Z");
        insert(host(), user("u1", "anna").withMeta(new Meta(long_ago, NOW, 2)));

        assertThat(get(host(), users(), "u1").meta()).isEqualTo(new Meta(long_ago, NOW, 2));
    }

    @Test
    default void an_attribute_that_is_gone_from_the_new_state_is_gone() {
        Resource first = user("u1", "anna").toBuilder().set("nickName", "An").build();
        insert(host(), first);
        Resource second = first.toBuilder()
                .set("nickName", null)
                .meta(first.meta().modified(NOW))
                .build();
        replace(host(), second, 1);

        assertThat(get(host(), users(), "u1")).isEqualTo(second);
    }

    @Test
    default void find_gives_the_resource_of_that_type_and_exactly_that_id() {
        insert(host(), user("Anna-1", "anna"), group("G1", "All"));

        assertThat(find(host(), users(), "Anna-1")).isPresent();
        assertThat(find(host(), users(), "anna-1")).isEmpty();
        assertThat(find(host(), users(), "Anna-1 ")).isEmpty();
        assertThat(find(host(), users(), "")).isEmpty();
        assertThat(find(host(), groups(), "Anna-1")).isEmpty();
        assertThat(find(host(), users(), "G1")).isEmpty();
    }

    @Test
    default void insert_refuses_an_id_that_the_tenant_has_whatever_the_type() {
        insert(host(), user("x1", "anna"));

        assertThatThrownBy(() -> insert(host(), user("x1", "ben")))
                .isInstanceOfSatisfying(
                        DuplicateKeyException.class, e -> assertThat(e.path()).isEqualTo("id"));
        assertThatThrownBy(() -> insert(host(), group("x1", "All"))).isInstanceOf(DuplicateKeyException.class);
        assertThat(get(host(), users(), "x1").text("userName")).contains("anna");
        assertThat(count(host(), groups())).isZero();
    }

    @Test
    default void replace_writes_nothing_if_the_version_is_another_one() {
        Resource first = user("u1", "anna");
        insert(host(), first);

        assertThat(replace(host(), changed(first, "userName", "ben"), 2)).isFalse();
        assertThat(replace(host(), changed(first, "userName", "ben"), 0)).isFalse();
        assertThat(get(host(), users(), "u1")).isEqualTo(first);
    }

    @Test
    default void replace_writes_nothing_if_the_resource_is_gone() {
        Resource never = user("u1", "anna");

        assertThat(replace(host(), never, 1)).isFalse();
        insert(host(), never);
        delete(host(), never, 1);
        assertThat(replace(host(), never, 1)).isFalse();
        assertThat(find(host(), users(), "u1")).isEmpty();
    }

    @Test
    default void delete_removes_nothing_if_the_version_is_another_one_or_the_resource_is_gone() {
        Resource anna = user("u1", "anna");
        insert(host(), anna);

        assertThat(delete(host(), anna, 2)).isFalse();
        assertThat(delete(host(), group("u1", "Not a group"), 1)).isFalse();
        assertThat(find(host(), users(), "u1")).isPresent();
        assertThat(delete(host(), anna, 1)).isTrue();
        assertThat(delete(host(), anna, 1)).isFalse();
    }

    @Test
    default void a_deleted_resource_is_in_no_later_result() {
        Resource anna = user("u1", "anna");
        insert(host(), anna, user("u2", "ben"));
        delete(host(), anna, 1);

        assertThat(find(host(), users(), "u1")).isEmpty();
        assertThat(ids(host(), StoreQuery.all(users()))).containsExactly("u2");
        assertThat(ids(
                        host(),
                        StoreQuery.all(users()).narrowedBy(keys().stored(anna).keys())))
                .doesNotContain("u1");
        assertThat(count(host(), users())).isEqualTo(1);
    }

    @Test
    default void touch_gives_a_new_version_each_and_the_time_of_the_change() {
        Resource first = group("g1", "One");
        insert(host(), first, group("g2", "Two"), group("g3", "Three"));
        Instant later = NOW.plusSeconds(60);
        change(store -> store.touch(host(), groups(), List.of("g2", "g1", "no such group"), later, keys()));

        assertThat(get(host(), groups(), "g1").meta()).isEqualTo(new Meta(NOW, later, 2));
        assertThat(get(host(), groups(), "g2").meta()).isEqualTo(new Meta(NOW, later, 2));
        assertThat(get(host(), groups(), "g3").meta()).isEqualTo(new Meta(NOW, NOW, 1));
        assertThat(get(host(), groups(), "g1").withMeta(first.meta())).isEqualTo(first);
    }

    @Test
    default void touch_never_makes_a_resource_look_older() {
        insert(host(), group("g1", "One"));
        change(store -> store.touch(host(), groups(), List.of("g1"), NOW.minusSeconds(60), keys()));

        assertThat(get(host(), groups(), "g1").meta()).isEqualTo(new Meta(NOW, NOW, 2));
    }

    @Test
    default void touch_of_nothing_changes_nothing() {
        insert(host(), group("g1", "One"));
        change(store -> store.touch(host(), groups(), List.of(), NOW.plusSeconds(60), keys()));

        assertThat(get(host(), groups(), "g1").meta()).isEqualTo(Meta.created(NOW));
    }
}
