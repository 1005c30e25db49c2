package dev.rollcall.scim.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.store.Scope;
import dev.rollcall.scim.store.StoreQuery;
import java.util.List;

/** A call sees only resources of its scope. */
public interface ScopeContract extends StoreFixture {
    @EachType
    default void resources_of_another_tenant_must_be_as_if_they_were_not_there(ResourceType type) {
        Resource anna = resource(type, "u1", "anna");
        insert(host(), anna);

        assertInvisible(Scope.ofTenant(tenant() + "-other"), anna);
        assertInvisible(new Scope(tenant() + "-other", "okta"), anna);
    }

    @EachType
    default void a_tenant_that_was_never_heard_of_has_nothing(ResourceType type) {
        assertInvisible(Scope.ofTenant(tenant() + "-nobody"), resource(type, "u1", "anna"));
    }

    @EachType
    default void resources_of_another_owner_must_be_as_if_they_were_not_there(ResourceType type) {
        Resource anna = resource(type, "u1", "anna");
        insert(owner("okta"), anna);

        assertInvisible(owner("entra"), anna);
        assertInvisible(owner("OKTA"), anna);
    }

    @EachType
    default void a_provider_must_not_see_the_resources_that_the_host_made(ResourceType type) {
        Resource anna = resource(type, "u1", "anna");
        insert(host(), anna);

        assertInvisible(owner("okta"), anna);
    }

    @EachType
    default void the_host_must_see_the_whole_tenant(ResourceType type) {
        Resource anna = resource(type, "u1", "anna");
        insert(owner("okta"), anna);
        insert(owner("entra"), resource(type, "u2", "ben"));
        insert(host(), resource(type, "u3", "cleo"));

        assertThat(ids(host(), StoreQuery.all(type))).containsExactly("u1", "u2", "u3");
        assertThat(count(host(), type)).isEqualTo(3);
        assertThat(get(host(), type, "u1")).isEqualTo(anna);
        assertThat(replace(host(), changed(anna, "externalId", "A"), 1)).isTrue();
        assertThat(delete(host(), anna, 2)).isTrue();
    }

    @EachType
    default void insert_must_make_the_owner_of_the_scope_the_owner_of_the_resource(ResourceType type) {
        insert(owner("okta"), resource(type, "u1", "anna"), resource(type, "u2", "ben"));
        insert(owner("entra"), resource(type, "u3", "cleo"));

        assertThat(ids(owner("okta"), StoreQuery.all(type))).containsExactly("u1", "u2");
        assertThat(ids(owner("entra"), StoreQuery.all(type))).containsExactly("u3");
        assertThat(count(owner("okta"), type)).isEqualTo(2);
        assertThat(count(owner("entra"), type)).isEqualTo(1);
    }

    @EachType
    default void replace_must_leave_the_owner_as_it_is(ResourceType type) {
        Resource anna = resource(type, "u1", "anna");
        insert(owner("okta"), anna);
        replace(host(), changed(anna, "externalId", "A"), 1);
        change(store -> store.touch(host(), type, List.of("u1"), NOW, keys()));

        assertThat(get(owner("okta"), type, "u1").meta().version()).isEqualTo(3);
        assertThat(find(owner("entra"), type, "u1")).isEmpty();
    }

    @EachType
    default void two_tenants_must_be_able_to_have_the_same_ids_and_keys(ResourceType type) {
        Scope other = Scope.ofTenant(tenant() + "-other");
        Resource anna = resource(type, "u1", "anna");
        insertNamed(host(), anna);
        insertNamed(other, anna);
        replace(host(), changed(anna, "externalId", "A"), 1);

        assertThat(find(other, type, "u1")).contains(anna);
        delete(host(), anna, 2);
        assertThat(find(host(), type, "u1")).isEmpty();
        assertThat(get(other, type, "u1").meta()).isEqualTo(anna.meta());
    }

    private void assertInvisible(Scope scope, Resource resource) {
        String id = resource.id();
        ResourceType type = resource.type();
        assertThat(find(scope, type, id)).isEmpty();
        assertThat(ids(scope, StoreQuery.all(type))).isEmpty();
        assertThat(ids(
                        scope,
                        StoreQuery.all(type).narrowedBy(keys().stored(resource).keys())))
                .isEmpty();
        assertThat(count(scope, type)).isZero();
        assertThat(replace(scope, changed(resource, "externalId", "Stolen"), 1)).isFalse();
        assertThat(delete(scope, resource, 1)).isFalse();
        boolean locked = write(unit -> unit.resources().lock(scope, type, id).isPresent());
        assertThat(locked).isFalse();
        change(store -> store.touch(scope, type, List.of(id), NOW.plusSeconds(9), keys()));
        find(host(), type, id).ifPresent(there -> assertThat(there).isEqualTo(resource));
        find(host(), type, id).ifPresent(there -> assertThat(there.meta()).isEqualTo(resource.meta()));
    }
}
