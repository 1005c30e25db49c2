package dev.rollcall.scim.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.store.DuplicateKeyException;
import dev.rollcall.scim.store.KeyFactory;
import dev.rollcall.scim.store.Scope;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** No two resources of a type in a tenant have one unique key, whoever owns them. */
public interface UniqueKeyContract extends StoreFixture {
    /** Prepares keys of groups that are unique by name. */
    default KeyFactory uniqueNames() {
        return keys().withUniqueGroupDisplayName();
    }

    @Test
    default void insert_refuses_a_taken_key_and_writes_nothing() {
        insert(host(), user("u1", "anna"));

        assertTaken("userName", () -> insert(host(), user("u2", "ANNA")));
        assertThat(find(host(), users(), "u2")).isEmpty();
        assertThat(count(host(), users())).isEqualTo(1);
    }

    @Test
    default void replace_refuses_a_taken_key_and_writes_nothing() {
        Resource ben = user("u2", "ben");
        insert(host(), user("u1", "anna"), ben);

        assertTaken("userName", () -> replace(host(), changed(ben, "userName", "Anna"), 1));
        assertThat(get(host(), users(), "u2")).isEqualTo(ben);
        assertThat(get(host(), users(), "u2").meta()).isEqualTo(ben.meta());
    }

    @Test
    default void a_taken_key_does_not_matter_to_a_replace_that_has_the_wrong_version() {
        Resource ben = user("u2", "ben");
        insert(host(), user("u1", "anna"), ben);

        assertThat(replace(host(), changed(ben, "userName", "Anna"), 7)).isFalse();
    }

    @Test
    default void a_resource_may_keep_its_key() {
        Resource anna = user("u1", "anna");
        insert(host(), anna);

        assertThat(replace(host(), changed(anna, "userName", "ANNA"), 1)).isTrue();
        assertTaken("userName", () -> insert(host(), user("u2", "anna")));
    }

    @Test
    default void unique_keys_hold_over_the_whole_tenant_also_for_what_the_scope_does_not_see() {
        insert(owner("okta"), user("u1", "anna"));
        insert(host(), user("u2", "ben"));

        assertTaken("userName", () -> insert(owner("entra"), user("u3", "anna")));
        assertTaken("userName", () -> insert(owner("entra"), user("u3", "ben")));
        assertTaken("userName", () -> insert(host(), user("u3", "anna")));
        Resource cleo = user("u3", "cleo");
        insert(owner("entra"), cleo);
        assertTaken("userName", () -> replace(owner("entra"), changed(cleo, "userName", "anna"), 1));
    }

    @Test
    default void unique_keys_do_not_reach_beyond_the_tenant() {
        insert(host(), user("u1", "anna"));
        Scope other = Scope.ofTenant(tenant() + "-other");
        insert(other, user("u2", "anna"));

        assertThat(find(other, users(), "u2")).isPresent();
    }

    @Test
    default void keys_that_are_not_unique_may_be_shared() {
        insert(host(), group("g1", "Team"), group("g2", "Team"));

        assertThat(count(host(), groups())).isEqualTo(2);
    }

    @Test
    default void any_attribute_may_have_a_unique_key_within_its_type() {
        insert(host(), user("u1", "team").toBuilder().set("displayName", "Team").build());
        insertNamed(host(), group("g1", "Team"));

        assertTaken("displayName", () -> insertNamed(owner("okta"), group("g2", "TEAM")));
        assertThat(find(host(), groups(), "g2")).isEmpty();
        Resource other = group("g3", "Other");
        insertNamed(host(), other);
        assertTaken("displayName", () -> replaceNamed(changed(other, "displayName", "team")));
        assertThat(get(host(), groups(), "g3")).isEqualTo(other);
    }

    @Test
    default void the_keys_and_the_id_of_a_deleted_resource_are_free() {
        Resource anna = user("u1", "anna");
        insert(host(), anna);
        delete(host(), anna, 1);
        insert(owner("okta"), user("u1", "anna"));
        insertNamed(host(), group("g1", "Team"));
        delete(host(), group("g1", "Team"), 1);
        insertNamed(host(), group("g2", "Team"));

        assertThat(find(owner("okta"), users(), "u1")).isPresent();
        assertThat(find(host(), groups(), "g2")).isPresent();
    }

    @Test
    default void the_old_key_of_a_renamed_resource_is_free_and_the_new_one_taken() {
        Resource anna = user("u1", "anna");
        insert(host(), anna);
        replace(host(), changed(anna, "userName", "anne"), 1);
        insert(host(), user("u2", "anna"));
        Resource team = group("g1", "Team");
        insertNamed(host(), team);
        replaceNamed(changed(team, "displayName", "Crew"));
        insertNamed(host(), group("g2", "Team"));

        assertTaken("userName", () -> insert(host(), user("u3", "anne")));
        assertTaken("displayName", () -> insertNamed(host(), group("g3", "Crew")));
        assertThat(find(host(), users(), "u2")).isPresent();
        assertThat(find(host(), groups(), "g2")).isPresent();
    }

    @Test
    default void keys_of_any_length_and_script_are_told_apart() {
        String longest = "ü😀".repeat(1000);
        insert(host(), user("u1", longest + "a"), user("u2", longest + "b"), user("u3", "100%_\\'\";--"));

        assertTaken("userName", () -> insert(host(), user("u4", longest + "B")));
        assertTaken("userName", () -> insert(host(), user("u4", "100%_\\'\";--")));
        assertThat(get(host(), users(), "u2").text("userName")).contains(longest + "b");
    }

    private void insertNamed(Scope scope, Resource group) {
        change(store -> store.insert(scope, uniqueNames().stored(group)));
    }

    private void replaceNamed(Resource group) {
        change(store -> store.replace(host(), uniqueNames().stored(group), 1));
    }

    private static void assertTaken(String path, ThrowingCallable write) {
        assertThatThrownBy(write)
                .isInstanceOfSatisfying(
                        DuplicateKeyException.class, e -> assertThat(e.path()).isEqualTo(path));
    }
}
