package dev.rollcall.scim.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.resource.Meta;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.schema.ResourceType;
import java.time.Instant;
import java.util.List;

/** Resources are marked as changed. */
public interface TouchContract extends StoreFixture {
    @EachType
    default void touch_must_give_each_resource_a_new_version_and_the_time(ResourceType type) {
        Resource first = resource(type, "g1", "One");
        insert(host(), first, resource(type, "g2", "Two"), resource(type, "g3", "Three"));
        Instant later = NOW.plusSeconds(60);
        touch(type, List.of("g2", "g1"), later);

        assertThat(get(host(), type, "g1").meta()).isEqualTo(new Meta(NOW, later, 2));
        assertThat(get(host(), type, "g2").meta()).isEqualTo(new Meta(NOW, later, 2));
        assertThat(get(host(), type, "g3").meta()).isEqualTo(new Meta(NOW, NOW, 1));
        assertThat(get(host(), type, "g1").withMeta(first.meta())).isEqualTo(first);
    }

    @EachType
    default void touch_must_pass_over_ids_that_the_scope_does_not_see(ResourceType type) {
        insert(owner("okta"), resource(type, "g1", "One"));
        insert(host(), resource(type, "g2", "Two"));
        change(store -> store.touch(owner("okta"), type, List.of("g2", "nobody", "g1"), NOW.plusSeconds(60), keys()));

        assertThat(get(host(), type, "g1").meta().version()).isEqualTo(2);
        assertThat(get(host(), type, "g2").meta().version()).isEqualTo(1);
    }

    @EachType
    default void touch_never_makes_a_resource_look_older(ResourceType type) {
        insert(host(), resource(type, "g1", "One"));
        touch(type, List.of("g1"), NOW.minusSeconds(60));

        assertThat(get(host(), type, "g1").meta()).isEqualTo(new Meta(NOW, NOW, 2));
    }

    @EachType
    default void touch_of_nothing_changes_nothing(ResourceType type) {
        insert(host(), resource(type, "g1", "One"));
        touch(type, List.of(), NOW.plusSeconds(60));

        assertThat(get(host(), type, "g1").meta()).isEqualTo(Meta.created(NOW));
    }

    @EachType
    default void writers_who_touch_the_same_resources_in_other_orders_must_all_come_through(ResourceType type) {
        insert(host(), resource(type, "g1", "One"), resource(type, "g2", "Two"), resource(type, "g3", "Three"));
        List<List<String>> orders =
                List.of(List.of("g1", "g2", "g3"), List.of("g3", "g2", "g1"), List.of("g2", "g3", "g1"));
        Race.among(3, runner -> {
            for (int round = 0; round < Race.ROUNDS; round++) {
                touch(type, orders.get(runner), NOW.plusSeconds(1));
            }
            return runner;
        });

        // A store without transactions may have touched some of them more than once for a writer who tried again.
        for (String id : orders.get(0)) {
            long version = get(host(), type, id).meta().version();
            if (store().capabilities().transactions()) {
                assertThat(version).isEqualTo(3L * Race.ROUNDS + 1);
            } else {
                assertThat(version).isGreaterThan(3L * Race.ROUNDS);
            }
        }
    }

    private void touch(ResourceType type, List<String> ids, Instant now) {
        change(store -> store.touch(host(), type, ids, now, keys()));
    }
}
