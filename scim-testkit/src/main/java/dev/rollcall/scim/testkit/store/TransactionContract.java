package dev.rollcall.scim.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.store.DuplicateKeyException;
import dev.rollcall.scim.store.ResourceStore;
import dev.rollcall.scim.store.StoreQuery;
import dev.rollcall.scim.store.UnitOfWork;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** The capability {@link dev.rollcall.scim.store.Capabilities#transactions}. */
public interface TransactionContract extends StoreFixture {
    /** What the tests throw. */
    final class Failure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /** A failure. */
        Failure() {}
    }

    @EachType
    default void where_there_are_transactions_a_write_whose_work_throws_must_be_undone_as_a_whole(ResourceType type) {
        Resource anna = resource(type, "u1", "anna");
        Resource ben = resource(type, "u2", "ben");
        insertNamed(host(), anna, ben, resource(type, "u3", "cleo"));

        assertThatThrownBy(() -> change(store -> {
                    store.insert(host(), uniquelyNamed(resource(type, "u4", "dora")));
                    store.replace(host(), uniquelyNamed(renamed(anna, "anne")), 1);
                    store.delete(host(), type, "u2", 1);
                    store.touch(host(), type, List.of("u3"), NOW.plusSeconds(9), keys());
                    store.insert(host(), uniquelyNamed(resource(type, "u5", "anna")));
                    throw new Failure();
                }))
                .isInstanceOf(Failure.class);

        assertThat(ids(host(), StoreQuery.all(type))).containsExactly("u1", "u2", "u3");
        assertThat(count(host(), type)).isEqualTo(3);
        assertThat(get(host(), type, "u1")).isEqualTo(anna);
        assertThat(get(host(), type, "u2")).isEqualTo(ben);
        assertThat(get(host(), type, "u3").meta().version()).isEqualTo(1);
        insertNamed(host(), resource(type, "u6", "anne"), resource(type, "u7", "dora"));
        assertThatThrownBy(() -> insertNamed(host(), resource(type, "u8", "anna")))
                .isInstanceOf(DuplicateKeyException.class);
        assertThatThrownBy(() -> insertNamed(host(), resource(type, "u8", "ben")))
                .isInstanceOf(DuplicateKeyException.class);
    }

    @EachType
    default void what_the_first_write_of_a_tenant_did_is_rolled_back_with_the_tenant(ResourceType type) {
        assertThatThrownBy(() -> change(store -> {
                    store.insert(host(), uniquelyNamed(resource(type, "u1", "anna")));
                    throw new Failure();
                }))
                .isInstanceOf(Failure.class);

        assertThat(count(host(), type)).isZero();
        insertNamed(host(), resource(type, "u1", "anna"));
        assertThat(count(host(), type)).isEqualTo(1);
    }

    @EachType
    default void an_error_rolls_back_like_an_exception(ResourceType type) {
        assertThatThrownBy(() -> change(store -> {
                    store.insert(host(), uniquelyNamed(resource(type, "u1", "anna")));
                    throw new StackOverflowError();
                }))
                .isInstanceOf(StackOverflowError.class);

        assertThat(count(host(), type)).isZero();
    }

    @EachType
    default void a_unit_of_work_sees_what_it_wrote(ResourceType type) {
        change(store -> {
            store.insert(host(), uniquelyNamed(resource(type, "u1", "anna")));
            assertThat(store.find(host(), type, "u1")).isPresent();
            assertThat(store.count(host(), StoreQuery.all(type))).isEqualTo(1);
        });
    }

    @EachType
    default void where_there_are_transactions_a_call_within_a_read_must_see_all_of_a_write_or_nothing_of_it(
            ResourceType type) {
        AtomicBoolean done = new AtomicBoolean();
        Race.between(
                () -> {
                    for (int i = 0; i < 50; i++) {
                        String odd = "u" + (2 * i + 1);
                        String even = "u" + (2 * i + 2);
                        change(store -> {
                            store.insert(host(), uniquelyNamed(resource(type, odd, odd)));
                            store.insert(host(), uniquelyNamed(resource(type, even, even)));
                        });
                    }
                    done.set(true);
                },
                () -> {
                    while (!done.get()) {
                        assertThat(count(host(), type) % 2).isZero();
                    }
                });

        assertThat(count(host(), type)).isEqualTo(100);
    }

    @EachType
    default void a_read_within_a_read_leaves_it_open(ResourceType type) {
        insertNamed(host(), resource(type, "u1", "anna"));
        boolean found = read(unit -> find(host(), type, "u1").isPresent()
                && unit.resources().find(host(), type, "u1").isPresent());

        assertThat(found).isTrue();
    }

    @EachType
    default void where_there_are_transactions_a_write_within_a_unit_of_work_of_the_same_thread_must_be_refused(
            ResourceType type) {
        assertThatThrownBy(() -> write(outer -> store().write(inner -> 1))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> read(outer -> store().write(inner -> 1))).isInstanceOf(IllegalStateException.class);
    }

    @EachType
    default void a_unit_of_work_that_only_reads_must_refuse_to_write(ResourceType type) {
        Resource anna = resource(type, "u1", "anna");
        insertNamed(host(), anna);
        List<Consumer<ResourceStore>> writes = List.of(
                store -> store.insert(host(), uniquelyNamed(resource(type, "u2", "ben"))),
                store -> store.replace(host(), uniquelyNamed(anna), 1),
                store -> store.delete(host(), type, "u1", 1),
                store -> store.lock(host(), type, "u1"),
                store -> store.touch(host(), type, List.of("u1"), NOW, keys()));

        assertThat(writes).allSatisfy(write -> {
            assertThatThrownBy(() -> read(unit -> attempt(unit, write))).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> write(outer -> read(unit -> attempt(unit, write))))
                    .isInstanceOf(IllegalStateException.class);
        });
        assertThat(get(host(), type, "u1").meta()).isEqualTo(anna.meta());
    }

    @EachType
    default void a_unit_of_work_with_transactions_must_refuse_calls_after_its_work_has_returned(ResourceType type) {
        insertNamed(host(), resource(type, "u1", "anna"));
        UnitOfWork written = write(unit -> unit);
        UnitOfWork read = read(unit -> unit);
        UnitOfWork nested = write(outer -> {
            UnitOfWork inner = read(unit -> unit);
            assertThatThrownBy(() -> inner.resources().find(host(), type, "u1"))
                    .isInstanceOf(IllegalStateException.class);
            return outer;
        });

        assertThatThrownBy(() -> nested.resources().find(host(), type, "u1")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> written.resources().find(host(), type, "u1"))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> written.resources().insert(host(), uniquelyNamed(resource(type, "u2", "ben"))))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> read.resources().count(host(), StoreQuery.all(type)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(count(host(), type)).isEqualTo(1);
    }

    private static boolean attempt(UnitOfWork unit, Consumer<ResourceStore> write) {
        write.accept(unit.resources());
        return true;
    }
}
