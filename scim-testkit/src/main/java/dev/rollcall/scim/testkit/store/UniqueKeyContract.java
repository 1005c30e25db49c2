package dev.rollcall.scim.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.store.DuplicateKeyException;
import dev.rollcall.scim.store.StoreQuery;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** No two resources of a type in a tenant have one unique key, whoever owns them. */
public interface UniqueKeyContract extends StoreFixture {
    @EachType
    default void insert_must_refuse_a_taken_unique_key_and_write_nothing(ResourceType type) {
        insertNamed(host(), resource(type, "u1", "anna"));

        assertTaken(type, () -> insertNamed(host(), resource(type, "u2", "anna")));
        assertThat(find(host(), type, "u2")).isEmpty();
        assertThat(count(host(), type)).isEqualTo(1);
    }

    @EachType
    default void replace_must_refuse_a_taken_unique_key_and_write_nothing(ResourceType type) {
        Resource ben = resource(type, "u2", "ben");
        insertNamed(host(), resource(type, "u1", "anna"), ben);

        assertTaken(type, () -> replaceNamed(host(), renamed(ben, "anna"), 1));
        assertThat(get(host(), type, "u2")).isEqualTo(ben);
        assertThat(get(host(), type, "u2").meta()).isEqualTo(ben.meta());
    }

    @EachType
    default void keys_are_compared_as_they_are_prepared_and_not_as_they_are_written(ResourceType type) {
        insertNamed(host(), resource(type, "u1", "ÄNNA"));
        Resource lower = resource(type, "u2", "änna");

        if (Samples.naming(type).caseExact()) {
            insertNamed(host(), lower);
        } else {
            assertTaken(type, () -> insertNamed(host(), lower));
        }
    }

    @EachType
    default void after_a_refusal_the_unit_of_work_must_be_able_to_go_on(ResourceType type) {
        Resource ben = resource(type, "u2", "ben");
        insertNamed(host(), resource(type, "u1", "anna"), ben);
        change(store -> {
            store.insert(host(), uniquelyNamed(resource(type, "u3", "cleo")));
            assertTaken(type, () -> store.insert(host(), uniquelyNamed(resource(type, "u4", "anna"))));
            assertThatThrownBy(() -> store.insert(host(), uniquelyNamed(resource(type, "u3", "dora"))))
                    .isInstanceOf(DuplicateKeyException.class);
            assertTaken(type, () -> store.replace(host(), uniquelyNamed(renamed(ben, "cleo")), 1));
            store.insert(host(), uniquelyNamed(resource(type, "u5", "dora")));
        });

        assertThat(ids(host(), StoreQuery.all(type))).containsExactly("u1", "u2", "u3", "u5");
    }

    @EachType
    default void a_taken_key_does_not_matter_to_a_replace_that_has_the_wrong_version(ResourceType type) {
        Resource ben = resource(type, "u2", "ben");
        insertNamed(host(), resource(type, "u1", "anna"), ben);

        assertThat(replaceNamed(host(), renamed(ben, "anna"), 7)).isFalse();
    }

    @EachType
    default void a_resource_may_keep_its_key(ResourceType type) {
        Resource anna = resource(type, "u1", "anna");
        insertNamed(host(), anna);

        assertThat(replaceNamed(host(), renamed(anna, "anna"), 1)).isTrue();
        assertTaken(type, () -> insertNamed(host(), resource(type, "u2", "anna")));
    }

    @EachType
    default void unique_keys_must_hold_over_the_whole_tenant_also_for_resources_that_the_scope_does_not_see(
            ResourceType type) {
        insertNamed(owner("okta"), resource(type, "u1", "anna"));
        insertNamed(host(), resource(type, "u2", "ben"));

        assertTaken(type, () -> insertNamed(owner("entra"), resource(type, "u3", "anna")));
        assertTaken(type, () -> insertNamed(owner("entra"), resource(type, "u3", "ben")));
        assertTaken(type, () -> insertNamed(host(), resource(type, "u3", "anna")));
        Resource cleo = resource(type, "u3", "cleo");
        insertNamed(owner("entra"), cleo);
        assertTaken(type, () -> replaceNamed(owner("entra"), renamed(cleo, "anna"), 1));
    }

    @EachType
    default void keys_that_are_not_unique_may_be_shared(ResourceType type) {
        insert(
                host(),
                changed(resource(type, "u1", "anna"), "externalId", "same"),
                changed(resource(type, "u2", "ben"), "externalId", "same"));

        assertThat(count(host(), type)).isEqualTo(2);
    }

    @EachType
    default void unique_keys_are_those_of_one_type(ResourceType type) {
        int number = 0;
        for (ResourceType any : registry().resourceTypes()) {
            insertNamed(host(), resource(any, "x" + ++number, "team"));
        }

        assertTaken(type, () -> insertNamed(host(), resource(type, "another", "team")));
    }

    @EachType
    default void the_id_and_the_unique_keys_of_a_deleted_resource_must_be_free(ResourceType type) {
        Resource anna = resource(type, "u1", "anna");
        insertNamed(host(), anna);
        delete(host(), anna, 1);
        insertNamed(owner("okta"), anna);
        assertThat(find(owner("okta"), type, "u1")).isPresent();
        delete(host(), anna, 1);
        insertNamed(host(), resource(type, "u2", "anna"));

        assertThat(find(host(), type, "u2")).isPresent();
    }

    @EachType
    default void the_former_keys_of_a_replaced_resource_must_be_free(ResourceType type) {
        Resource anna = resource(type, "u1", "anna");
        insertNamed(host(), anna);
        replaceNamed(host(), renamed(anna, "anne"), 1);
        insertNamed(host(), resource(type, "u2", "anna"));

        assertTaken(type, () -> insertNamed(host(), resource(type, "u3", "anne")));
        assertThat(find(host(), type, "u2")).isPresent();
    }

    @EachType
    default void keys_of_any_length_and_script_are_told_apart(ResourceType type) {
        for (String name : List.of("ü😀".repeat(1000), "ü😀".repeat(10), "100%_\\'\";--", "a\u0308")) {
            try {
                insertNamed(host(), resource(type, "1" + name.length(), name + "a"));
            } catch (ScimException e) {
                // Refused as a value that the store cannot keep.
                continue;
            }
            insertNamed(host(), resource(type, "2" + name.length(), name + "b"));

            assertTaken(type, () -> insertNamed(host(), resource(type, "3", name + "a")));
            assertThat(get(host(), type, "2" + name.length()))
                    .isEqualTo(resource(type, "2" + name.length(), name + "b"));
        }
    }

    private static void assertTaken(ResourceType type, ThrowingCallable write) {
        assertThatThrownBy(write)
                .isInstanceOfSatisfying(
                        DuplicateKeyException.class,
                        e -> assertThat(e.path()).isEqualTo(Samples.naming(type).name()));
    }
}
