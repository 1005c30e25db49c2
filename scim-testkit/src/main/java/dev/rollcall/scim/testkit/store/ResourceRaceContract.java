package dev.rollcall.scim.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.store.DuplicateKeyException;
import dev.rollcall.scim.store.Scope;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Of writers who race for one thing, exactly one wins. */
public interface ResourceRaceContract extends StoreFixture {
    @Test
    default void of_racing_inserts_of_one_unique_key_exactly_one_wins() {
        for (int round = 0; round < Race.ROUNDS; round++) {
            String name = "anna-" + round;
            List<Boolean> won = Race.among(
                    4, runner -> won(() -> insert(owner("owner-" + runner), user(name + "-" + runner, name))));

            assertThat(won).containsOnlyOnce(true);
            assertThat(count(host(), users())).isEqualTo(round + 1);
        }
    }

    @Test
    default void of_racing_inserts_of_one_id_exactly_one_wins() {
        for (int round = 0; round < Race.ROUNDS; round++) {
            String id = "id-" + round;
            List<Boolean> won = Race.among(4, runner -> won(() -> insert(host(), user(id, id + "-" + runner))));

            assertThat(won).containsOnlyOnce(true);
            assertThat(count(host(), users())).isEqualTo(round + 1);
        }
    }

    @Test
    default void of_racing_inserts_of_a_key_that_is_unique_by_setting_exactly_one_wins() {
        for (int round = 0; round < Race.ROUNDS; round++) {
            String name = "team-" + round;
            List<Boolean> won = Race.among(
                    4,
                    runner -> won(() -> change(store -> store.insert(
                            host(), keys().withUniqueGroupDisplayName().stored(group(name + "-" + runner, name))))));

            assertThat(won).containsOnlyOnce(true);
            assertThat(count(host(), groups())).isEqualTo(round + 1);
        }
    }

    @Test
    default void of_racing_renames_to_one_unique_key_exactly_one_wins() {
        insert(host(), user("u0", "a"), user("u1", "b"), user("u2", "c"));
        for (int round = 0; round < Race.ROUNDS; round++) {
            String name = "anna-" + round;
            List<Boolean> won = Race.among(
                    3,
                    runner -> won(() -> {
                        Resource mine = get(host(), users(), "u" + runner);
                        replace(
                                host(),
                                changed(mine, "userName", name),
                                mine.meta().version());
                    }));

            assertThat(won).containsOnlyOnce(true);
        }
    }

    @Test
    default void of_racing_replaces_with_one_expected_version_exactly_one_gets_true() {
        insert(host(), user("u1", "anna"));
        for (int version = 1; version <= Race.ROUNDS; version++) {
            Resource mine = get(host(), users(), "u1");
            long expected = version;
            List<Boolean> won = Race.among(
                    4, runner -> replace(host(), changed(mine, "displayName", "Runner " + runner), expected));

            assertThat(won).containsOnlyOnce(true);
            Resource after = get(host(), users(), "u1");
            assertThat(after.meta().version()).isEqualTo(version + 1L);
            assertThat(after.text("displayName")).contains("Runner " + won.indexOf(true));
        }
    }

    @Test
    default void of_a_racing_replace_and_delete_exactly_one_wins() {
        for (int round = 0; round < Race.ROUNDS; round++) {
            Resource anna = user("u" + round, "anna-" + round);
            insert(host(), anna);
            List<Boolean> won = Race.among(
                    2,
                    runner -> runner == 0
                            ? delete(host(), anna, 1)
                            : replace(host(), changed(anna, "displayName", "Still here"), 1));

            assertThat(won).containsOnlyOnce(true);
            assertThat(find(host(), users(), anna.id()).isPresent()).isEqualTo(won.get(1));
        }
    }

    @Test
    default void the_first_writers_of_a_tenant_do_not_hinder_each_other() {
        for (int round = 0; round < Race.ROUNDS; round++) {
            Scope fresh = Scope.ofTenant(tenant() + "-" + round);
            Race.among(4, runner -> {
                insert(fresh, user("u" + runner, "user-" + runner));
                return runner;
            });

            assertThat(count(fresh, users())).isEqualTo(4);
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
