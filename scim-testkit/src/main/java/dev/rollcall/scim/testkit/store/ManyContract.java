package dev.rollcall.scim.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.store.DuplicateKeyException;
import dev.rollcall.scim.store.Key;
import dev.rollcall.scim.store.Scope;
import dev.rollcall.scim.store.StoreQuery;
import java.util.List;
import java.util.stream.IntStream;

/** All resources of an owner or of a tenant are removed or released at once. */
public interface ManyContract extends StoreFixture {
    /** More than a store takes at once. */
    int MANY = 1_100;

    @EachType
    default void delete_all_must_remove_every_resource_of_the_type_that_the_scope_sees_and_no_other(ResourceType type) {
        given(type);
        Scope elsewhere = Scope.ofTenant(tenant() + "-other");
        insert(elsewhere, resource(type, "u1", "anna"));
        registry().resourceTypes().stream()
                .filter(other -> other != type)
                .forEach(other -> insert(owner("okta"), resource(other, "x-" + other.name(), "other")));

        assertThat(deleteAll(owner("okta"), type)).isEqualTo(MANY);
        assertThat(deleteAll(owner("okta"), type)).isZero();
        assertThat(ids(host(), StoreQuery.all(type))).containsExactly("v1", "w1");
        assertThat(count(host(), type)).isEqualTo(2);
        assertThat(count(owner("okta"), type)).isZero();
        registry().resourceTypes().stream()
                .filter(other -> other != type)
                .forEach(other -> assertThat(find(owner("okta"), other, "x-" + other.name()))
                        .isPresent());
        insertNamed(owner("okta"), resource(type, "u00001", "name-u00001"));
        assertThat(deleteAll(host(), type)).isEqualTo(3);
        assertThat(count(host(), type)).isZero();
        assertThat(find(elsewhere, type, "u1")).isPresent();
    }

    @EachType
    default void release_must_give_the_host_every_resource_of_the_type_that_the_scope_sees(ResourceType type) {
        given(type);

        assertThat(release(owner("okta"), type)).isEqualTo(MANY);
        assertThat(release(owner("okta"), type)).isZero();
        assertThat(count(owner("okta"), type)).isZero();
        assertThat(ids(owner("okta"), StoreQuery.all(type))).isEmpty();
        assertThat(find(owner("okta"), type, "u00007")).isEmpty();
        assertThat(ids(owner("entra"), StoreQuery.all(type))).containsExactly("v1");
        assertThat(count(host(), type)).isEqualTo(MANY + 2);
        assertThat(get(host(), type, "u00007")).isEqualTo(resource(type, "u00007", "name-u00007"));
        assertThatThrownBy(() -> release(host(), type)).isInstanceOf(IllegalArgumentException.class);
    }

    @EachType
    default void what_is_released_keeps_its_keys_and_its_version(ResourceType type) {
        Resource anna = changed(resource(type, "u1", "anna"), "externalId", "X-1");
        insert(owner("okta"), anna);
        release(owner("okta"), type);

        Resource released = get(host(), type, "u1");
        assertThat(released).isEqualTo(anna);
        assertThat(released.meta()).isEqualTo(anna.meta());
        if (keys().stored(anna).keys().stream().anyMatch(Key::unique)) {
            assertThatThrownBy(() -> insert(host(), resource(type, "u2", "anna")))
                    .isInstanceOf(DuplicateKeyException.class);
        }
        assertThat(ids(
                        host(),
                        StoreQuery.all(type).narrowedBy(keys().stored(anna).keys())))
                .containsExactly("u1");
    }

    private void given(ResourceType type) {
        List<Resource> many = IntStream.range(0, MANY)
                .mapToObj("u%05d"::formatted)
                .map(id -> resource(type, id, "name-" + id))
                .toList();
        change(store -> many.forEach(one -> store.insert(owner("okta"), keys().stored(one))));
        insert(owner("entra"), resource(type, "v1", "vera"));
        insert(host(), resource(type, "w1", "will"));
    }

    private long deleteAll(Scope scope, ResourceType type) {
        return write(unit -> unit.resources().deleteAll(scope, type));
    }

    private long release(Scope scope, ResourceType type) {
        return write(unit -> unit.resources().release(scope, type, keys()));
    }
}
