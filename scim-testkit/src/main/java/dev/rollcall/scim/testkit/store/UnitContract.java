package dev.rollcall.scim.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.store.Capabilities;
import dev.rollcall.scim.store.ConflictException;
import dev.rollcall.scim.store.ResourceStore;
import dev.rollcall.scim.store.Scope;
import dev.rollcall.scim.store.StoreQuery;
import dev.rollcall.scim.store.UnitOfWork;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Work is done as it is given, on many threads, by whatever store. */
public interface UnitContract extends StoreFixture {
    @Test
    default void a_store_must_declare_what_it_can_do_and_the_same_at_all_times() {
        Capabilities declared = store().capabilities();
        insert(host(), resource(registry().resourceTypes().get(0), "u1", "anna"));

        assertThat(store().capabilities()).isEqualTo(declared);
        assertTestedIf(declared.transactions(), TransactionContract.class);
        assertTestedIf(declared.locks(), LockContract.class);
        assertTestedIf(declared.memberships(), MembershipContract.class);
        assertTestedIf(declared.durable(), DurableContract.class);
        assertTestedIf(store().pushDown().isPresent(), PushDownContract.class);
        assertTestedIf(store().secret(tenant()).isPresent(), SecretContract.class);
    }

    private void assertTestedIf(boolean declared, Class<?> contract) {
        assertThat(contract.isInstance(this))
                .as(
                        "the store declares %s, so its test must implement exactly the contracts of that",
                        store().capabilities())
                .withFailMessage(
                        declared ? "The test must implement %s" : "The store does not declare what %s tests",
                        contract.getSimpleName())
                .isEqualTo(declared);
    }

    @Test
    default void memberships_must_be_there_if_the_store_declares_them_and_only_then() {
        boolean declared = store().capabilities().memberships();

        assertThat((boolean) read(unit -> unit.memberships().isPresent())).isEqualTo(declared);
        assertThat((boolean) write(unit -> unit.memberships().isPresent())).isEqualTo(declared);
    }

    @EachType
    default void a_write_must_give_what_its_work_returns_and_throw_what_its_work_throws(ResourceType type) {
        Object result = new Object();
        ScimException failure = ScimException.invalidValue("what the work throws");

        assertThat(store().<Object>write(unit -> result)).isSameAs(result);
        assertThatThrownBy(() -> store().write(unit -> {
                    unit.resources().count(host(), StoreQuery.all(type));
                    throw failure;
                }))
                .isSameAs(failure);
    }

    @EachType
    default void a_read_must_give_what_its_work_returns_and_throw_what_its_work_throws(ResourceType type) {
        Object result = new Object();
        ScimException failure = ScimException.invalidValue("what the work throws");

        assertThat(store().<Object>read(unit -> result)).isSameAs(result);
        assertThatThrownBy(() -> store().read(unit -> {
                    unit.resources().count(host(), StoreQuery.all(type));
                    throw failure;
                }))
                .isSameAs(failure);
    }

    @EachType
    default void what_a_write_did_must_be_there_when_it_returns(ResourceType type) {
        for (int i = 0; i < Race.ROUNDS; i++) {
            String id = "u" + i;
            change(store -> {
                store.insert(host(), keys().stored(resource(type, id, id)));
                store.insert(host(), keys().stored(resource(type, id + "b", id + "b")));
            });
            // Another thread is another connection, where there are some.
            assertThat(Race.among(1, runner -> count(host(), type))).containsExactly(2L * i + 2);
        }
    }

    @EachType
    default void a_read_within_a_write_must_see_what_that_has_written_so_far(ResourceType type) {
        long counted = write(unit -> {
            unit.resources().insert(host(), keys().stored(resource(type, "u1", "anna")));
            assertThat(find(host(), type, "u1")).isPresent();
            unit.resources().insert(host(), keys().stored(resource(type, "u2", "ben")));
            return count(host(), type);
        });

        assertThat(counted).isEqualTo(2);
    }

    @Test
    default void a_unit_of_work_must_say_whether_it_writes() {
        assertThat((boolean) write(UnitOfWork::writes)).isTrue();
        assertThat((boolean) read(UnitOfWork::writes)).isFalse();
        assertThat((boolean) write(outer -> read(UnitOfWork::writes))).isFalse();
    }

    @EachType
    default void each_must_be_told_once_after_the_commit_or_the_roll_back_the_last_to_ask_first(ResourceType type) {
        List<String> told = new ArrayList<>();
        boolean transactions = store().capabilities().transactions();
        write(unit -> {
            unit.onEnd(committed -> told.add("first " + committed + " of " + count(host(), type)));
            unit.onEnd(committed -> told.add("last " + committed));
            unit.resources().insert(host(), keys().stored(resource(type, "u1", "anna")));
            return told.add("work");
        });
        ScimException failure = ScimException.invalidValue("what the work throws");
        assertThatThrownBy(() -> write(unit -> {
                    unit.onEnd(committed -> told.add(committed + " of " + count(host(), type)));
                    unit.resources().insert(host(), keys().stored(resource(type, "u2", "ben")));
                    throw failure;
                }))
                .isSameAs(failure);
        read(unit -> {
            unit.onEnd(committed -> told.add("read " + committed));
            return true;
        });

        assertThat(told)
                .containsExactly(
                        "work", "last true", "first true of 1", "false of " + (transactions ? 1 : 2), "read true");
    }

    @Test
    default void nobody_is_told_of_an_end_that_was_before() {
        UnitOfWork ended = write(unit -> unit);

        assertThatThrownBy(() -> ended.onEnd(committed -> {})).isInstanceOf(IllegalStateException.class);
    }

    @EachType
    default void a_store_must_be_thread_safe(ResourceType type) {
        Race.among(6, runner -> {
            Scope mine = runner % 2 == 0 ? host() : Scope.ofTenant(tenant() + "-" + runner);
            for (int i = 0; i < Race.ROUNDS; i++) {
                String id = "u-" + runner + "-" + i;
                Resource made = resource(type, id, id);
                insertNamed(mine, made);
                assertThat(get(mine, type, id)).isEqualTo(made);
                assertThat(replaceNamed(mine, renamed(made, id + " again"), 1)).isTrue();
                assertThat(ids(mine, StoreQuery.all(type))).contains(id).isSorted();
                if (i % 2 == 0) {
                    assertThat(delete(mine, made, 2)).isTrue();
                }
            }
            return runner;
        });

        assertThat(count(host(), type)).isEqualTo(3L * Race.ROUNDS / 2);
        assertThat(ids(host(), StoreQuery.all(type)))
                .hasSize(3 * Race.ROUNDS / 2)
                .doesNotHaveDuplicates();
    }

    @EachType
    default void a_lost_race_must_show_as_a_conflict_exception(ResourceType type) {
        List<String> both = List.of("u0", "u1");
        both.forEach(id -> insertNamed(host(), resource(type, id, id)));
        List<Integer> done = Race.among(4, runner -> {
            int won = 0;
            // Few, since a database may take a second to notice that two wait for each other.
            for (int i = 0; i < 5; i++) {
                String first = both.get(runner % 2);
                String second = both.get(1 - runner % 2);
                try {
                    // Straight to the store, since the helper tries again; two of four take the other way round.
                    won += store().write(unit -> {
                        rewrite(unit.resources(), type, first);
                        rewrite(unit.resources(), type, second);
                        return 1;
                    });
                } catch (ConflictException lost) {
                    // What is expected. Anything else fails the race.
                }
            }
            return won;
        });

        assertThat(done.stream().mapToInt(i -> i).sum()).isPositive();
        both.forEach(id -> assertThat(get(host(), type, id).meta().version()).isGreaterThan(1));
    }

    private void rewrite(ResourceStore store, ResourceType type, String id) {
        Resource present = store.lock(host(), type, id).orElseThrow();
        long version = present.meta().version();
        Resource next = changed(present, "externalId", "Version " + version);
        if (!store.replace(host(), uniquelyNamed(next), version)) {
            throw new ConflictException("Version of " + id + " moved on");
        }
    }
}
