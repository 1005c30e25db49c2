package dev.rollcall.scim.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.store.DuplicateKeyException;
import dev.rollcall.scim.store.Scope;
import java.util.List;

/** Of writers who race for one thing, exactly one wins. */
public interface ResourceRaceContract extends StoreFixture {
    @EachType
    default void of_writers_who_race_for_one_unique_key_exactly_one_must_win(ResourceType type) {
        for (int round = 0; round < Race.ROUNDS; round++) {
            String name = "anna-" + round;
            List<Boolean> won = Race.among(
                    4,
                    runner -> won(
                            () -> insertNamed(owner("owner-" + runner), resource(type, name + "-" + runner, name))));

            assertThat(won).containsOnlyOnce(true);
            assertThat(count(host(), type)).isEqualTo(round + 1);
        }
    }

    @EachType
    default void of_racing_inserts_of_one_id_exactly_one_wins(ResourceType type) {
        for (int round = 0; round < Race.ROUNDS; round++) {
            String id = "id-" + round;
            List<Boolean> won =
                    Race.among(4, runner -> won(() -> insert(host(), resource(type, id, id + "-" + runner))));

            assertThat(won).containsOnlyOnce(true);
            assertThat(count(host(), type)).isEqualTo(round + 1);
        }
    }

    @EachType
    default void of_racing_renames_to_one_unique_key_exactly_one_wins(ResourceType type) {
        insertNamed(host(), resource(type, "u0", "a"), resource(type, "u1", "b"), resource(type, "u2", "c"));
        for (int round = 0; round < Race.ROUNDS; round++) {
            String name = "anna-" + round;
            List<Boolean> won = Race.among(
                    3,
                    runner -> won(() -> {
                        Resource mine = get(host(), type, "u" + runner);
                        replaceNamed(host(), renamed(mine, name), mine.meta().version());
                    }));

            assertThat(won).containsOnlyOnce(true);
        }
    }

    @EachType
    default void of_writers_who_race_to_replace_one_version_exactly_one_must_get_true(ResourceType type) {
        insert(host(), resource(type, "u1", "anna"));
        for (int version = 1; version <= Race.ROUNDS; version++) {
            Resource mine = get(host(), type, "u1");
            long expected = version;
            List<Boolean> won =
                    Race.among(4, runner -> replace(host(), changed(mine, "externalId", "Runner " + runner), expected));

            assertThat(won).containsOnlyOnce(true);
            Resource after = get(host(), type, "u1");
            assertThat(after.meta().version()).isEqualTo(version + 1L);
            assertThat(after.text("externalId")).contains("Runner " + won.indexOf(true));
        }
    }

    @EachType
    default void of_a_racing_replace_and_delete_exactly_one_must_win(ResourceType type) {
        for (int round = 0; round < Race.ROUNDS; round++) {
            Resource anna = resource(type, "u" + round, "anna-" + round);
            insert(host(), anna);
            List<Boolean> won = Race.among(
                    2,
                    runner -> runner == 0
                            ? delete(host(), anna, 1)
                            : replace(host(), changed(anna, "externalId", "Still here"), 1));

            assertThat(won).containsOnlyOnce(true);
            assertThat(find(host(), type, anna.id()).isPresent()).isEqualTo(won.get(1));
        }
    }

    @EachType
    default void the_first_writers_of_a_tenant_do_not_hinder_each_other(ResourceType type) {
        for (int round = 0; round < Race.ROUNDS; round++) {
            Scope fresh = Scope.ofTenant(tenant() + "-" + round);
            Race.among(4, runner -> {
                insert(fresh, resource(type, "u" + runner, "user-" + runner));
                return runner;
            });

            assertThat(count(fresh, type)).isEqualTo(4);
        }
    }

    private static boolean won(Runnable write) {
        try {
            write.run();
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }
}
