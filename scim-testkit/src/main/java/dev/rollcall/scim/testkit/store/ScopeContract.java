package dev.rollcall.scim.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.store.Scope;
import dev.rollcall.scim.store.StoreQuery;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A call sees only resources of its scope. */
public interface ScopeContract extends StoreFixture {
    @Test
    default void another_tenants_resources_are_as_if_they_were_not_there() {
        Resource anna = user("u1", "anna");
        insert(host(), anna);

        assertInvisible(Scope.ofTenant(tenant() + "-other"), anna);
    }

    @Test
    default void a_tenant_that_was_never_heard_of_has_nothing() {
        Scope nobody = Scope.ofTenant(tenant() + "-nobody");

        assertInvisible(nobody, user("u1", "anna"));
        assertThat(count(nobody, groups())).isZero();
    }

    @Test
    default void another_owners_resources_are_as_if_they_were_not_there() {
        Resource anna = user("u1", "anna");
        insert(owner("okta"), anna);

        assertInvisible(owner("entra"), anna);
    }

    @Test
    default void a_provider_does_not_see_the_hosts_own_resources() {
        Resource anna = user("u1", "anna");
        insert(host(), anna);

        assertInvisible(owner("okta"), anna);
    }

    @Test
    default void the_host_sees_the_whole_tenant() {
        Resource anna = user("u1", "anna");
        insert(owner("okta"), anna);
        insert(owner("entra"), user("u2", "ben"));
        insert(host(), user("u3", "cleo"));

        assertThat(ids(host(), StoreQuery.all(users()))).containsExactly("u1", "u2", "u3");
        assertThat(count(host(), users())).isEqualTo(3);
        assertThat(get(host(), users(), "u1")).isEqualTo(anna);
        assertThat(replace(host(), changed(anna, "displayName", "Anna"), 1)).isTrue();
        assertThat(delete(host(), anna, 2)).isTrue();
    }

    @Test
    default void insert_makes_the_scopes_owner_the_owner() {
        insert(owner("okta"), user("u1", "anna"), user("u2", "ben"));
        insert(owner("entra"), user("u3", "cleo"));

        assertThat(ids(owner("okta"), StoreQuery.all(users()))).containsExactly("u1", "u2");
        assertThat(ids(owner("entra"), StoreQuery.all(users()))).containsExactly("u3");
        assertThat(count(owner("okta"), users())).isEqualTo(2);
        assertThat(count(owner("entra"), users())).isEqualTo(1);
    }

    @Test
    default void the_owner_stays_when_the_host_writes_a_new_state() {
        Resource anna = user("u1", "anna");
        insert(owner("okta"), anna);
        replace(host(), changed(anna, "displayName", "Anna"), 1);
        change(store -> store.touch(host(), users(), List.of("u1"), NOW, keys()));

        assertThat(find(owner("okta"), users(), "u1")).isPresent();
        assertThat(find(owner("entra"), users(), "u1")).isEmpty();
    }

    @Test
    default void two_tenants_may_have_the_same_ids_and_keys() {
        Scope other = Scope.ofTenant(tenant() + "-other");
        Resource anna = user("u1", "anna");
        insert(host(), anna);
        insert(other, anna);
        delete(host(), anna, 1);

        assertThat(find(host(), users(), "u1")).isEmpty();
        assertThat(find(other, users(), "u1")).contains(anna);
    }

    private void assertInvisible(Scope scope, Resource resource) {
        String id = resource.id();
        assertThat(find(scope, users(), id)).isEmpty();
        assertThat(ids(scope, StoreQuery.all(users()))).isEmpty();
        assertThat(ids(
                        scope,
                        StoreQuery.all(users())
                                .narrowedBy(keys().stored(resource).keys())))
                .isEmpty();
        assertThat(count(scope, users())).isZero();
        assertThat(replace(scope, changed(resource, "displayName", "Stolen"), 1))
                .isFalse();
        assertThat(delete(scope, resource, 1)).isFalse();
        boolean locked = write(unit -> unit.resources().lock(scope, users(), id).isPresent());
        assertThat(locked).isFalse();
        change(store -> store.touch(scope, users(), List.of(id), NOW.plusSeconds(9), keys()));
        find(host(), users(), id).ifPresent(there -> assertThat(there).isEqualTo(resource));
        find(host(), users(), id).ifPresent(there -> assertThat(there.meta()).isEqualTo(resource.meta()));
    }
}
