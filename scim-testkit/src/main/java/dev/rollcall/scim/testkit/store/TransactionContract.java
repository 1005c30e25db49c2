package dev.rollcall.scim.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.store.DuplicateKeyException;
import dev.rollcall.scim.store.ResourceStore;
import dev.rollcall.scim.store.StoreQuery;
import dev.rollcall.scim.store.UnitOfWork;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The capability {@link dev.rollcall.scim.store.Capabilities#transactions}. */
public interface TransactionContract extends StoreFixture {
    /** What the tests throw. */
    final class Failure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /** A failure. */
        Failure() {}
    }

    @Test
    default void a_write_commits_when_the_work_returns() {
        String result = write(unit -> {
            unit.resources().insert(host(), keys().stored(user("u1", "anna")));
            unit.resources().insert(host(), keys().stored(user("u2", "ben")));
            return "done";
        });

        assertThat(result).isEqualTo("done");
        assertThat(count(host(), users())).isEqualTo(2);
    }

    @Test
    default void a_write_rolls_back_when_the_work_throws() {
        Resource anna = user("u1", "anna");
        Resource ben = user("u2", "ben");
        insert(host(), anna, ben, user("u3", "cleo"));

        assertThatThrownBy(() -> change(store -> {
                    store.insert(host(), keys().stored(user("u4", "dora")));
                    store.replace(host(), keys().stored(changed(anna, "userName", "anne")), 1);
                    store.delete(host(), users(), "u2", 1);
                    store.touch(host(), users(), List.of("u3"), NOW.plusSeconds(9), keys());
                    store.insert(host(), keys().stored(user("u5", "anna")));
                    throw new Failure();
                }))
                .isInstanceOf(Failure.class);

        assertThat(ids(host(), StoreQuery.all(users()))).containsExactly("u1", "u2", "u3");
        assertThat(count(host(), users())).isEqualTo(3);
        assertThat(get(host(), users(), "u1")).isEqualTo(anna);
        assertThat(get(host(), users(), "u2")).isEqualTo(ben);
        assertThat(get(host(), users(), "u3").meta().version()).isEqualTo(1);
        insert(host(), user("u6", "anne"), user("u7", "dora"));
        assertThatThrownBy(() -> insert(host(), user("u8", "anna"))).isInstanceOf(DuplicateKeyException.class);
        assertThatThrownBy(() -> insert(host(), user("u8", "ben"))).isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    default void what_the_first_write_of_a_tenant_did_is_rolled_back_with_the_tenant() {
        assertThatThrownBy(() -> change(store -> {
                    store.insert(host(), keys().stored(user("u1", "anna")));
                    throw new Failure();
                }))
                .isInstanceOf(Failure.class);

        assertThat(count(host(), users())).isZero();
        insert(host(), user("u1", "anna"));
        assertThat(count(host(), users())).isEqualTo(1);
    }

    @Test
    default void an_error_rolls_back_like_an_exception() {
        assertThatThrownBy(() -> change(store -> {
                    store.insert(host(), keys().stored(user("u1", "anna")));
                    throw new StackOverflowError();
                }))
                .isInstanceOf(StackOverflowError.class);

        assertThat(count(host(), users())).isZero();
    }

    @Test
    default void a_unit_of_work_goes_on_after_a_duplicate_key() {
        Resource ben = user("u2", "ben");
        insert(host(), user("u1", "anna"), ben);
        change(store -> {
            store.insert(host(), keys().stored(user("u3", "cleo")));
            assertThatThrownBy(() -> store.insert(host(), keys().stored(user("u4", "anna"))))
                    .isInstanceOf(DuplicateKeyException.class);
            assertThatThrownBy(() -> store.replace(host(), keys().stored(changed(ben, "userName", "cleo")), 1))
                    .isInstanceOf(DuplicateKeyException.class);
            store.insert(host(), keys().stored(user("u5", "dora")));
        });

        assertThat(ids(host(), StoreQuery.all(users()))).containsExactly("u1", "u2", "u3", "u5");
    }

    @Test
    default void a_unit_of_work_sees_what_it_wrote() {
        change(store -> {
            store.insert(host(), keys().stored(user("u1", "anna")));
            assertThat(store.find(host(), users(), "u1")).isPresent();
            assertThat(store.count(host(), StoreQuery.all(users()))).isEqualTo(1);
        });
    }

    @Test
    default void a_reader_sees_all_of_a_write_or_nothing() {
        AtomicBoolean done = new AtomicBoolean();
        Race.between(
                () -> {
                    for (int i = 0; i < 50; i++) {
                        String odd = "u" + (2 * i + 1);
                        String even = "u" + (2 * i + 2);
                        change(store -> {
                            store.insert(host(), keys().stored(user(odd, odd)));
                            store.insert(host(), keys().stored(user(even, even)));
                        });
                    }
                    done.set(true);
                },
                () -> {
                    while (!done.get()) {
                        assertThat(count(host(), users()) % 2).isZero();
                    }
                });

        assertThat(count(host(), users())).isEqualTo(100);
    }

    @Test
    default void a_read_within_a_write_sees_what_that_wrote() {
        long counted = write(unit -> {
            unit.resources().insert(host(), keys().stored(user("u1", "anna")));
            return count(host(), users());
        });

        assertThat(counted).isEqualTo(1);
    }

    @Test
    default void a_read_within_a_read_leaves_it_open() {
        insert(host(), user("u1", "anna"));
        boolean found = read(unit -> find(host(), users(), "u1").isPresent()
                && unit.resources().find(host(), users(), "u1").isPresent());

        assertThat(found).isTrue();
    }

    @Test
    default void writes_do_not_nest() {
        assertThatThrownBy(() -> write(outer -> store().write(inner -> 1))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> read(outer -> store().write(inner -> 1))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    default void work_that_only_reads_cannot_write() {
        Resource anna = user("u1", "anna");
        insert(host(), anna);
        List<Consumer<ResourceStore>> writes = List.of(
                store -> store.insert(host(), keys().stored(user("u2", "ben"))),
                store -> store.replace(host(), keys().stored(anna), 1),
                store -> store.delete(host(), users(), "u1", 1),
                store -> store.lock(host(), users(), "u1"),
                store -> store.touch(host(), users(), List.of("u1"), NOW, keys()));

        assertThat(writes).allSatisfy(write -> {
            assertThatThrownBy(() -> read(unit -> attempt(unit, write))).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> write(outer -> read(unit -> attempt(unit, write))))
                    .isInstanceOf(IllegalStateException.class);
        });
        assertThat(get(host(), users(), "u1").meta()).isEqualTo(anna.meta());
    }

    @Test
    default void a_unit_of_work_is_of_no_use_after_its_work_has_returned() {
        insert(host(), user("u1", "anna"));
        UnitOfWork written = write(unit -> unit);
        UnitOfWork read = read(unit -> unit);
        UnitOfWork nested = write(outer -> {
            UnitOfWork inner = read(unit -> unit);
            assertThatThrownBy(() -> inner.resources().find(host(), users(), "u1"))
                    .isInstanceOf(IllegalStateException.class);
            return outer;
        });

        assertThatThrownBy(() -> nested.resources().find(host(), users(), "u1"))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> written.resources().find(host(), users(), "u1"))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> written.resources().insert(host(), keys().stored(user("u2", "ben"))))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> read.resources().count(host(), StoreQuery.all(users())))
                .isInstanceOf(IllegalStateException.class);
        assertThat(count(host(), users())).isEqualTo(1);
    }

    private static boolean attempt(UnitOfWork unit, Consumer<ResourceStore> write) {
        write.accept(unit.resources());
        return true;
    }
}
