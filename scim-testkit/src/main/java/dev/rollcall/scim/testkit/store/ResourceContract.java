package dev.rollcall.scim.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.scim.resource.Meta;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.store.DuplicateKeyException;
import dev.rollcall.scim.store.ResourceStore;
import dev.rollcall.scim.store.StoreQuery;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Resources are kept, found, and compared and set. */
public interface ResourceContract extends StoreFixture {
    /** Ids that are hard on databases and their comparison, but none that a URL could not hold. */
    List<String> ODD_IDS = List.of(
            "Anna-1", "anna-1", "ANNA-1", "a b", "a'b", "a\"b", "a\\b", "a%b", "a_b", "a/b", "ä", "a\u0308", "😀",
            "\uFFFD");

    @EachType
    default void a_resource_must_come_back_equal_to_what_was_last_written_metadata_included(ResourceType type) {
        Resource first = resource(type, "u1", "O'Müller \"Ann\" \\ 😀");
        insert(host(), first);
        assertThat(get(host(), type, "u1")).isEqualTo(first);
        assertThat(get(host(), type, "u1").meta()).isEqualTo(first.meta());

        Resource second = changed(first, "externalId", "X-1").withMeta(new Meta(NOW, NOW.plusSeconds(7), 41));
        assertThat(replace(host(), second, 1)).isTrue();
        assertThat(get(host(), type, "u1")).isEqualTo(second);
        assertThat(get(host(), type, "u1").meta()).isEqualTo(second.meta());
    }

    @EachType
    default void an_attribute_that_is_gone_from_the_new_state_is_gone(ResourceType type) {
        Resource first = changed(resource(type, "u1", "anna"), "externalId", "X-1");
        insert(host(), first);
        Resource second =
                first.with(type.externalId(), null).withMeta(first.meta().modified(NOW));
        replace(host(), second, first.meta().version());

        assertThat(get(host(), type, "u1")).isEqualTo(second);
    }

    @EachType
    default void times_of_metadata_are_in_whole_milliseconds_and_must_be_kept_so(ResourceType type) {
        Instant longAgo = Instant.parse("1999-12-31T23:59:59.999Z");
        Instant later = Instant.parse("2038-01-19T03:14:08.001Z");
        insert(host(), resource(type, "u1", "anna").withMeta(new Meta(longAgo, later, 2)));

        assertThat(get(host(), type, "u1").meta()).isEqualTo(new Meta(longAgo, later, 2));
    }

    @EachType
    default void ids_must_be_kept_as_they_are_whatever_characters_they_have(ResourceType type) {
        for (String id : ODD_IDS) {
            insert(host(), resource(type, id, "named " + ODD_IDS.indexOf(id)));
        }

        for (String id : ODD_IDS) {
            assertThat(get(host(), type, id)).isEqualTo(resource(type, id, "named " + ODD_IDS.indexOf(id)));
        }
        assertThat(ids(host(), StoreQuery.all(type))).containsExactlyInAnyOrderElementsOf(ODD_IDS);
    }

    @EachType
    default void find_must_give_the_resource_of_that_type_and_exactly_that_id_and_nothing_if_the_scope_has_none(
            ResourceType type) {
        insert(host(), resource(type, "Anna-1", "anna"));

        assertThat(find(host(), type, "Anna-1")).isPresent();
        for (String another : List.of("anna-1", "Anna-1 ", " Anna-1", "Anna-", "Anna-%", "Anna_1", "")) {
            assertThat(find(host(), type, another)).as("\"%s\"", another).isEmpty();
        }
        for (ResourceType other : othersThan(type)) {
            insert(host(), resource(other, "Other", "other"));
            assertThat(find(host(), other, "Anna-1")).isEmpty();
            assertThat(find(host(), type, "Other")).isEmpty();
            delete(host(), resource(other, "Other", "other"), 1);
        }
    }

    @EachType
    default void insert_must_refuse_an_id_that_the_tenant_has_whatever_the_type(ResourceType type) {
        insert(owner("okta"), resource(type, "x1", "anna"));

        for (ResourceType any : registry().resourceTypes()) {
            assertThatThrownBy(() -> insert(host(), resource(any, "x1", "ben")))
                    .isInstanceOfSatisfying(
                            DuplicateKeyException.class,
                            e -> assertThat(e.path()).isEqualTo("id"));
        }
        assertThat(get(host(), type, "x1")).isEqualTo(resource(type, "x1", "anna"));
        othersThan(type).forEach(other -> assertThat(count(host(), other)).isZero());
    }

    @EachType
    default void replace_must_write_nothing_if_the_version_is_another_one_or_the_resource_is_gone(ResourceType type) {
        Resource first = resource(type, "u1", "anna");
        assertThat(replace(host(), first, 1)).isFalse();
        insert(host(), first);

        assertThat(replace(host(), renamed(first, "ben"), 2)).isFalse();
        assertThat(replace(host(), renamed(first, "ben"), 0)).isFalse();
        assertThat(get(host(), type, "u1")).isEqualTo(first);
        delete(host(), first, 1);
        assertThat(replace(host(), renamed(first, "ben"), 1)).isFalse();
        assertThat(find(host(), type, "u1")).isEmpty();
        assertThat(count(host(), type)).isZero();
    }

    @EachType
    default void delete_must_remove_nothing_if_the_version_is_another_one(ResourceType type) {
        Resource anna = resource(type, "u1", "anna");
        insert(host(), anna);

        assertThat(delete(host(), anna, 2)).isFalse();
        assertThat(delete(host(), anna, 0)).isFalse();
        for (ResourceType other : othersThan(type)) {
            assertThat(delete(host(), resource(other, "u1", "anna"), 1)).isFalse();
        }
        assertThat(get(host(), type, "u1")).isEqualTo(anna);
        assertThat(delete(host(), anna, 1)).isTrue();
        assertThat(delete(host(), anna, 1)).isFalse();
    }

    @EachType
    default void a_deleted_resource_must_be_in_no_later_result(ResourceType type) {
        Resource anna = resource(type, "u1", "anna");
        insert(host(), anna, resource(type, "u2", "ben"));
        delete(host(), anna, 1);

        assertThat(find(host(), type, "u1")).isEmpty();
        assertThat(ids(host(), StoreQuery.all(type))).containsExactly("u2");
        assertThat(ids(
                        host(),
                        StoreQuery.all(type).narrowedBy(keys().stored(anna).keys())))
                .doesNotContain("u1");
        assertThat(count(host(), type)).isEqualTo(1);
        boolean locked = write(unit -> unit.resources().lock(host(), type, "u1").isPresent());
        assertThat(locked).isFalse();
    }

    @EachType
    default void lock_must_find_what_find_does(ResourceType type) {
        Resource anna = resource(type, "u1", "anna");
        insert(owner("okta"), anna);
        change(store -> {
            assertThat(store.lock(host(), type, "u1")).contains(anna);
            assertThat(store.lock(owner("okta"), type, "u1")).contains(anna);
            assertThat(store.lock(owner("entra"), type, "u1")).isEmpty();
            assertThat(store.lock(host(), type, "U1")).isEmpty();
            othersThan(type)
                    .forEach(
                            other -> assertThat(store.lock(host(), other, "u1")).isEmpty());
        });
    }

    @EachType
    default void methods_must_not_return_null(ResourceType type) {
        insert(host(), resource(type, "u1", "anna"));
        for (String id : List.of("u1", "nobody")) {
            change(store -> assertNoNull(store, type, id));
        }
    }

    private void assertNoNull(ResourceStore store, ResourceType type, String id) {
        assertThat((Object) store.find(host(), type, id)).isNotNull();
        assertThat((Object) store.lock(host(), type, id)).isNotNull();
        assertThat((Object) store.fit(resource(type, id, id))).isNotNull();
        assertThat((Object) store.schemas()).isNotNull();
        try (Stream<Resource> found = store.query(owner(id), StoreQuery.all(type))) {
            assertThat((Object) found).isNotNull();
        }
    }

    /** The other types that the store keeps; none if it keeps one. */
    private List<ResourceType> othersThan(ResourceType type) {
        return registry().resourceTypes().stream()
                .filter(other -> other != type)
                .toList();
    }
}
