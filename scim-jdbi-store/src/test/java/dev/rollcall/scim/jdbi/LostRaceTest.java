package dev.rollcall.scim.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.scim.patch.RelationDelta;
import dev.rollcall.scim.store.ConflictException;
import dev.rollcall.scim.store.ResourceStore;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class LostRaceTest extends JdbiTest {
    @Override
    int lockTimeout() {
        return 50;
    }

    @Test
    void who_waits_too_long_for_a_lock_has_lost_a_race() {
        insert(host(), user("u1", "anna"));
        change(store -> {
            store.lock(host(), users(), "u1");
            assertThatThrownBy(() -> elsewhere(this::lockOnce)).cause().isInstanceOf(ConflictException.class);
        });
        lockOnce();
    }

    @Test
    void a_unit_of_work_that_lost_a_race_cannot_go_on_and_does_not_commit() {
        insert(host(), user("u1", "anna"));
        change(holder -> {
            holder.lock(host(), users(), "u1");
            assertThatThrownBy(() -> elsewhere(() -> store().write(unit -> {
                        ResourceStore store = unit.resources();
                        store.insert(host(), keys().stored(user("u2", "ben")));
                        assertThatThrownBy(() -> store.lock(host(), users(), "u1"))
                                .isInstanceOf(ConflictException.class);
                        assertThatThrownBy(() -> store.insert(host(), keys().stored(user("u3", "cleo"))))
                                .isInstanceOf(ConflictException.class);
                        return true;
                    })))
                    .cause()
                    .isInstanceOf(ConflictException.class);
        });

        assertThat(count(host(), users())).isEqualTo(1);
    }

    @Test
    void who_has_just_joined_cannot_be_deleted_before_that_is_committed() {
        insert(host(), user("u1", "anna"), group("g1", "One"));
        write(unit -> {
            memberships(unit).apply(host(), "g1", RelationDelta.replaceAll(Set.of("u1")));
            assertThatThrownBy(() -> elsewhere(
                            () -> store().write(other -> other.resources().delete(host(), users(), "u1", 1))))
                    .cause()
                    .isInstanceOf(ConflictException.class);
            return true;
        });

        assertThat(members(host(), "g1")).containsExactly("u1");
        assertThat(memberCount(host(), "g1")).isEqualTo(1);
    }

    private void lockOnce() {
        store().write(unit -> unit.resources().lock(host(), users(), "u1").isPresent());
    }

    private static void elsewhere(Runnable work) {
        CompletableFuture.runAsync(work).join();
    }
}
