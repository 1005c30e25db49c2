package dev.rollcall.scim.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.scim.resource.Resource;
import dev.rollcall.scim.store.DuplicateKeyException;
import org.junit.jupiter.api.Test;

class DurabilityTest extends JdbiTest {
    @Test
    void what_was_committed_is_there_after_the_database_was_closed_and_opened() {
        Resource anna = changed(user("u1", "anna"), "displayName", "Anna");
        insert(owner("okta"), anna, group("g1", "One"));
        add(owner("okta"), "g1", "u1");
        close();
        open();

        assertThat(get(owner("okta"), users(), "u1")).isEqualTo(anna);
        assertThat(get(owner("okta"), users(), "u1").meta()).isEqualTo(anna.meta());
        assertThat(members(owner("okta"), "g1")).containsExactly("u1");
        assertThat(memberCount(owner("okta"), "g1")).isEqualTo(1);
        assertThatThrownBy(() -> insert(host(), user("u2", "anna"))).isInstanceOf(DuplicateKeyException.class);
        assertThat(store().capabilities().durable()).isTrue();
    }

    @Test
    void a_secret_is_the_same_after_a_restart() {
        byte[] secret = store().secret("cursors").orElseThrow();
        close();
        open();

        assertThat(store().secret("cursors")).contains(secret);
    }
}
